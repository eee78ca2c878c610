import { formatMoney } from '@an-sinh/ui'

/** Đồng as on the claim: hundredths are shown only where there are any, `30.060,50 ₫`. */
export const formatAmount = (amountVnd: number): string => {
  const hundredths = Math.round(Math.abs(amountVnd) * 100) % 100
  const whole = formatMoney(amountVnd)
  return hundredths === 0 ? whole : whole.replace('\u00A0', `,${String(hundredths).padStart(2, '0')}\u00A0`)
}

/** A quantity with a decimal comma, without thousands separators: `1,5`. */
export const formatQuantity = (quantity: number): string => String(quantity).replace('.', ',')

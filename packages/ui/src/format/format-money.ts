/** Whole đồng: `5.310.000 ₫`. The same in both languages, as printed on Vietnamese papers. */
export const formatMoney = (amountVnd: number): string => {
  const digits = String(Math.abs(Math.trunc(amountVnd))).replace(/\B(?=(?:\d{3})+$)/gu, '.')
  return `${amountVnd < 0 ? '−' : ''}${digits}\u00A0₫`
}

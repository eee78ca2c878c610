/** An amount of a claim, decimal(15,2), as whole hundredths of a đồng: sums are exact. */
export type Hundredths = number

const AMOUNT = /^(?<whole>\d{1,13})(?:[.,](?<part>\d{1,6}))?$/u

/** `150300`, `150300.5`, `150300.00` → hundredths, half up; an empty text is 0; null when it is no amount (a negative one among them). */
export const parseHundredths = (text: string): Hundredths | null => {
  if (text === '') return 0
  const { whole = '', part = '' } = AMOUNT.exec(text)?.groups ?? {}
  if (whole === '') return null
  const digits = part.padEnd(3, '0')
  return Number(whole) * 100 + Number(digits.slice(0, 2)) + (digits.charAt(2) >= '5' ? 1 : 0)
}

/** `15030050` → `150300.50`, as a column of numeric(15,2) takes and gives it. */
export const formatHundredths = (amount: Hundredths): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const MEASURED = /^\d{1,12}(?:[.,]\d{1,9})?$/u

/** A quantity or unit price (three decimals by the annex, more are tolerated) with a point; null when it is none. */
export const parseMeasured = (text: string): string | null => (MEASURED.test(text) ? text.replace(',', '.') : null)

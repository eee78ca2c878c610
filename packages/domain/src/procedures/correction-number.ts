/** DC: "đính chính, điều chỉnh"; NG: "ngừng". */
export type CorrectionSeries = 'DC' | 'NG'
export type CorrectionNumber = {
  readonly officeCode: string
  readonly year: number
  readonly serial: number
  readonly series?: CorrectionSeries
}

/**
 * `{office code}/{yyyy}/DC{5 digits, 6 from the 100,000th}`: a series of its own, told from the number of a registration at a glance.
 * Throws RangeError on a bad serial.
 */
export const formatCorrectionNumber = ({ officeCode, year, serial, series = 'DC' }: CorrectionNumber): string => {
  if (!Number.isInteger(serial) || serial < 1 || serial > 999_999) throw new RangeError(`serial ${serial} is not within 1–999,999`)
  return `${officeCode}/${year}/${series}${String(serial).padStart(5, '0')}`
}

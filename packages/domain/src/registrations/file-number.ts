import { refused, type Refused } from '../values/index.ts'

export type FileNumber = { readonly officeCode: string; readonly year: number; readonly serial: number }

const isSerial = (serial: number): boolean => Number.isInteger(serial) && serial >= 1 && serial <= 999_999

/** `{office code}/{yyyy}/{5 digits, 6 from the 100,000th}`, the shape of the files of the public portal. Throws RangeError on a bad serial. */
export const formatFileNumber = ({ officeCode, year, serial }: FileNumber): string => {
  if (!isSerial(serial)) throw new RangeError(`serial ${serial} is not within 1–999,999`)
  return `${officeCode}/${year}/${String(serial).padStart(5, '0')}`
}

/** The parts of a file number; white space around the strokes is tolerated. */
export const parseFileNumber = (text: string): ({ readonly ok: true } & FileNumber) | Refused<'file-number-shape'> => {
  const match = /^([0-9A-Z]{3,8})\/(\d{4})\/(\d{5}|[1-9]\d{5})$/u.exec(text.replace(/\s+/gu, '').toUpperCase())
  const serial = Number(match?.[3])
  return match?.[1] && serial >= 1 ? { ok: true, officeCode: match[1], year: Number(match[2]), serial } : refused('file-number-shape')
}

/**
 * A code of ours for an office whose official one is not known: "9" and four digits; shown as provisional. Up to 999 it cannot meet an
 * official code (no province has the code 90); beyond, the flag and not the digits tells them apart. Throws RangeError outside 1–9999.
 */
export const provisionalOfficeCode = (n: number): string => {
  if (!Number.isInteger(n) || n < 1 || n > 9999) throw new RangeError(`office ${n} is not within 1–9999`)
  return `9${String(n).padStart(4, '0')}`
}

import { type CellParser, choiceCell, dateCell, nameCell, nationalIdCell, partialDateCell, sexCell, textCell } from '../imports/index.ts'
import { parsePhone } from '../identity/index.ts'

/** Text that a spreadsheet would run: `=A1`, `@SUM`, `+A1`, `-A1`. A number with its sign is a number. */
const RUNS = /^[=@]|^[+-](?![\d\s.,]+$)/u

/** Free text of an employer's list: a formula left in it is no department. */
export const plainCell = (max: number): CellParser => {
  const text = textCell(max)
  return (cell) => (RUNS.test(cell.trim()) && cell.trim() !== '-' ? { ok: false, code: 'formula' } : text(cell))
}

/** Words in capitals come out as names are written; other letters stay as typed: "NGUYỄN THỊ HOÀ" → "Nguyễn Thị Hoà". */
const inNameCase = (name: string): string =>
  name === name.toUpperCase() && name !== name.toLowerCase()
    ? name.toLowerCase().replace(/(^|[\s'’.-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase())
    : name

export const rosterNameCell: CellParser = (cell) => {
  const parsed = nameCell(cell)
  return parsed.ok && parsed.text !== null ? { ok: true, text: inNameCase(parsed.text) } : parsed
}

/** A day, or only the year; a month alone is no birth date that a roster can hold. */
export const rosterBirthCell: CellParser = (cell) => {
  const parsed = partialDateCell(cell)
  return parsed.ok && parsed.text !== null && parsed.text.length === 7 ? { ok: false, code: 'not-a-date' } : parsed
}

/** A passport in the column "Số CMND/CCCD/Hộ chiếu" is read and left aside; it finds nobody. */
const PASSPORT = /^[A-Za-z]{1,2}\d{6,8}$/u
export const rosterIdCell: CellParser = (cell) => (PASSPORT.test(cell.trim()) ? { ok: true, text: null } : nationalIdCell(cell))

/** 1 male everywhere; 2 female in the flat layout and in PL TV HGĐ, 0 female in DuLieu; 3 is not known. */
const anySexCell = sexCell({ '0': 'female' })
export const rosterSexCell: CellParser = (cell) => (cell.trim() === '3' ? { ok: true, text: null } : anySexCell(cell))

const phoneText = plainCell(20)
export const rosterPhoneCell: CellParser = (cell) => {
  const mobile = parsePhone(cell)
  return mobile.ok ? { ok: true, text: mobile.phone } : phoneText(cell.replace(/^\+/u, ''))
}

/** "Không thời hạn" on the card of somebody over 60 is no day. */
const noEnd = choiceCell({ 'Không thời hạn': '', 'Vô thời hạn': '' })
export const rosterExpiryCell: CellParser = (cell) => (noEnd(cell).ok ? { ok: true, text: null } : dateCell(cell))

import { type CivilDate, isCivilDate, isPartialDate } from '../calendar/index.ts'
import { isCivilMonth } from '../contributions/index.ts'
import { parseNationalId, parsePersonName } from '../identity/index.ts'
import { findForbiddenCharacter, foldText, normaliseText } from '../text/index.ts'
import type { CorrectionLineKind } from './correction-line.ts'

/** What a cell may hold; `-or-none` cells may be emptied with a dash. */
export type CorrectedValueKind =
  | 'name'
  | 'birth-date'
  | 'sex'
  | 'national-id'
  | 'legacy-id'
  | 'portrait'
  | 'month'
  | 'month-or-none'
  | 'text'
  | 'text-or-none'
  | 'money'
  | 'money-or-none'
  | 'count'
  | 'count-or-none'
  | 'date'
  | 'date-or-none'
  | 'coverage-level'
  | 'area-or-none'
  | 'facility-code'
  | 'last-four-or-none'

/**
 * Which cells of a line an office may put right, and what they hold. Of a visit, its costs and its papers it may put right none: the claim is
 * the facility's, which sends it again; the office can only take away what was never this person's.
 */
export const CORRECTABLE_FIELDS: Readonly<Record<CorrectionLineKind, Readonly<Record<string, CorrectedValueKind>>>> = {
  identity: {
    fullName: 'name',
    bornOn: 'birth-date',
    sex: 'sex',
    nationalId: 'national-id',
    legacyId: 'legacy-id',
    address: 'text-or-none',
    portrait: 'portrait',
  },
  'participation-spell': {
    fromMonth: 'month',
    toMonth: 'month-or-none',
    employerName: 'text',
    jobTitle: 'text-or-none',
    workplace: 'text-or-none',
    contributorySalaryVnd: 'money-or-none',
    lateMonths: 'count',
  },
  'health-card': {
    registeredFacility: 'facility-code',
    validFrom: 'date',
    validTo: 'date-or-none',
    coverageLevel: 'coverage-level',
    areaCode: 'area-or-none',
    continuousSince: 'date-or-none',
  },
  benefit: {
    decisionNumber: 'text',
    decidedOn: 'date',
    fromOn: 'date-or-none',
    toOn: 'date-or-none',
    amountVnd: 'money',
    monthsGranted: 'count-or-none',
    payerName: 'text-or-none',
    accountLast4: 'last-four-or-none',
    bankName: 'text-or-none',
  },
  visit: {},
  'visit-cost': {},
  'medical-paper': {},
}

/** Lines that can be taken away whole: recorded for somebody they do not belong to, or twice. */
export const REMOVABLE_LINES: readonly CorrectionLineKind[] = ['participation-spell', 'health-card', 'benefit', 'visit']

/** `null`: the cell is emptied. */
export type CorrectedValue = { readonly ok: true; readonly value: string | null } | { readonly ok: false }

const BAD: CorrectedValue = { ok: false }
const good = (value: string | null): CorrectedValue => ({ ok: true, value })
const pad = (part: string): string => part.padStart(2, '0')

/** `5/3/1980`, `05-03-1980`, `3/1980`, `1980` and the ISO forms → ISO. */
const toIso = (text: string): string => {
  const parts = text.split(/[/.-]/u).map((part) => part.trim())
  if (!parts.every((part) => /^\d{1,4}$/u.test(part)) || (parts[0] ?? '').length === 4) return text
  return parts
    .toReversed()
    .map((part) => pad(part))
    .join('-')
}

/** `9.000.000 đồng` → `9000000`. A comma would be a fraction, which no amount here has. */
const readMoney = (text: string): CorrectedValue => {
  const digits = foldText(text)
    .replace(/(?:dong|vnd|d)$/u, '')
    .replaceAll(/[\s.]/gu, '')
  return /^\d{1,13}$/u.test(digits) ? good(String(Number(digits))) : BAD
}

const SEX_WORDS: Readonly<Record<string, string>> = { nam: 'male', male: 'male', nu: 'female', female: 'female' }
const AREA = /^K[123]$/u

const shaped = (shape: RegExp, text: string): CorrectedValue => (shape.test(text) ? good(text) : BAD)

const readBirthDate = (text: string, today: CivilDate): CorrectedValue => {
  const date = toIso(text)
  return isPartialDate(date) && date >= '1880' && date <= today.slice(0, date.length) ? good(date) : BAD
}

const readName = (text: string): CorrectedValue => {
  const parsed = parsePersonName(text)
  return parsed.ok ? good(parsed.fullName) : BAD
}

const readNationalId = (text: string): CorrectedValue => {
  const parsed = parseNationalId(text)
  return parsed.ok ? good(parsed.nationalId) : BAD
}

const READERS: Readonly<Record<string, (text: string, today: CivilDate) => CorrectedValue>> = {
  name: readName,
  'birth-date': readBirthDate,
  sex: (text) => (SEX_WORDS[foldText(text)] === undefined ? BAD : good(SEX_WORDS[foldText(text)] ?? '')),
  'national-id': readNationalId,
  'legacy-id': (text) => shaped(/^\d{9}$/u, text.replaceAll(/\s/gu, '')),
  portrait: (text) => shaped(/^new$/u, text),
  month: (text) => (isCivilMonth(toIso(text)) ? good(toIso(text)) : BAD),
  text: (text) => good(text),
  money: readMoney,
  count: (text) => shaped(/^\d{1,3}$/u, text),
  date: (text) => (isCivilDate(toIso(text)) ? good(toIso(text)) : BAD),
  'coverage-level': (text) => shaped(/^[1-5]$/u, text),
  area: (text) => shaped(AREA, text.toUpperCase()),
  'facility-code': (text) => shaped(/^[0-9A-Z]{5}$/u, text.toUpperCase()),
  'last-four': (text) => shaped(/^\d{4}$/u, text),
}

const NONE = /^[–-]$/u
const LONGEST = 200

/** What somebody typed for a cell → what the register keeps. Dates and months in either order, amounts with points; never throws. */
export const readCorrectedValue = (kind: CorrectionLineKind, field: string, typed: string, today: CivilDate): CorrectedValue => {
  const known = CORRECTABLE_FIELDS[kind]
  const holds = Object.hasOwn(known, field) ? known[field] : undefined
  if (holds === undefined || typed.length > LONGEST || findForbiddenCharacter(typed) !== null) return BAD
  const text = normaliseText(typed)
  const mayBeNone = holds.endsWith('-or-none')
  if (text === '') return BAD
  if (NONE.test(text)) return mayBeNone ? good(null) : BAD
  return READERS[mayBeNone ? holds.slice(0, -'-or-none'.length) : holds]?.(text, today) ?? BAD
}

import { addDays, type CivilDate, isCivilDate } from '../calendar/index.ts'
import { refused, type Refused } from '../values/index.ts'
import { parseOpeningHours } from './opening-hours.ts'
import { FACILITY_TYPES, REFERENCE_FIELDS, type ReferenceField, type ReferenceList } from './reference-fields.ts'

export type ProposalRefusalCode =
  | 'proposal-nothing'
  | 'proposal-field'
  | 'proposal-dates'
  | 'proposal-phone'
  | 'proposal-point'
  | 'proposal-hours'
  | 'proposal-ward'

export type ReferenceValues = Readonly<Partial<Record<ReferenceField, string | null>>>

/** Operator's rule: what is older or further ahead is a slip of the hand. */
export const PROPOSAL_RULE = { mostDaysBack: 366, mostDaysAhead: 366 } as const

/** Digits with the signs people write between them; several numbers parted by a slash or comma. */
const PHONE = /^\+?\d[\d .()-]{4,20}$/u
const isPhone = (text: string): boolean => text.length <= 80 && text.split(/[/,;]/u).every((part) => PHONE.test(part.trim()))
const isBetween = (text: string, low: number, high: number): boolean =>
  /^\d{1,3}(?:\.\d{1,10})?$/u.test(text) && Number(text) >= low && Number(text) <= high

type Check = (text: string) => ProposalRefusalCode | null
const text =
  (max: number): Check =>
  (typed) =>
    typed.length <= max ? null : 'proposal-field'
/** What each field may say; whether a ward exists, the lists know. */
const CHECKS: Readonly<Record<ReferenceField, Check>> = {
  phone: (typed) => (isPhone(typed) ? null : 'proposal-phone'),
  facilityType: (typed) => (FACILITY_TYPES.some((type) => type === typed) ? null : 'proposal-field'),
  wardCode: (typed) => (/^\d{5}$/u.test(typed) ? null : 'proposal-ward'),
  address: text(300),
  hours: text(200),
  openingHours: (typed) => (parseOpeningHours(typed) === null ? 'proposal-hours' : null),
  // Viet Nam with its islands, as imports take it.
  longitude: (typed) => (isBetween(typed, 100, 120) ? null : 'proposal-point'),
  latitude: (typed) => (isBetween(typed, 6, 24) ? null : 'proposal-point'),
  authorityNumber: text(100),
  decisionNumber: text(100),
  endsOn: (typed) => (isCivilDate(typed) ? null : 'proposal-dates'),
}
/** Never unknown again. */
const NEEDED: readonly ReferenceField[] = ['address', 'openingHours', 'facilityType', 'wardCode']

const checkValue = (field: ReferenceField, value: string | null): ProposalRefusalCode | null => {
  if (value !== null) return value.trim() === '' ? 'proposal-field' : CHECKS[field](value.trim())
  return NEEDED.includes(field) ? 'proposal-field' : null
}

const areDatesPossible = ({ fromOn, untilOn, todayOn, list }: Facts): boolean => {
  if (!isCivilDate(fromOn) || (untilOn !== null && (!isCivilDate(untilOn) || untilOn < fromOn))) return false
  // An office is written on its day: what was before cannot be told apart any more.
  const earliest = list === 'office' ? todayOn : addDays(todayOn, -PROPOSAL_RULE.mostDaysBack)
  return fromOn >= earliest && fromOn <= addDays(todayOn, PROPOSAL_RULE.mostDaysAhead)
}

type Facts = {
  readonly list: ReferenceList
  readonly after: ReferenceValues
  readonly fromOn: CivilDate
  readonly untilOn: CivilDate | null
  readonly todayOn: CivilDate
}

/** May this be proposed? A point has both its numbers; what ends has no “as before again”. */
export const checkProposal = (facts: Facts): { readonly ok: true } | Refused<ProposalRefusalCode> => {
  const { list, after, untilOn } = facts
  const fields = Object.keys(after) as ReferenceField[]
  if (fields.length === 0) return refused('proposal-nothing')
  if (!fields.every((field) => REFERENCE_FIELDS[list].includes(field))) return refused('proposal-field')
  for (const field of fields) {
    const code = checkValue(field, after[field] ?? null)
    if (code !== null) return refused(code)
  }
  if ('longitude' in after !== 'latitude' in after || (after.longitude === null) !== (after.latitude === null))
    return refused('proposal-point')
  if (!areDatesPossible(facts) || (untilOn !== null && 'endsOn' in after)) return refused('proposal-dates')
  return { ok: true }
}

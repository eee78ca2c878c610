import { addDays, type CivilDate } from '../calendar/index.ts'
import { refused, type Refused } from '../values/index.ts'
import { STATEMENT_KIND_RULES, type StatementField, type StatementKind } from './statement-kinds.ts'

export type StatementRequest = {
  readonly kind: StatementKind
  /** Of a yearly notice; null otherwise. */
  readonly year: number | null
  readonly fields: readonly StatementField[]
  /** Of a letter; null otherwise. */
  readonly validDays: number | null
}
export type StatementRefusalCode = 'statement-field' | 'statement-fields-missing' | 'statement-year' | 'statement-validity'

/** They say who somebody is; a letter of these alone confirms nothing. */
const IDENTITY: readonly StatementField[] = ['full-name', 'birth-date', 'insurance-number', 'insurance-number-masked']

/** Whether such a statement may be made. `years`: those in which the person took part. */
export const decideStatement = (
  { kind, year, fields, validDays }: StatementRequest,
  years: readonly number[],
): { readonly ok: true } | Refused<StatementRefusalCode> => {
  const rule = STATEMENT_KIND_RULES[kind]
  if (fields.some((field) => !rule.fields.includes(field))) return refused('statement-field')
  if (kind === 'confirmation' && fields.every((field) => IDENTITY.includes(field))) return refused('statement-fields-missing')
  if (kind === 'yearly-notice' ? year === null || !years.includes(year) : year !== null) return refused('statement-year')
  if (rule.validDays.length === 0 ? validDays !== null : validDays === null || !rule.validDays.includes(validDays)) {
    return refused('statement-validity')
  }
  return { ok: true }
}

/** The last day on which a letter issued on `issuedOn` counts; null when it does not run out. */
export const validUntilOf = (issuedOn: CivilDate, validDays: number | null): CivilDate | null =>
  validDays === null ? null : addDays(issuedOn, validDays)

export type StatementState = 'valid' | 'expired' | 'withdrawn'

/** What a checker is told: a withdrawal counts before everything, the last day of validity still counts. */
export const decideStatementState = (
  { withdrawn, validUntil }: { readonly withdrawn: boolean; readonly validUntil: CivilDate | null },
  today: CivilDate,
): StatementState => {
  if (withdrawn) return 'withdrawn'
  return validUntil !== null && validUntil < today ? 'expired' : 'valid'
}

import type { StatementOrder } from '@an-sinh/contract'
import { decideStatement, STATEMENT_KIND_RULES, type StatementKind, type StatementRefusalCode } from '@an-sinh/domain'

export type NumberChoice = 'none' | 'masked' | 'full'
/** What the person has chosen so far. */
export type OrderDraft = {
  readonly year: number | null
  readonly ticked: readonly StatementOrder['fields'][number][]
  readonly number: NumberChoice
  readonly validDays: number | null
}
export const EMPTY_ORDER: OrderDraft = { year: null, ticked: [], number: 'none', validDays: null }

const NUMBER_FIELDS: Readonly<Record<NumberChoice, StatementOrder['fields']>> = {
  none: [],
  masked: ['insurance-number-masked'],
  full: ['insurance-number'],
}

/** The ticks a kind offers; a letter asks for the number in a question of its own. */
export const listTicks = (kind: StatementKind): StatementOrder['fields'] =>
  STATEMENT_KIND_RULES[kind].fields.filter((field) => kind !== 'confirmation' || !field.startsWith('insurance-number'))

export const toOrder = (kind: StatementKind, draft: OrderDraft): StatementOrder => ({
  kind,
  year: draft.year,
  fields: [...draft.ticked, ...(kind === 'confirmation' ? NUMBER_FIELDS[draft.number] : [])],
  validDays: draft.validDays,
})

/** Which question each refusal belongs to. */
export const FIELD_OF: Readonly<Record<StatementRefusalCode, string>> = {
  'statement-field': 'content',
  'statement-fields-missing': 'content',
  'statement-year': 'year',
  'statement-validity': 'validity',
}

/** All that is still missing, at once. */
export const listMissing = (kind: StatementKind, draft: OrderDraft, years: readonly number[]): StatementRefusalCode[] => {
  const order = toOrder(kind, draft)
  const codes: StatementRefusalCode[] = []
  const fieldsOnly = decideStatement(
    { ...order, year: order.year ?? years[0] ?? null, validDays: order.validDays ?? validDaysOf(kind) },
    years,
  )
  if (!fieldsOnly.ok) codes.push(fieldsOnly.code)
  if (kind === 'yearly-notice' && order.year === null) codes.push('statement-year')
  if (validDaysOf(kind) !== null && order.validDays === null) codes.push('statement-validity')
  return Array.from(new Set(codes))
}

const validDaysOf = (kind: StatementKind): number | null => STATEMENT_KIND_RULES[kind].validDays[0] ?? null

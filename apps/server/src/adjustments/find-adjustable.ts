import { type CorrectableLine, makeCorrectionFacts, readCorrectedValue } from '@an-sinh/domain'
import { findIdentityLine, type PersonRow } from '../persons/index.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'

type Wanted = { field: string; value: string }

/** What Form 01 "điều chỉnh" may ask for; the address changes at once and is not asked for here. */
const FIELDS = ['fullName', 'bornOn', 'sex', 'nationalId', 'portrait'] as const
type Field = (typeof FIELDS)[number]
const isField = (field: string): field is Field => (FIELDS as readonly string[]).includes(field)

/** One's identity as it stands, with the portrait as a cell of its own: what is shown beside what is wanted. */
export async function findAdjustableLine(sql: Queryable, personId: number): Promise<CorrectableLine> {
  const line = requireFound(await findIdentityLine(sql, personId, 'own'), 'line-unknown')
  const [portrait] = makeCorrectionFacts([['portrait', 'Ảnh chân dung', 'Portrait', { vi: 'Ảnh đang lưu', en: 'The photo on file' }]])
  return { ...line, facts: portrait === undefined ? line.facts : [...line.facts, portrait] }
}

const valueNow = (person: PersonRow, field: Field): string | null => (field === 'portrait' ? null : person[field])

/**
 * What differs from the register, as the register would keep it.
 * @throws Refusal `value-wrong` with every wrong field, `adjust-nothing`
 */
export function readWanted(person: PersonRow, wanted: readonly Wanted[], today: string): Wanted[] {
  const read = wanted.map(({ field, value }) => ({
    field,
    read: isField(field) ? readCorrectedValue('identity', field, value, today) : { ok: false as const },
  }))
  const wrong = read.filter((one) => !one.read.ok || one.read.value === null)
  if (wrong.length > 0) throw new Refusal('value-wrong', { fields: wrong.map(({ field }) => ({ field, code: 'value-wrong' })) })
  const changes = read.flatMap(({ field, read: { ...one } }) =>
    one.ok && one.value !== null && isField(field) && valueNow(person, field) !== one.value ? [{ field, value: one.value }] : [],
  )
  if (changes.length === 0) throw new Refusal('adjust-nothing')
  return changes
}

/** A change of who one is wants a paper that says it; another portrait wants the portrait. @throws Refusal `evidence-missing` */
export function requireEvidence(changes: readonly Wanted[], photoKinds: readonly string[]): void {
  const needsPaper = changes.some(({ field }) => field !== 'portrait') && !photoKinds.includes('id-front')
  const needsPortrait = changes.some(({ field }) => field === 'portrait') && !photoKinds.includes('portrait')
  const missing = [...(needsPaper ? ['id-front'] : []), ...(needsPortrait ? ['portrait'] : [])]
  if (missing.length > 0) throw new Refusal('evidence-missing', { fields: missing.map((field) => ({ field, code: 'evidence-missing' })) })
}

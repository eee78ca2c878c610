import type { BenefitKind, CivilDate } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type BenefitRow = {
  benefitId: string
  kind: BenefitKind
  regime: string
  decisionNumber: string
  decidedOn: CivilDate
  /** The decision that a slip adjusts; null on everything else. */
  adjustsDecisionNumber: string | null
  fromOn: CivilDate | null
  toOn: CivilDate | null
  amountVnd: number
  monthsGranted: number | null
  payerName: string | null
  accountLast4: string | null
  bankName: string | null
  note: string | null
  source: string
  recordedAt: string
}

const columns = (sql: Queryable) => sql`
  b.benefit_id AS "benefitId", b.kind, b.regime, b.decision_number AS "decisionNumber", b.decided_on AS "decidedOn",
  b.adjusts_decision_number AS "adjustsDecisionNumber", b.from_on AS "fromOn", b.to_on AS "toOn", b.amount_vnd AS "amountVnd",
  b.months_granted AS "monthsGranted", b.payer_name AS "payerName", b.account_last4 AS "accountLast4", b.bank_name AS "bankName", b.note, b.source,
  to_char(b.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "recordedAt"`

const standing = (sql: Queryable) =>
  sql`NOT EXISTS (SELECT FROM benefit_endings e WHERE e.person_id = b.person_id AND e.benefit_id = b.benefit_id)`

/** What a person was granted, as known now, newest decision first. */
export async function listBenefits(sql: Queryable, personId: number): Promise<BenefitRow[]> {
  return [
    ...(await sql<BenefitRow[]>`
      SELECT ${columns(sql)} FROM benefits b WHERE b.person_id = ${personId} AND ${standing(sql)}
      ORDER BY b.decided_on DESC, b.from_on DESC NULLS LAST, b.decision_number, b.benefit_id`),
  ]
}

/** One line of a person's, also one that has ended since: a correction may be asked about it. */
export async function findBenefit(sql: Queryable, personId: number, benefitId: string): Promise<BenefitRow | null> {
  const [row] = await sql<
    BenefitRow[]
  >`SELECT ${columns(sql)} FROM benefits b WHERE b.person_id = ${personId} AND b.benefit_id::text = ${benefitId}`
  return row ?? null
}

export async function readNow(sql: Queryable): Promise<{ today: CivilDate; asOf: string }> {
  const [row] = await sql<{ today: CivilDate; asOf: string }[]>`
    SELECT ansinh_today() AS today, to_char(ansinh_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "asOf"`
  if (row === undefined) throw new Error('the database gives no date')
  return row
}

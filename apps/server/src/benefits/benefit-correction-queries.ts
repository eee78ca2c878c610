import type { Queryable } from '../platform/sql.ts'

/** A line of a request: `cells` null takes the benefit away, else they are what is written differently. */
export type BenefitCorrection = { personId: number; lineId: string; cells: Readonly<Record<string, string | null>> | null; source: string }

const COLUMNS: Readonly<Record<string, string>> = {
  decisionNumber: 'decision_number',
  decidedOn: 'decided_on',
  fromOn: 'from_on',
  toOn: 'to_on',
  amountVnd: 'amount_vnd',
  monthsGranted: 'months_granted',
  payerName: 'payer_name',
  accountLast4: 'account_last4',
  bankName: 'bank_name',
}

/** Ends a standing benefit and, where cells are given, records it anew with them. False when it does not stand. */
export async function correctBenefitLine(sql: Queryable, { personId, lineId, cells, source }: BenefitCorrection): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO benefit_endings (person_id, benefit_id, kind, source)
    SELECT person_id, benefit_id, ${cells === null ? 'withdrawal' : 'correction'}, ${source} FROM benefits WHERE person_id = ${personId} AND benefit_id::text = ${lineId}
    ON CONFLICT (person_id, benefit_id) DO NOTHING`
  if (count !== 1) return false
  if (cells === null) return true
  const patch = Object.fromEntries(Object.entries(cells).map(([field, value]) => [COLUMNS[field] ?? field, value]))
  await sql`
    INSERT INTO benefits SELECT (jsonb_populate_record(b, ${sql.json(patch)}::jsonb
      || jsonb_build_object('benefit_id', gen_random_uuid(), 'recorded_at', now(), 'source', ${source}::text, 'import_batch_id', NULL))).*
    FROM benefits b WHERE b.person_id = ${personId} AND b.benefit_id::text = ${lineId}`
  return true
}

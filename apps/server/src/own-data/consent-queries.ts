import type { ConsentDecision, ConsentPurpose } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type ConsentRow = { purpose: ConsentPurpose; decisionNo: number; decision: ConsentDecision; textVersion: string; at: Date }

/** Every decision of a person, oldest first within its purpose. */
export async function listConsentRows(sql: Queryable, personId: number): Promise<ConsentRow[]> {
  return sql<ConsentRow[]>`
    SELECT purpose, decision_no AS "decisionNo", decision, text_version AS "textVersion", decided_at AS at
    FROM consent_decisions WHERE person_id = ${personId} ORDER BY purpose, decision_no`
}

/** False when another decision of the purpose came first. */
export async function insertConsentDecision(
  sql: Queryable,
  personId: number,
  one: Omit<ConsentRow, 'at'> & { textHash: Buffer },
): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO consent_decisions (person_id, purpose, decision_no, decision, text_version, text_sha256)
    VALUES (${personId}, ${one.purpose}, ${one.decisionNo}, ${one.decision}, ${one.textVersion}, ${one.textHash}) ON CONFLICT DO NOTHING`
  return count === 1
}

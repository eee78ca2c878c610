import type { Queryable } from '../platform/sql.ts'

export async function insertProposal(sql: Queryable, proposal: { code: string; words: string; staffId: number }): Promise<void> {
  await sql`INSERT INTO wording_proposals (code, words, staff_id) VALUES (${proposal.code}, ${proposal.words}, ${proposal.staffId})`
}

export async function listProposals(sql: Queryable): Promise<{ code: string; words: string; staffName: string; proposedAt: Date }[]> {
  return [
    ...(await sql<{ code: string; words: string; staffName: string; proposedAt: Date }[]>`
      SELECT p.code, p.words, s.full_name AS "staffName", p.proposed_at AS "proposedAt" FROM wording_proposals p JOIN staff_users s ON s.staff_id = p.staff_id
      ORDER BY p.proposal_id DESC LIMIT 100`),
  ]
}

import type { CivilDate, ReferenceList, ReferenceValues } from '@an-sinh/domain'
import type { Fragment, Queryable } from '../platform/sql.ts'

export type ProposalState = 'waiting' | 'approved' | 'refused' | 'withdrawn'
export type ProposalRow = {
  proposalId: string
  list: ReferenceList
  code: string
  name: string
  before: ReferenceValues
  after: ReferenceValues
  fromOn: CivilDate
  untilOn: CivilDate | null
  paperNumber: string
  note: string | null
  state: ProposalState
  staffId: number
  /** Of the register, who asked. */
  staffPersonId: number | null
  staffName: string
  proposedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  decidedReason: string | null
  appliedAt: Date | null
}

const selectProposals = (sql: Queryable): Fragment => sql`
  SELECT p.proposal_id AS "proposalId", p.list, p.entry_code AS code, p.entry_name AS name, p.before, p.after, p.from_on AS "fromOn", p.until_on AS "untilOn", p.paper_number AS "paperNumber", p.note,
    p.state, p.staff_id AS "staffId", s.person_id AS "staffPersonId", s.full_name AS "staffName", p.proposed_at AS "proposedAt", d.full_name AS "decidedBy", p.decided_at AS "decidedAt", p.decided_reason AS "decidedReason",
    p.applied_at AS "appliedAt"
  FROM reference_proposals p JOIN staff_users s ON s.staff_id = p.staff_id LEFT JOIN staff_users d ON d.staff_id = p.decided_by`

/** What waits, oldest first, then what was decided of late. */
export async function listProposals(sql: Queryable): Promise<ProposalRow[]> {
  const waiting = await sql<
    ProposalRow[]
  >`${selectProposals(sql)} WHERE p.state = 'waiting' ORDER BY p.proposed_at, p.proposal_id LIMIT 200`
  const decided = await sql<
    ProposalRow[]
  >`${selectProposals(sql)} WHERE p.state <> 'waiting' ORDER BY p.decided_at DESC, p.proposal_id LIMIT 40`
  return [...waiting, ...decided]
}

export async function listProposalsOf(sql: Queryable, list: ReferenceList, code: string): Promise<ProposalRow[]> {
  return [
    ...(await sql<
      ProposalRow[]
    >`${selectProposals(sql)} WHERE p.list = ${list} AND p.entry_code = ${code} ORDER BY p.proposed_at DESC, p.proposal_id LIMIT 40`),
  ]
}

export async function findProposal(sql: Queryable, proposalId: string, hold = false): Promise<ProposalRow | null> {
  const [row] = await sql<ProposalRow[]>`${selectProposals(sql)} WHERE p.proposal_id = ${proposalId} ${hold ? sql`FOR UPDATE OF p` : sql``}`
  return row ?? null
}

type NewProposal = Pick<
  ProposalRow,
  'proposalId' | 'list' | 'code' | 'name' | 'before' | 'after' | 'fromOn' | 'untilOn' | 'paperNumber' | 'note' | 'staffId'
>
/** False when the id was used before. */
export async function insertProposal(sql: Queryable, p: NewProposal): Promise<boolean> {
  const made = await sql`
    INSERT INTO reference_proposals (proposal_id, list, entry_code, entry_name, before, after, from_on, until_on, paper_number, note, staff_id)
    VALUES (${p.proposalId}, ${p.list}, ${p.code}, ${p.name}, ${sql.json({ ...p.before })}, ${sql.json({ ...p.after })}, ${p.fromOn}, ${p.untilOn}, ${p.paperNumber}, ${p.note}, ${p.staffId})
    ON CONFLICT DO NOTHING`
  return made.count > 0
}

/** False when it was decided before. */
export async function settleProposal(
  sql: Queryable,
  {
    proposalId,
    state,
    staffId,
    reason,
  }: { proposalId: string; state: Exclude<ProposalState, 'waiting'>; staffId: number; reason: string | null },
): Promise<boolean> {
  const done = await sql`
    UPDATE reference_proposals SET state = ${state}, decided_by = ${staffId}, decided_at = ansinh_now(), decided_reason = ${reason}
    WHERE proposal_id = ${proposalId} AND state = 'waiting'`
  return done.count > 0
}

/** `replaced`: of an office, what the change took the place of. */
export async function markApplied(sql: Queryable, proposalId: string, replaced: ReferenceValues | null = null): Promise<void> {
  await sql`
    UPDATE reference_proposals SET applied_at = ansinh_now(), replaced = ${replaced === null ? null : sql.json({ ...replaced })} WHERE proposal_id = ${proposalId}`
}

/** What a written change took the place of; of one written before that was kept, how the entry stood when it was proposed. */
export async function readReplaced(sql: Queryable, proposalId: string): Promise<ReferenceValues> {
  const [row] = await sql<{ replaced: ReferenceValues }[]>`
    SELECT coalesce(replaced, before) AS replaced FROM reference_proposals WHERE proposal_id = ${proposalId}`
  return row?.replaced ?? {}
}

/** Changes for some days that stand over an entry now. */
export async function listStandingOver(sql: Queryable, { list, code, proposalId }: ProposalRow): Promise<ProposalRow[]> {
  return [
    ...(await sql<ProposalRow[]>`${selectProposals(sql)}
      WHERE p.list = ${list} AND p.entry_code = ${code} AND p.proposal_id <> ${proposalId} AND p.state = 'approved' AND p.applied_at IS NOT NULL
        AND p.reverted_at IS NULL AND p.until_on IS NOT NULL`),
  ]
}

export async function changeReplaced(sql: Queryable, proposalId: string, replaced: ReferenceValues): Promise<void> {
  await sql`UPDATE reference_proposals SET replaced = ${sql.json({ ...replaced })} WHERE proposal_id = ${proposalId}`
}

export async function markReverted(sql: Queryable, proposalId: string): Promise<void> {
  await sql`UPDATE reference_proposals SET reverted_at = ansinh_now() WHERE proposal_id = ${proposalId}`
}

/** Changes of offices whose day has come, and those whose last day is over. One at a time, ours until the transaction ends. */
export async function holdNextDue(sql: Queryable): Promise<(ProposalRow & { isOver: boolean }) | null> {
  const [row] = await sql<{ proposalId: string; isOver: boolean }[]>`
    SELECT proposal_id AS "proposalId", applied_at IS NOT NULL AS "isOver" FROM reference_proposals
    WHERE state = 'approved' AND list = 'office' AND reverted_at IS NULL AND from_on <= ansinh_today() AND (applied_at IS NULL OR until_on < ansinh_today())
    ORDER BY from_on, proposed_at LIMIT 1 FOR UPDATE SKIP LOCKED`
  const proposal = row === undefined ? null : await findProposal(sql, row.proposalId)
  return proposal === null || row === undefined ? null : { ...proposal, isOver: row.isOver }
}

export async function readToday(sql: Queryable): Promise<CivilDate> {
  const [row] = await sql<{ today: CivilDate }[]>`SELECT ansinh_today() AS today`
  if (row === undefined) throw new Error('the database knows no day')
  return row.today
}

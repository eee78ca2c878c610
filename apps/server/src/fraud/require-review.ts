import { listCandidates, requireOwnCase } from '../decisions/index.ts'
import { isOwnFamily } from '../families/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import type { SubmittedRegistration } from '../registrations/index.ts'

/** A review shows other applicants too: a supervisor's, of the own office, and never about the own family. */
export async function requireReview(
  sql: Queryable,
  actor: StaffActor,
  registrationId: string,
  lock: 'none' | 'for-update' = 'none',
): Promise<SubmittedRegistration> {
  if (actor.role !== 'supervisor') throw new Refusal('supervisor-needed')
  const row = await requireOwnCase(sql, actor, registrationId, lock)
  if (await isOwnFamily(sql, actor, await listCandidates(sql, row))) throw new Refusal('case-own')
  return row
}

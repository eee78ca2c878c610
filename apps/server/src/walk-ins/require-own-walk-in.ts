import { isOneDesk } from '../decisions/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { findRegistration, type RegistrationRow } from '../registrations/index.ts'
import { findWalkIn } from './walk-in-queries.ts'

/**
 * A registration that was begun at this desk, and not the draft of an applicant: that one is nobody's but the applicant's.
 * @throws Refusal `not-found`, `case-elsewhere`
 */
export async function requireOwnWalkIn(sql: Queryable, actor: StaffActor, registrationId: string): Promise<RegistrationRow> {
  const walkIn = await findWalkIn(sql, registrationId)
  const row = walkIn === null ? null : await findRegistration(sql, registrationId)
  if (walkIn === null || row === null) throw new Refusal('not-found')
  if (!(await isOneDesk(sql, walkIn.officeId, actor.officeId))) throw new Refusal('case-elsewhere')
  return row
}

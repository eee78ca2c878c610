import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { findRegistration, type RegistrationRow } from '../registrations/index.ts'

/** Photos change while the registration is the applicant's to change. `lock`: it stays so until the transaction ends. */
export async function requirePhotoStep(
  sql: Queryable,
  registrationId: string,
  lock: 'none' | 'for-update' = 'none',
): Promise<RegistrationRow> {
  const row = requireFound(await findRegistration(sql, registrationId, lock), 'registration-not-yours')
  if (row.state !== 'draft' && row.state !== 'returned' && row.state !== 'expired') throw new Refusal('move-not-allowed')
  return row
}

import { recordAudit } from '../audit/index.ts'
import type { EmployerActor } from '../platform/actor.ts'
import { hashPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { makeTotpSecret } from '../staff/index.ts'
import { insertOfficer, insertOrganisation, setOfficerSecret } from './employer-officer-queries.ts'

/** `userName`: like `nhansu@tz0001a`; `totpSecret` (base 32) made when left out. */
export type OfficerOrder = {
  employerId: number
  kind?: 'employer' | 'school'
  userName: string
  fullName: string
  role: EmployerActor['role']
  password: string
  totpSecret?: string
}

/** An officer who may sign in at once, and the organisation where it is not open yet: for the demonstration and for tests. */
export async function createEmployerOfficer(platform: Platform, order: OfficerOrder): Promise<{ officerId: number; totpSecret: string }> {
  const totpSecret = order.totpSecret ?? makeTotpSecret()
  const passwordHash = await hashPassword(order.password)
  const { employerId, userName, fullName, role } = order
  const officerId = await inTransaction(platform, async (transaction) => {
    await insertOrganisation(transaction, { employerId, kind: order.kind ?? 'employer', staffId: null })
    const nobody = { madeByStaff: null, madeByOfficer: null, validTo: null }
    const id = await insertOfficer(transaction, { employerId, userName, fullName, role, passwordHash, ...nobody })
    if (id === null) throw new Error(`an officer named ${userName} is there already`)
    await setOfficerSecret(transaction, id, platform.keyring.encrypt('totp', totpSecret, `employer-officer/${id}`))
    await recordAudit(transaction, {
      actor: { kind: 'system', job: 'cli' },
      action: 'employer-officer-made',
      details: { officerId: id, employerId, role },
    })
    return id
  })
  return { officerId, totpSecret }
}

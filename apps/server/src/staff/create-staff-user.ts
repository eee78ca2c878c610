import { recordAudit } from '../audit/index.ts'
import type { Actor } from '../platform/actor.ts'
import { hashPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { insertStaff, type NewStaff, setTotpSecret } from './staff-queries.ts'
import { makeTotpSecret } from './totp.ts'

/** `userName`: 3–40 of a–z 0–9 . -; `validFrom` today when left out; `totpSecret` (base 32) made when left out; `actor` who creates. */
export type StaffOrder = Omit<NewStaff, 'passwordHash' | 'personId' | 'validFrom'> & {
  password: string
  personId?: number | null
  validFrom?: string
  totpSecret?: string
  actor?: Actor
}

/** Somebody who may sign in to the office app. The TOTP secret is answered once, to be entered in an authenticator; it is kept encrypted. */
export async function createStaffUser(platform: Platform, order: StaffOrder): Promise<{ staffId: number; totpSecret: string }> {
  const totpSecret = order.totpSecret ?? makeTotpSecret()
  const passwordHash = await hashPassword(order.password)
  const { userName, fullName, role, officeId } = order
  const staffId = await inTransaction(platform, async (transaction) => {
    const id = await insertStaff(transaction, {
      userName,
      fullName,
      role,
      officeId,
      passwordHash,
      personId: order.personId ?? null,
      validFrom: order.validFrom ?? null,
    })
    await setTotpSecret(transaction, id, platform.keyring.encrypt('totp', totpSecret, `staff/${id}`))
    await recordAudit(transaction, {
      actor: order.actor ?? { kind: 'system', job: 'cli' },
      action: 'staff-created',
      details: { staffId: id, role, officeId },
    })
    return id
  })
  return { staffId, totpSecret }
}

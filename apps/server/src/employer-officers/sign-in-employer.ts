import { recordAudit } from '../audit/index.ts'
import { verifyPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { countSignInTry } from '../platform/sign-in-limits.ts'
import { inTransaction } from '../platform/transaction.ts'
import { giveStaffCookie, makeStaffSession, type OtherDoor } from '../staff/index.ts'
import { findOfficerByUserName, insertEmployerSession } from './employer-session-queries.ts'

/** Between password and second factor, as for staff. */
const STAGE_MINUTES = 5

/** The first factor of an employer's officer, at the sign-in page of staff: a name with an @. The work and the answer are the same. */
export const signInEmployer = (platform: Platform): OtherDoor => ({
  opensFor: (userName) => userName.includes('@'),
  signIn: async ({ body, request, reply }) => {
    const userName = body.userName.trim().toLowerCase()
    const officer = await findOfficerByUserName(platform.sql, userName)
    await countSignInTry(platform, request, reply, { login: `staff/${userName}`, who: `employer/${officer?.officerId ?? 'nobody'}` })

    const right = await verifyPassword(officer?.passwordHash ?? null, body.password)
    if (!right || officer === null) throw new Refusal('staff-sign-in-wrong')

    const { sessionHash, cookieValue } = makeStaffSession()
    const { officerId } = officer
    const expiresAt = await inTransaction(platform, async (transaction) => {
      const line = { actor: { kind: 'anonymous' }, action: 'employer-password-right', requestId: request.id } as const
      await recordAudit(transaction, { ...line, details: { officerId } })
      return insertEmployerSession(transaction, { sessionHash, officerId, stage: 'second-factor', minutes: STAGE_MINUTES })
    })
    giveStaffCookie(reply, cookieValue)
    return { secondFactor: 'totp', kind: 'employer', expiresAt: expiresAt.toISOString() }
  },
})

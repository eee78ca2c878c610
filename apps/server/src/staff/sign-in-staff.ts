import { staffSignInRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { addRoute, type Handler, type Server } from '../platform/add-route.ts'
import { verifyPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { countSignInTry } from '../platform/sign-in-limits.ts'
import { inTransaction } from '../platform/transaction.ts'
import { giveStaffCookie, makeStaffSession } from './staff-cookie.ts'
import { findStaffByUserName, insertStaffSession } from './staff-queries.ts'

/** Between password and second factor. */
const STAGE_MINUTES = 5

/** Users of another kind on the same page, known by the form of their user names: their first factor is asked for with the same care. */
export type OtherDoor = { opensFor: (userName: string) => boolean; signIn: Handler<typeof staffSignInRoute> }

/** First factor. An unknown user name takes the same work and reads the same. The session it opens admits the second factor only. */
export function signInStaff(server: Server, platform: Platform, others: OtherDoor | null): void {
  addRoute(server, staffSignInRoute, async (input) => {
    const { body, request, reply } = input
    const userName = body.userName.trim().toLowerCase()
    if (others?.opensFor(userName) === true) return others.signIn(input)
    const staff = await findStaffByUserName(platform.sql, userName)
    await countSignInTry(platform, request, reply, { login: `staff/${userName}`, who: `staff/${staff?.staffId ?? 'nobody'}` })

    const right = await verifyPassword(staff?.passwordHash ?? null, body.password)
    if (!right || staff === null) throw new Refusal('staff-sign-in-wrong')

    const { sessionHash, cookieValue } = makeStaffSession()
    const expiresAt = await inTransaction(platform, async (transaction) => {
      await recordAudit(transaction, {
        actor: { kind: 'anonymous' },
        action: 'staff-password-right',
        requestId: request.id,
        details: { staffId: staff.staffId },
      })
      return insertStaffSession(transaction, { sessionHash, staffId: staff.staffId, stage: 'second-factor', minutes: STAGE_MINUTES })
    })
    giveStaffCookie(reply, cookieValue)
    return { secondFactor: 'totp' as const, kind: 'staff' as const, expiresAt: expiresAt.toISOString() }
  })
}

import { signInRoute } from '@an-sinh/contract'
import { ACCOUNT_STATES, describeDevice } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { tellPerson } from '../notices/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice, rememberDevice } from '../platform/known-device.ts'
import { verifyPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { countSignInTry, forgetSignInTries } from '../platform/sign-in-limits.ts'
import { inTransaction } from '../platform/transaction.ts'
import { insertSession } from './account-queries.ts'
import { findLogin } from './find-login.ts'
import { toMe } from './get-me.ts'
import { giveSessionCookie, makeSession } from './session-cookie.ts'

/** Sign-in with one's own password. Unknown number, wrong password, held account: the same answer after the same work. */
export function signIn(server: Server, platform: Platform): void {
  addRoute(server, signInRoute, async ({ body, request, reply }) => {
    const { key, person, account } = await findLogin(platform, body.login)
    const who = `citizen/${person?.personId ?? 'nobody'}`
    await countSignInTry(platform, request, reply, { login: key, who })

    const right = await verifyPassword(account?.passwordHash ?? null, body.password)
    if (!right || person === null || account === null || !ACCOUNT_STATES[account.state].maySignIn) throw new Refusal('sign-in-wrong')

    const { token, cookieValue } = makeSession(person.personId)
    const device = describeDevice(request.headers['user-agent'] ?? '')
    const { known } = meetDevice(platform.keyring, request, reply, who)
    await inTransaction(platform, async (transaction) => {
      await insertSession(transaction, token, { hours: platform.settings.citizenSession.hours, deviceLabel: device })
      if (!known) {
        const key = `new-device/${token.sessionHash.toString('base64url')}`
        await tellPerson(platform, transaction, account, { key, content: { event: 'new-device', device } })
      }
      await recordAudit(transaction, {
        actor: { kind: 'citizen', ...token },
        action: 'signed-in',
        personId: person.personId,
        requestId: request.id,
      })
    })
    giveSessionCookie(reply, cookieValue)
    await forgetSignInTries(platform, request, reply, { login: key, who })
    rememberDevice(platform.keyring, request, reply, who)
    return toMe(person, account.phone)
  })
}

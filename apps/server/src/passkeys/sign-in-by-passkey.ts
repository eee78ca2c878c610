import { signInByPasskeyRoute } from '@an-sinh/contract'
import { ACCOUNT_STATES } from '@an-sinh/domain'
import { beginSession, findAccount } from '../accounts/index.ts'
import { getPerson } from '../persons/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { proveByPasskey } from './prove-by-passkey.ts'

/**
 * Signed by a key of the device that only finger, face or PIN open: no number, no password, nothing a stranger could use up.
 * Unknown, removed, forged, of a held account: the same answer.
 */
export function signInByPasskey(server: Server, platform: Platform): void {
  addRoute(server, signInByPasskeyRoute, async ({ body: { credential }, request, reply }) => {
    const { row, spend } = await proveByPasskey(platform, credential, 'passkey-unknown')
    const account = requireFound(await findAccount(platform.sql, row.personId), 'passkey-unknown')
    // A renewed account begins with its first password; what opened the one before does not open it.
    if (!ACCOUNT_STATES[account.state].maySignIn || account.state === 'pending-first-sign-in') throw new Refusal('passkey-unknown')

    const person = await getPerson(platform.sql, row.personId)
    return beginSession(platform, { request, reply, person, account, action: 'signed-in-by-passkey' }, spend)
  })
}

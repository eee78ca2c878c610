import { startPasskeySignInRoute } from '@an-sinh/contract'
import { PASSKEY_RULE } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { makeChallenge } from './challenge.ts'
import { relyingParty } from './relying-party.ts'

/** Names no credential: the device shows those it has. */
export function startPasskeySignIn(server: Server, platform: Platform): void {
  addRoute(server, startPasskeySignInRoute, async () => ({
    challenge: await makeChallenge(platform, 'sign-in'),
    rpId: relyingParty(platform.settings).rpId,
    timeout: PASSKEY_RULE.challengeMinutes * 60_000,
    userVerification: 'required' as const,
  }))
}

import { type Assertion, signInByPasskeyRoute } from '@an-sinh/contract'
import { ACCOUNT_STATES } from '@an-sinh/domain'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { beginSession, findAccount } from '../accounts/index.ts'
import { getPerson } from '../persons/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { isOurChallenge, useChallenge } from './challenge.ts'
import { findPasskeyRow, markPasskeyUsed, type PasskeyRow } from './passkey-queries.ts'
import { challengeOf, relyingParty, userHandleOf } from './relying-party.ts'

/** What the signature says; null for whatever the library does not take. */
const verify = async (platform: Platform, row: PasskeyRow, assertion: Assertion) => {
  const { rpId, origin } = relyingParty(platform.settings)
  const { userHandle, ...response } = assertion.response
  if (userHandle !== undefined && userHandle !== userHandleOf(platform.keyring, row.personId)) return null
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...assertion, response, clientExtensionResults: {} },
    expectedChallenge: (challenge) => isOurChallenge(platform.keyring, 'sign-in', challenge),
    expectedOrigin: origin,
    expectedRPID: rpId,
    credential: { id: assertion.id, publicKey: new Uint8Array(row.publicKey), counter: row.counter },
    requireUserVerification: true,
  }).catch(() => ({ verified: false, authenticationInfo: null }))
  return verified ? authenticationInfo : null
}

/**
 * Signed by a key of the device that only finger, face or PIN open: no number, no password, nothing a stranger could use up.
 * Unknown, removed, forged, of a held account: the same answer.
 */
export function signInByPasskey(server: Server, platform: Platform): void {
  addRoute(server, signInByPasskeyRoute, async ({ body: { credential }, request, reply }) => {
    const row = requireFound(await findPasskeyRow(platform.sql, Buffer.from(credential.id, 'base64url')), 'passkey-unknown')
    const proof = requireFound(await verify(platform, row, credential), 'passkey-unknown')
    const challenge = requireFound(challengeOf(credential.response.clientDataJSON), 'passkey-unknown')
    const account = requireFound(await findAccount(platform.sql, row.personId), 'passkey-unknown')
    // A renewed account begins with its first password; what opened the one before does not open it.
    if (!ACCOUNT_STATES[account.state].maySignIn || account.state === 'pending-first-sign-in') throw new Refusal('passkey-unknown')

    const person = await getPerson(platform.sql, row.personId)
    return beginSession(platform, { request, reply, person, account, action: 'signed-in-by-passkey' }, async (transaction) => {
      if (!(await useChallenge(transaction, challenge))) throw new Refusal('passkey-unknown')
      const now = { counter: proof.newCounter, synced: proof.credentialBackedUp }
      if (!(await markPasskeyUsed(transaction, row, now))) throw new Refusal('passkey-unknown')
    })
  })
}

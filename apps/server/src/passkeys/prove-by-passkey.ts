import type { Assertion } from '@an-sinh/contract'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
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

/** Whose key it was, and how its answer is used up: in the transaction of what it proves, once. */
type Proved = { row: PasskeyRow; spend: (transaction: Queryable) => Promise<void> }

/** @throws Refusal `code`: unknown, removed and forged answer the same */
export async function proveByPasskey(
  platform: Platform,
  credential: Assertion,
  code: 'passkey-unknown' | 'passkey-not-own',
): Promise<Proved> {
  const row = requireFound(await findPasskeyRow(platform.sql, Buffer.from(credential.id, 'base64url')), code)
  const proof = requireFound(await verify(platform, row, credential), code)
  const challenge = requireFound(challengeOf(credential.response.clientDataJSON), code)
  return {
    row,
    spend: async (transaction) => {
      if (!(await useChallenge(transaction, challenge))) throw new Refusal(code)
      const now = { counter: proof.newCounter, synced: proof.credentialBackedUp }
      if (!(await markPasskeyUsed(transaction, row, now))) throw new Refusal(code)
    },
  }
}

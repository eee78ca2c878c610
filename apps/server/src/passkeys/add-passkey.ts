import { randomUUID } from 'node:crypto'
import { addPasskeyRoute, type Attestation } from '@an-sinh/contract'
import { PASSKEY_RULE } from '@an-sinh/domain'
import { verifyRegistrationResponse, type VerifiedRegistrationResponse } from '@simplewebauthn/server'
import { findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { tellPerson } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { requireFreshProof } from '../step-ups/index.ts'
import { isOurChallenge, useChallenge } from './challenge.ts'
import { toPasskey } from './list-passkeys.ts'
import { insertPasskey, listPasskeyRows } from './passkey-queries.ts'
import { challengeOf, relyingParty } from './relying-party.ts'

export function requireName(typed: string): string {
  const name = typed.trim()
  if (name === '') throw new Refusal('passkey-name-empty', { fields: [{ field: 'name', code: 'passkey-name-empty' }] })
  return name
}

/** The library throws at whatever does not fit; to us that is one refusal. */
const verify = async (platform: Platform, personId: number, credential: Attestation) => {
  const { rpId, origin } = relyingParty(platform.settings)
  const verified = await verifyRegistrationResponse({
    response: { ...credential, clientExtensionResults: {} },
    expectedChallenge: (challenge) => isOurChallenge(platform.keyring, `add/${personId}`, challenge),
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
  }).catch((): VerifiedRegistrationResponse => ({ verified: false }))
  return requireFound(verified.registrationInfo, 'passkey-not-made')
}

/** A key to the account: told at once to the phone on file. */
export function addPasskey(server: Server, platform: Platform): void {
  addRoute(server, addPasskeyRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    await requireFreshProof(platform.sql, actor)
    const name = requireName(body.name)
    const account = requireFound(await findAccount(platform.sql, personId), 'not-signed-in')
    const { credential, credentialBackedUp } = await verify(platform, personId, body.credential)
    const challenge = requireFound(challengeOf(body.credential.response.clientDataJSON), 'passkey-not-made')
    const row = {
      personId,
      passkeyId: randomUUID(),
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      synced: credentialBackedUp,
      name,
    }
    const madeAt = await inTransaction(platform, async (transaction) => {
      if (!(await useChallenge(transaction, challenge))) throw new Refusal('passkey-not-made')
      if ((await listPasskeyRows(transaction, personId)).length >= PASSKEY_RULE.most) throw new Refusal('passkeys-full')
      const made = requireFound(await insertPasskey(transaction, row), 'passkey-not-made')
      const key = `passkey-added/${row.passkeyId}`
      await tellPerson(platform, transaction, account, { key, content: { event: 'passkey-added' } })
      await recordAudit(transaction, { actor, action: 'passkey-added', personId, requestId: request.id })
      return made
    })
    return toPasskey({ ...row, madeAt, lastUsedAt: null })
  })
}

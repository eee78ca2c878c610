import { startPasskeyRoute } from '@an-sinh/contract'
import { PASSKEY_RULE } from '@an-sinh/domain'
import { getPerson } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { requireFreshProof } from '../step-ups/index.ts'
import { makeChallenge } from './challenge.ts'
import { listPasskeyRows } from './passkey-queries.ts'
import { relyingParty, userHandleOf } from './relying-party.ts'

/** Ed25519, ES256, RS256: every device has one of them. */
const ALGORITHMS = [-8, -7, -257]

/** Discoverable, with finger, face or PIN, and no word about the make of the device. The name shown by the device holds no number. */
export function startPasskey(server: Server, platform: Platform): void {
  addRoute(server, startPasskeyRoute, async ({ request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    await requireFreshProof(platform.sql, actor)
    await platform.limits.consume('passkey-add', String(personId))
    const rows = await listPasskeyRows(platform.sql, personId)
    if (rows.length >= PASSKEY_RULE.most) throw new Refusal('passkeys-full')
    const { rpId, name } = relyingParty(platform.settings)
    const { fullName } = await getPerson(platform.sql, personId)
    return {
      challenge: await makeChallenge(platform, `add/${personId}`),
      rp: { id: rpId, name },
      user: { id: userHandleOf(platform.keyring, personId), name: fullName, displayName: fullName },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key' as const, alg })),
      timeout: PASSKEY_RULE.challengeMinutes * 60_000,
      excludeCredentials: rows.map(({ credentialId }) => ({ type: 'public-key' as const, id: credentialId.toString('base64url') })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' } as const,
      attestation: 'none' as const,
    }
  })
}

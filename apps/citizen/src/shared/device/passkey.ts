import type { Assertion, Attestation } from '@an-sinh/contract'
import type { AnswerTo } from '../api/routes.ts'

/** The person closed the device's question, or the time for it ran out: nothing went wrong, nothing was changed. */
export class PasskeyGivenUp extends Error {
  override readonly name = 'PasskeyGivenUp'
}

/** Whether this browser knows passkeys at all; asked before anything of them is loaded. */
export const knowsPasskeys = (): boolean => typeof globalThis.PublicKeyCredential === 'function'

const GIVEN_UP = ['NotAllowedError', 'AbortError']

/** The device says no in its own words; ours are kept apart from a mistake of ours. */
const orGivenUp = (error: unknown): never => {
  if (error instanceof Error && GIVEN_UP.includes(error.name)) throw new PasskeyGivenUp()
  throw error
}

/** Lets the device make a passkey. Throws `PasskeyGivenUp` when the person says no. */
export const makePasskey = async (optionsJSON: AnswerTo<'POST /api/me/passkey-challenges'>): Promise<Attestation> => {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const { id, rawId, type, response } = await startRegistration({ optionsJSON }).catch(orGivenUp)
  const { clientDataJSON, attestationObject } = response
  return { id, rawId, type, response: { clientDataJSON, attestationObject } }
}

/** Lets the person choose one of the passkeys this device has. Throws `PasskeyGivenUp` when they do not. */
export const choosePasskey = async (optionsJSON: AnswerTo<'POST /api/passkey-challenges'>): Promise<Assertion> => {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const { id, rawId, type, response } = await startAuthentication({ optionsJSON }).catch(orGivenUp)
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  return {
    id,
    rawId,
    type,
    response: { clientDataJSON, authenticatorData, signature, ...(userHandle === undefined ? {} : { userHandle }) },
  }
}

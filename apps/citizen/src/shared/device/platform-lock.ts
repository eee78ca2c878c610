/** The public half of a key that only this device's fingerprint, face or PIN can use. */
export type PlatformLock = { readonly credentialId: ArrayBuffer; readonly publicKey: ArrayBuffer; readonly algorithm: number }

const TIMEOUT_MS = 60_000
const ES256 = -7
const RS256 = -257
/** Of the authenticator's flags: the person was there, and was recognised (W3C WebAuthn 6.1). */
const PRESENT_AND_VERIFIED = 0b101
const FLAGS_AT = 32

const challengeNow = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32))

/** Whether this device can recognise its holder at all. */
export const hasPlatformLock = async (): Promise<boolean> => {
  try {
    return await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()
  } catch {
    // An old browser does not know the word.
    return false
  }
}

/** Asks the device for a key of its own. Throws when the person says no or the device cannot. */
export const makePlatformLock = async (label: string): Promise<PlatformLock> => {
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: challengeNow(),
      rp: { name: 'An Sinh', id: location.hostname },
      user: { id: challengeNow(), name: label, displayName: label },
      pubKeyCredParams: [
        { type: 'public-key', alg: ES256 },
        { type: 'public-key', alg: RS256 },
      ],
      authenticatorSelection: { authenticatorAttachment: 'platform', userVerification: 'required', residentKey: 'discouraged' },
      attestation: 'none',
      timeout: TIMEOUT_MS,
    },
  })
  if (!(made instanceof PublicKeyCredential) || !(made.response instanceof AuthenticatorAttestationResponse))
    throw new Error('no key was made')
  const publicKey = made.response.getPublicKey()
  if (publicKey === null) throw new Error('the public half is of an unknown kind')
  return { credentialId: made.rawId, publicKey, algorithm: made.response.getPublicKeyAlgorithm() }
}

/** One of the two numbers of a DER signature, as 32 bytes. */
const readInteger = (der: Uint8Array, at: number): Uint8Array => {
  const number = der.subarray(at + 2, at + 2 + (der[at + 1] ?? 0))
  const out = new Uint8Array(32)
  const tail = number.subarray(Math.max(0, number.length - 32))
  out.set(tail, 32 - tail.length)
  return out
}

/** WebAuthn signs in DER, WebCrypto reads the two numbers one after the other. */
const toRawSignature = (signature: ArrayBuffer): Uint8Array<ArrayBuffer> => {
  const der = new Uint8Array(signature)
  const raw = new Uint8Array(64)
  raw.set(readInteger(der, 2))
  raw.set(readInteger(der, 4 + (der[3] ?? 0)), 32)
  return raw
}

const verifySignature = async (lock: PlatformLock, signature: ArrayBuffer, signed: Uint8Array<ArrayBuffer>): Promise<boolean> => {
  if (lock.algorithm === RS256) {
    const kind = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    return crypto.subtle.verify(kind, await crypto.subtle.importKey('spki', lock.publicKey, kind, false, ['verify']), signature, signed)
  }
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('spki', lock.publicKey, curve, false, ['verify'])
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, toRawSignature(signature), signed)
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const answersTo = (clientData: ArrayBuffer, challenge: Uint8Array): boolean => {
  const said: unknown = JSON.parse(new TextDecoder().decode(clientData))
  if (typeof said !== 'object' || said === null || !('challenge' in said) || !('type' in said) || !('origin' in said)) return false
  return said.type === 'webauthn.get' && said.challenge === toBase64Url(challenge) && said.origin === location.origin
}

/** Lets the device recognise its holder; all is checked here, nothing is sent. Throws when the person gives up. */
export const passPlatformLock = async (lock: PlatformLock): Promise<boolean> => {
  const challenge = challengeNow()
  const given = await navigator.credentials.get({
    publicKey: {
      challenge,
      rpId: location.hostname,
      allowCredentials: [{ type: 'public-key', id: lock.credentialId, transports: ['internal'] }],
      userVerification: 'required',
      timeout: TIMEOUT_MS,
    },
  })
  if (!(given instanceof PublicKeyCredential) || !(given.response instanceof AuthenticatorAssertionResponse)) return false
  const { authenticatorData, clientDataJSON, signature } = given.response
  const flags = new Uint8Array(authenticatorData)[FLAGS_AT] ?? 0
  if ((flags & PRESENT_AND_VERIFIED) !== PRESENT_AND_VERIFIED || !answersTo(clientDataJSON, challenge)) return false
  const signed = new Uint8Array(authenticatorData.byteLength + 32)
  signed.set(new Uint8Array(authenticatorData))
  signed.set(new Uint8Array(await crypto.subtle.digest('SHA-256', clientDataJSON)), authenticatorData.byteLength)
  return verifySignature(lock, signature, signed)
}

import { type Static, Type } from 'typebox'
import { meSchema } from './accounts.ts'
import { instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const passkeySchema = Type.Object({
  passkeyId: uuidSchema,
  name: Type.String(),
  madeAt: instantSchema,
  lastUsedAt: nullable(instantSchema),
  synced: Type.Boolean({ description: 'kept by a password manager on more than one device' }),
})
export type Passkey = Static<typeof passkeySchema>

const base64url = Type.String({ maxLength: 8000, pattern: '^[\\w-]+$' })
const publicKey = Type.Literal('public-key')
/** What passes between the browser's WebAuthn and the server, as W3C writes it in JSON. */
const creationOptionsSchema = Type.Object({
  challenge: Type.String(),
  rp: Type.Object({ id: Type.String(), name: Type.String() }),
  user: Type.Object({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
  pubKeyCredParams: Type.Array(Type.Object({ type: publicKey, alg: Type.Integer() })),
  timeout: Type.Integer(),
  excludeCredentials: Type.Array(Type.Object({ type: publicKey, id: Type.String() })),
  authenticatorSelection: Type.Object({
    residentKey: Type.Literal('required'),
    requireResidentKey: Type.Boolean(),
    userVerification: Type.Literal('required'),
  }),
  attestation: Type.Literal('none'),
})
const requestOptionsSchema = Type.Object({
  challenge: Type.String(),
  rpId: Type.String(),
  timeout: Type.Integer(),
  userVerification: Type.Literal('required'),
})
const attestationSchema = Type.Object({
  id: base64url,
  rawId: base64url,
  type: publicKey,
  response: Type.Object({ clientDataJSON: base64url, attestationObject: base64url }),
})
const assertionSchema = Type.Object({
  id: base64url,
  rawId: base64url,
  type: publicKey,
  response: Type.Object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: Type.Optional(base64url),
  }),
})
export type Attestation = Static<typeof attestationSchema>
export type Assertion = Static<typeof assertionSchema>

export const listPasskeysRoute = route({
  operationId: 'listPasskeys',
  method: 'GET',
  url: '/api/me/passkeys',
  surface: 'citizen',
  access: 'citizen',
  summary: 'My passkeys, the newest first',
  answer: Type.Object({ passkeys: Type.Array(passkeySchema) }),
  status: 200,
  refuses: [],
})
export const startPasskeyRoute = route({
  operationId: 'startPasskey',
  method: 'POST',
  url: '/api/me/passkey-challenges',
  surface: 'citizen',
  access: 'citizen',
  summary: 'What the browser needs to make a passkey on this device; five minutes',
  answer: creationOptionsSchema,
  status: 201,
  refuses: ['passkeys-full', 'step-up-needed', 'too-many'],
})
export const addPasskeyRoute = route({
  operationId: 'addPasskey',
  method: 'POST',
  url: '/api/me/passkeys',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Keep the passkey the browser made; the device must have asked for finger, face or PIN; told to the phone on file',
  body: Type.Object({ name: text(60), credential: attestationSchema }),
  answer: passkeySchema,
  status: 201,
  refuses: ['passkey-not-made', 'passkey-name-empty', 'passkeys-full', 'step-up-needed'],
})
export const renamePasskeyRoute = route({
  operationId: 'renamePasskey',
  method: 'PATCH',
  url: '/api/me/passkeys/:passkeyId',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Another name for a passkey',
  params: Type.Object({ passkeyId: uuidSchema }),
  body: Type.Object({ name: text(60) }),
  answer: null,
  status: 204,
  refuses: ['not-found', 'passkey-name-empty'],
})
export const removePasskeyRoute = route({
  operationId: 'removePasskey',
  method: 'DELETE',
  url: '/api/me/passkeys/:passkeyId',
  surface: 'citizen',
  access: 'citizen',
  summary: 'A passkey opens nothing any more; the password stays',
  params: Type.Object({ passkeyId: uuidSchema }),
  answer: null,
  status: 204,
  refuses: ['not-found'],
})
export const startPasskeySignInRoute = route({
  operationId: 'startPasskeySignIn',
  method: 'POST',
  url: '/api/passkey-challenges',
  surface: 'citizen',
  access: 'public',
  summary: 'What the browser needs to offer the passkeys it has for this site; names nobody, five minutes',
  answer: requestOptionsSchema,
  status: 201,
  refuses: [],
})
export const signInByPasskeyRoute = route({
  operationId: 'signInByPasskey',
  method: 'POST',
  url: '/api/passkey-sessions',
  surface: 'citizen',
  access: 'public',
  summary: 'Sign in by a passkey chosen in the browser, without typing a number',
  body: Type.Object({ credential: assertionSchema }),
  answer: meSchema,
  status: 201,
  refuses: ['passkey-unknown'],
})
export const stepUpByPasskeyRoute = route({
  operationId: 'stepUpByPasskey',
  method: 'POST',
  url: '/api/me/passkey-step-ups',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Prove once more who one is, by a passkey of one’s own; holds for this session and ten minutes',
  body: Type.Object({ credential: assertionSchema }),
  answer: null,
  status: 204,
  refuses: ['passkey-not-own'],
})

import { type Static, Type } from 'typebox'
import { instantSchema, partialDateSchema, sexSchema, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

export const meSchema = Type.Object({
  personTag: Type.String({
    description: 'stands for the person towards their own browser; sent back as `ansinh-person` with what was written for them',
  }),
  fullName: Type.String(),
  insuranceNumber: Type.String(),
  bornOn: partialDateSchema,
  sex: sexSchema,
  phoneMasked: Type.String(),
  asksWard: Type.Boolean({ description: 'the stored ward was divided: which one is it now?' }),
})
export type Me = Static<typeof meSchema>

/** Who has it is no stranger: what strangers asked for does not count. */
export const formCodeProofSchema = Type.Optional(Type.String({ maxLength: 40, description: 'form code of the account’s registration' }))

export const signInRoute = route({
  operationId: 'signIn',
  method: 'POST',
  url: '/api/sessions',
  surface: 'citizen',
  access: 'public',
  summary: 'Sign in by insurance number or 12-digit id and one’s own password',
  body: Type.Object({ login: text(40), password: text(1024) }),
  answer: meSchema,
  status: 201,
  refuses: ['sign-in-wrong', 'too-many', 'overloaded'],
})
export const signOutRoute = route({
  operationId: 'signOut',
  method: 'DELETE',
  url: '/api/sessions/current',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Sign out',
  answer: null,
  status: 204,
  refuses: [],
})
export const proveFirstPasswordRoute = route({
  operationId: 'proveFirstPassword',
  method: 'POST',
  url: '/api/first-sign-ins',
  surface: 'citizen',
  access: 'public',
  summary: 'First password from the SMS together with number and birth date; opens ten minutes to set one’s own',
  body: Type.Object({ login: text(40), firstPassword: text(100), bornOn: partialDateSchema }),
  answer: Type.Object({ expiresAt: instantSchema, fullName: Type.String() }),
  status: 201,
  refuses: ['first-password-run-out', 'too-many', 'overloaded'],
})
export const setOwnPasswordRoute = route({
  operationId: 'setOwnPassword',
  method: 'POST',
  url: '/api/first-sign-ins/password',
  surface: 'citizen',
  access: 'public',
  summary: 'Set one’s own password (ticket in cookie) and be signed in',
  body: Type.Object({ password: text(1024) }),
  answer: meSchema,
  status: 201,
  refuses: ['ticket-run-out', 'password-too-short', 'password-too-long', 'password-common', 'password-personal', 'overloaded'],
})
export const requestFirstPasswordRoute = route({
  operationId: 'requestFirstPassword',
  method: 'POST',
  url: '/api/first-password-requests',
  surface: 'citizen',
  access: 'public',
  summary: 'Ask for a new first password: a one-time code goes to the phone of the registration; the same answer for everybody',
  body: Type.Object({ login: text(40), bornOn: partialDateSchema, formCode: formCodeProofSchema }),
  answer: Type.Object({ requestId: uuidSchema, expiresAt: instantSchema, resendAt: instantSchema }),
  status: 202,
  refuses: ['too-many'],
})
export const proveFirstPasswordRequestRoute = route({
  operationId: 'proveFirstPasswordRequest',
  method: 'POST',
  url: '/api/first-password-requests/:requestId/proof',
  surface: 'citizen',
  access: 'public',
  summary: 'Code right: a new first password is sent by SMS (3 a day)',
  params: Type.Object({ requestId: uuidSchema }),
  body: Type.Object({ code: text(20) }),
  answer: Type.Object({ sentAt: instantSchema }),
  status: 202,
  refuses: ['code-wrong', 'too-many'],
})
export const getMeRoute = route({
  operationId: 'getMe',
  method: 'GET',
  url: '/api/me',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Who is signed in',
  answer: meSchema,
  status: 200,
  refuses: [],
})
export const listOwnAccessesRoute = route({
  operationId: 'listOwnAccesses',
  method: 'GET',
  url: '/api/me/accesses',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Who looked at or changed my data, when and why',
  answer: Type.Object({
    accesses: Type.Array(
      Type.Object({ at: instantSchema, who: Type.String(), action: Type.String(), officeName: Type.Union([Type.String(), Type.Null()]) }),
    ),
  }),
  status: 200,
  refuses: [],
})

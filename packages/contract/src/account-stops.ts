import { type Static, Type } from 'typebox'
import { instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const stopSchema = Type.Object({ stopId: uuidSchema, fileNumber: Type.String(), askedAt: instantSchema, appliesAt: instantSchema })
export type AccountStop = Static<typeof stopSchema>
const params = Type.Object({ stopId: uuidSchema })

export const getAccountStopRoute = route({
  operationId: 'getAccountStop',
  method: 'GET',
  url: '/api/me/account-stop',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Where the code will go, and a stop that waits its day',
  answer: Type.Object({ phoneMasked: Type.String(), holdHours: Type.Integer(), open: nullable(stopSchema) }),
  status: 200,
  refuses: [],
})
export const sendAccountStopCodeRoute = route({
  operationId: 'sendAccountStopCode',
  method: 'POST',
  url: '/api/me/account-stop/codes',
  surface: 'citizen',
  access: 'citizen',
  summary: 'The password is proved; a code goes to the phone of the account',
  body: Type.Object({ password: text(1000) }),
  answer: Type.Object({ expiresAt: instantSchema, resendAt: instantSchema }),
  status: 202,
  refuses: ['current-password-wrong', 'account-stop-open', 'account-closed', 'too-many'],
})
export const askAccountStopRoute = route({
  operationId: 'askAccountStop',
  method: 'POST',
  url: '/api/me/account-stops',
  surface: 'citizen',
  access: 'citizen',
  summary:
    'Form 01 “ngừng”: password and code once more; told on every channel, done after the hold; the same id again is the same request',
  body: Type.Object({ stopId: uuidSchema, password: text(1000), code: text(20) }),
  answer: stopSchema,
  status: 201,
  refuses: ['current-password-wrong', 'code-wrong', 'account-stop-open', 'account-closed', 'too-many'],
})
export const cancelAccountStopRoute = route({
  operationId: 'cancelAccountStop',
  method: 'DELETE',
  url: '/api/me/account-stops/:stopId',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Take a stop back while it waits; told where it had been announced',
  params,
  answer: null,
  status: 204,
  refuses: ['not-found'],
})
export const getAccountStopFormRoute = route({
  operationId: 'getAccountStopForm',
  method: 'GET',
  url: '/api/me/account-stops/:stopId/form',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Form 01 for the purpose “ngừng” as PDF',
  params,
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['not-found', 'office-unknown', 'overloaded'],
})

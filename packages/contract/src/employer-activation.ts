import { Type } from 'typebox'
import { text } from './common.ts'
import { route } from './route.ts'

const activation = { userName: text(60), code: text(40) }
export const beginActivationRoute = route({
  operationId: 'beginActivation',
  method: 'POST',
  url: '/api/employer/activations',
  surface: 'office',
  access: 'public',
  summary: 'User name and code of the slip → the secret for an authenticator; the code is not used up yet',
  body: Type.Object(activation),
  answer: Type.Object({
    totpSecret: Type.String({ description: 'base 32' }),
    totpQr: Type.String({ description: 'the otpauth address as a QR code, SVG' }),
  }),
  status: 200,
  refuses: ['officer-code-wrong', 'too-many'],
})
export const finishActivationRoute = route({
  operationId: 'finishActivation',
  method: 'POST',
  url: '/api/employer/activations/completion',
  surface: 'office',
  access: 'public',
  summary: 'Own password and the authenticator’s first code; the slip’s code is used up',
  body: Type.Object({ ...activation, password: text(1024), totp: text(20) }),
  answer: null,
  status: 204,
  refuses: [
    'officer-code-wrong',
    'staff-sign-in-wrong',
    'password-too-short',
    'password-too-long',
    'password-common',
    'password-personal',
    'too-many',
  ],
})

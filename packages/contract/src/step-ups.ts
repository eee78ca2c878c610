import { Type } from 'typebox'
import { text } from './common.ts'
import { route } from './route.ts'

export const stepUpByPasswordRoute = route({
  operationId: 'stepUpByPassword',
  method: 'POST',
  url: '/api/me/step-ups',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Prove once more who one is, by the password; holds for this session and ten minutes',
  body: Type.Object({ password: text(256) }),
  answer: null,
  status: 204,
  refuses: ['current-password-wrong', 'too-many'],
})

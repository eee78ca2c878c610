import { registrationParams } from './registration-schemas.ts'
import { route } from './route.ts'

export const getForm01Route = route({
  operationId: 'getForm01',
  method: 'GET',
  url: '/api/registrations/:registrationId/form-01',
  surface: 'citizen',
  access: 'applicant',
  summary: 'Form 01 as PDF',
  params: registrationParams,
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['registration-not-yours', 'move-not-allowed', 'overloaded'],
})

export const getBlankForm01Route = route({
  operationId: 'getBlankForm01',
  method: 'GET',
  url: '/api/form-01/blank',
  surface: 'both',
  access: 'public',
  summary: 'Form 01 blank, for a walk-in',
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['overloaded'],
})

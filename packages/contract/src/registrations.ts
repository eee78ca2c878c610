import { Type } from 'typebox'
import { registrationSchema, answersSchema, registrationParams } from './registration-schemas.ts'
import { route } from './route.ts'

export const submitRegistrationRoute = route({
  operationId: 'submitRegistration',
  method: 'POST',
  url: '/api/registrations/:registrationId/submission',
  surface: 'citizen',
  access: 'applicant',
  summary: 'Send the registration, or send it again after a return or expiry; repeating the same version answers the same receipt',
  params: registrationParams,
  body: Type.Object({ answers: answersSchema, version: Type.Integer() }),
  answer: registrationSchema,
  status: 201,
  refuses: [
    'bad-text',
    'name-empty',
    'name-too-long',
    'name-bad-character',
    'insurance-number-shape',
    'national-id-shape',
    'passport-shape',
    'number-missing',
    'birth-date-wrong',
    'email-shape',
    'address-unknown',
    'office-unknown',
    'phone-not-proved',
    'photos-missing',
    'privacy-not-read',
    'move-not-allowed',
    'version-conflict',
    'too-many',
    'registration-not-yours',
  ],
})

export const extendRegistrationRoute = route({
  operationId: 'extendRegistration',
  method: 'POST',
  url: '/api/registrations/:registrationId/extension',
  surface: 'citizen',
  access: 'applicant',
  summary: 'Ten more days, at most twice, not after the grace',
  params: registrationParams,
  answer: registrationSchema,
  status: 200,
  refuses: ['extension-used-up', 'extension-too-late', 'move-not-allowed', 'registration-not-yours'],
})

export const changeOfficeRoute = route({
  operationId: 'changeOffice',
  method: 'PUT',
  url: '/api/registrations/:registrationId/office',
  surface: 'citizen',
  access: 'applicant',
  summary: 'Hand the form in elsewhere; the deadline follows the new office’s calendar',
  params: registrationParams,
  body: Type.Object({ officeId: Type.Integer() }),
  answer: registrationSchema,
  status: 200,
  refuses: ['office-unknown', 'move-not-allowed', 'registration-not-yours'],
})

export const withdrawRegistrationRoute = route({
  operationId: 'withdrawRegistration',
  method: 'POST',
  url: '/api/registrations/:registrationId/withdrawal',
  surface: 'citizen',
  access: 'applicant',
  summary: 'Take the registration back',
  params: registrationParams,
  answer: registrationSchema,
  status: 200,
  refuses: ['move-not-allowed', 'registration-not-yours'],
})

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

import { Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, registrationStateSchema, text, uuidSchema } from './common.ts'
import { registrationSchema, registrationParams } from './registration-schemas.ts'
import { route } from './route.ts'

export const startRegistrationRoute = route({
  operationId: 'startRegistration',
  method: 'POST',
  url: '/api/registrations',
  surface: 'citizen',
  access: 'public',
  summary: 'Start a draft; the browser becomes its owner by cookie. Repeating the same id answers the same draft',
  body: Type.Object({ registrationId: uuidSchema }),
  answer: registrationSchema,
  status: 201,
  refuses: ['registration-not-yours', 'work-first', 'too-many'],
})

export const listOwnRegistrationsRoute = route({
  operationId: 'listOwnRegistrations',
  method: 'GET',
  url: '/api/registrations',
  surface: 'citizen',
  access: 'public',
  summary: 'Registrations this browser may open',
  answer: Type.Object({ registrations: Type.Array(registrationSchema) }),
  status: 200,
  refuses: [],
})

export const getRegistrationRoute = route({
  operationId: 'getRegistration',
  method: 'GET',
  url: '/api/registrations/:registrationId',
  surface: 'citizen',
  access: 'applicant',
  summary: 'One own registration',
  params: registrationParams,
  answer: registrationSchema,
  status: 200,
  refuses: ['registration-not-yours', 'work-first', 'too-many'],
})

export const acceptPrivacyTextRoute = route({
  operationId: 'acceptPrivacyText',
  method: 'PUT',
  url: '/api/registrations/:registrationId/privacy-text',
  surface: 'citizen',
  access: 'applicant',
  summary: 'The privacy screen was read; its version is stored',
  params: registrationParams,
  body: Type.Object({ version: text(40) }),
  answer: registrationSchema,
  status: 200,
  refuses: ['registration-not-yours', 'work-first', 'too-many'],
})

export const sendPhoneCodeRoute = route({
  operationId: 'sendPhoneCode',
  method: 'POST',
  url: '/api/registrations/:registrationId/phone-codes',
  surface: 'citizen',
  access: 'applicant',
  summary: 'Send a one-time code to the phone',
  params: registrationParams,
  body: Type.Object({ phone: text(40) }),
  answer: Type.Object({ phoneMasked: Type.String(), expiresAt: instantSchema, resendAt: instantSchema }),
  status: 202,
  refuses: ['phone-shape', 'too-many', 'registration-not-yours', 'move-not-allowed'],
})

export const provePhoneRoute = route({
  operationId: 'provePhone',
  method: 'POST',
  url: '/api/registrations/:registrationId/phone-proof',
  surface: 'citizen',
  access: 'applicant',
  summary: 'Prove the phone by the code',
  params: registrationParams,
  body: Type.Object({ code: text(20) }),
  answer: registrationSchema,
  status: 200,
  refuses: ['code-wrong', 'too-many', 'registration-not-yours', 'move-not-allowed'],
})

export const getRegistrationStatusRoute = route({
  operationId: 'getRegistrationStatus',
  method: 'POST',
  url: '/api/registration-status',
  surface: 'citizen',
  access: 'public',
  summary: 'State and next step by form code; nothing personal',
  body: Type.Object({ formCode: text(40) }),
  answer: Type.Object({
    state: registrationStateSchema,
    reads: bilingualSchema,
    nextStep: bilingualSchema,
    dueOn: nullable(civilDateSchema),
  }),
  status: 200,
  refuses: ['form-code-length', 'form-code-character', 'form-code-check', 'form-code-unknown', 'work-first', 'too-many'],
})

export const openRegistrationRoute = route({
  operationId: 'openRegistration',
  method: 'POST',
  url: '/api/registration-openings',
  surface: 'citizen',
  access: 'public',
  summary: 'Send a code to the proved phone of a form; the same answer for unknown forms',
  body: Type.Object({ formCode: text(40) }),
  answer: Type.Object({ openingId: uuidSchema, expiresAt: instantSchema, resendAt: instantSchema }),
  status: 202,
  refuses: ['form-code-length', 'form-code-character', 'form-code-check', 'too-many'],
})

export const proveOpeningRoute = route({
  operationId: 'proveOpening',
  method: 'POST',
  url: '/api/registration-openings/:openingId/proof',
  surface: 'citizen',
  access: 'public',
  summary: 'Form code and phone proved: this browser may open the registration',
  params: Type.Object({ openingId: uuidSchema }),
  body: Type.Object({ code: text(20) }),
  answer: registrationSchema,
  status: 200,
  refuses: ['code-wrong', 'too-many'],
})

import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, officeSchema, partialDateSchema, photoKindSchema, registrationStateSchema, sexSchema, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const registrationParams = Type.Object({ registrationId: uuidSchema })

/** The answers as the applicant sends them (vssid-facts §2.2). At least one of the three numbers. Parsed by the domain at the edge. */
export const answersSchema = Type.Object({
  fullName: text(2000),
  insuranceNumber: nullable(text(40)),
  insuranceNumberForgotten: Type.Boolean(),
  nationalId: nullable(text(40)),
  passportNumber: nullable(text(40)),
  nationality: Type.String({ pattern: '^[A-Z]{2}$' }),
  bornOn: partialDateSchema,
  sex: sexSchema,
  email: nullable(text(254)),
  provinceCode: text(10),
  wardCode: text(10),
  street: text(300),
  /** The address as known before 2025-07-01, when the person came through the old tree. */
  oldAddress: nullable(text(300)),
  officeId: Type.Integer(),
  officeChoice: Type.Union([Type.Literal('participation'), Type.Literal('residence'), Type.Literal('other')]),
  employerMayPrint: Type.Boolean(),
})
export type Answers = Static<typeof answersSchema>

const idCardSchema = Type.Object({ nationalId: Type.String(), legacyId: nullable(Type.String()), fullName: Type.String(), bornOn: partialDateSchema, sex: sexSchema, address: Type.String(), issuedOn: nullable(civilDateSchema) })
const photoSchema = Type.Object({
  kind: photoKindSchema,
  documentId: uuidSchema,
  widthPx: Type.Integer(),
  heightPx: Type.Integer(),
  sizeBytes: Type.Integer(),
  /** What the server saw; hints only. `idCard` only on id photos whose QR could be read. */
  face: Type.Union([Type.Literal('one'), Type.Literal('none'), Type.Literal('several'), Type.Literal('not-checked')]),
  blurred: Type.Boolean(),
  idCard: nullable(idCardSchema),
})
export type Photo = Static<typeof photoSchema>
export type IdCardFacts = Static<typeof idCardSchema>

export const registrationSchema = Type.Object({
  registrationId: uuidSchema,
  state: registrationStateSchema,
  version: Type.Integer(),
  phoneMasked: nullable(Type.String()),
  phoneProved: Type.Boolean(),
  privacyTextVersion: nullable(Type.String()),
  answers: nullable(answersSchema),
  photos: Type.Array(photoSchema),
  fileNumber: nullable(Type.String()),
  formCode: nullable(Type.String()),
  submittedAt: nullable(instantSchema),
  dueOn: nullable(civilDateSchema),
  graceEndsOn: nullable(civilDateSchema),
  extensionsLeft: Type.Integer(),
  office: nullable(officeSchema),
  reads: bilingualSchema,
  nextStep: bilingualSchema,
  reasons: Type.Array(Type.Object({ code: Type.String(), sentence: bilingualSchema, nextStep: bilingualSchema })),
  may: Type.Object({ correct: Type.Boolean(), print: Type.Boolean(), extend: Type.Boolean(), changeOffice: Type.Boolean(), withdraw: Type.Boolean() }),
  history: Type.Array(Type.Object({ move: Type.String(), toState: registrationStateSchema, at: instantSchema })),
})
export type Registration = Static<typeof registrationSchema>

export const startRegistrationRoute = route({ operationId: 'startRegistration', method: 'POST', url: '/api/registrations', surface: 'citizen', access: 'public', summary: 'Start a draft; the browser becomes its owner by cookie. Repeating the same id answers the same draft', body: Type.Object({ registrationId: uuidSchema }), answer: registrationSchema, status: 201, refuses: ['registration-not-yours'] })
export const listOwnRegistrationsRoute = route({ operationId: 'listOwnRegistrations', method: 'GET', url: '/api/registrations', surface: 'citizen', access: 'public', summary: 'Registrations this browser may open', answer: Type.Object({ registrations: Type.Array(registrationSchema) }), status: 200, refuses: [] })
export const getRegistrationRoute = route({ operationId: 'getRegistration', method: 'GET', url: '/api/registrations/:registrationId', surface: 'citizen', access: 'applicant', summary: 'One own registration', params: registrationParams, answer: registrationSchema, status: 200, refuses: ['registration-not-yours'] })
export const acceptPrivacyTextRoute = route({ operationId: 'acceptPrivacyText', method: 'PUT', url: '/api/registrations/:registrationId/privacy-text', surface: 'citizen', access: 'applicant', summary: 'The privacy screen was read; its version is stored', params: registrationParams, body: Type.Object({ version: text(40) }), answer: registrationSchema, status: 200, refuses: ['registration-not-yours'] })
export const sendPhoneCodeRoute = route({ operationId: 'sendPhoneCode', method: 'POST', url: '/api/registrations/:registrationId/phone-codes', surface: 'citizen', access: 'applicant', summary: 'Send a one-time code to the phone', params: registrationParams, body: Type.Object({ phone: text(40) }), answer: Type.Object({ phoneMasked: Type.String(), expiresAt: instantSchema, resendAt: instantSchema }), status: 202, refuses: ['phone-shape', 'too-many', 'registration-not-yours', 'move-not-allowed'] })
export const provePhoneRoute = route({ operationId: 'provePhone', method: 'POST', url: '/api/registrations/:registrationId/phone-proof', surface: 'citizen', access: 'applicant', summary: 'Prove the phone by the code', params: registrationParams, body: Type.Object({ code: text(20) }), answer: registrationSchema, status: 200, refuses: ['code-wrong', 'too-many', 'registration-not-yours'] })

export const startPhotoRoute = route({ operationId: 'startPhoto', method: 'POST', url: '/api/registrations/:registrationId/photos', surface: 'citizen', access: 'applicant-photos', summary: 'Announce a photo; answers where to go on (resumes by sha256)', params: registrationParams, body: Type.Object({ uploadId: uuidSchema, kind: photoKindSchema, sizeBytes: Type.Integer({ minimum: 0, maximum: 100_000_000 }), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), hints: Type.Object({ faults: Type.Array(text(40), { maxItems: 10 }), tries: Type.Integer({ minimum: 0, maximum: 99 }), face: Type.Optional(text(20)) }) }), answer: Type.Object({ uploadId: uuidSchema, offset: Type.Integer() }), status: 201, refuses: ['privacy-not-read', 'too-large', 'photo-unreadable', 'too-many', 'registration-not-yours', 'move-not-allowed'] })
export const sendPhotoPieceRoute = route({ operationId: 'sendPhotoPiece', method: 'PATCH', url: '/api/registrations/:registrationId/photos/:uploadId', surface: 'citizen', access: 'applicant-photos', summary: 'One piece of at most 64 kB at header upload-offset', params: Type.Object({ registrationId: uuidSchema, uploadId: uuidSchema }), takes: 'application/octet-stream', answer: Type.Object({ offset: Type.Integer() }), status: 200, refuses: ['upload-offset', 'too-large', 'registration-not-yours'] })
export const getPhotoOffsetRoute = route({ operationId: 'getPhotoOffset', method: 'GET', url: '/api/registrations/:registrationId/photos/:uploadId/offset', surface: 'citizen', access: 'applicant-photos', summary: 'Where an upload stands', params: Type.Object({ registrationId: uuidSchema, uploadId: uuidSchema }), answer: Type.Object({ offset: Type.Integer() }), status: 200, refuses: ['registration-not-yours', 'not-found'] })
export const finishPhotoRoute = route({ operationId: 'finishPhoto', method: 'POST', url: '/api/registrations/:registrationId/photos/:uploadId/completion', surface: 'citizen', access: 'applicant-photos', summary: 'All pieces sent: check hash, decode, re-encode, encrypt, look for QR and face; repeating answers the same', params: Type.Object({ registrationId: uuidSchema, uploadId: uuidSchema }), answer: photoSchema, status: 200, refuses: ['upload-hash', 'photo-type', 'photo-heic', 'photo-unreadable', 'photo-too-many-pixels', 'upload-offset', 'registration-not-yours', 'overloaded'] })
export const getOwnPhotoRoute = route({ operationId: 'getOwnPhoto', method: 'GET', url: '/api/registrations/:registrationId/photo/:kind', surface: 'citizen', access: 'applicant', summary: 'Own photo as JPEG', params: Type.Object({ registrationId: uuidSchema, kind: photoKindSchema }), answer: null, media: 'image/jpeg', status: 200, refuses: ['registration-not-yours', 'not-found'] })
export const makePhotoHandoffRoute = route({ operationId: 'makePhotoHandoff', method: 'POST', url: '/api/registrations/:registrationId/photo-handoffs', surface: 'citizen', access: 'applicant', summary: 'A one-time link (10 min) that hands the photo step to a phone', params: registrationParams, answer: Type.Object({ token: Type.String(), expiresAt: instantSchema }), status: 201, refuses: ['registration-not-yours', 'move-not-allowed'] })
export const takePhotoHandoffRoute = route({ operationId: 'takePhotoHandoff', method: 'POST', url: '/api/photo-handoffs', surface: 'citizen', access: 'public', summary: 'The phone takes the photo step over', body: Type.Object({ token: text(100) }), answer: Type.Object({ registrationId: uuidSchema, privacyTextVersion: nullable(Type.String()), photoKinds: Type.Array(photoKindSchema) }), status: 201, refuses: ['handoff-gone', 'too-many'] })

export const submitRegistrationRoute = route({ operationId: 'submitRegistration', method: 'POST', url: '/api/registrations/:registrationId/submission', surface: 'citizen', access: 'applicant', summary: 'Send the registration, or send it again after a return or expiry; repeating the same version answers the same receipt', params: registrationParams, body: Type.Object({ answers: answersSchema, version: Type.Integer() }), answer: registrationSchema, status: 201, refuses: ['bad-text', 'name-empty', 'name-too-long', 'name-bad-character', 'insurance-number-shape', 'national-id-shape', 'passport-shape', 'number-missing', 'birth-date-wrong', 'email-shape', 'address-unknown', 'office-unknown', 'phone-not-proved', 'photos-missing', 'privacy-not-read', 'move-not-allowed', 'version-conflict', 'too-many', 'registration-not-yours'] })
export const getForm01Route = route({ operationId: 'getForm01', method: 'GET', url: '/api/registrations/:registrationId/form-01', surface: 'citizen', access: 'applicant', summary: 'Form 01 as PDF', params: registrationParams, answer: null, media: 'application/pdf', status: 200, refuses: ['registration-not-yours', 'move-not-allowed', 'overloaded'] })
export const getBlankForm01Route = route({ operationId: 'getBlankForm01', method: 'GET', url: '/api/form-01/blank', surface: 'both', access: 'public', summary: 'Form 01 blank, for a walk-in', answer: null, media: 'application/pdf', status: 200, refuses: ['overloaded'] })
export const extendRegistrationRoute = route({ operationId: 'extendRegistration', method: 'POST', url: '/api/registrations/:registrationId/extension', surface: 'citizen', access: 'applicant', summary: 'Ten more days, at most twice, not after the grace', params: registrationParams, answer: registrationSchema, status: 200, refuses: ['extension-used-up', 'extension-too-late', 'move-not-allowed', 'registration-not-yours'] })
export const changeOfficeRoute = route({ operationId: 'changeOffice', method: 'PUT', url: '/api/registrations/:registrationId/office', surface: 'citizen', access: 'applicant', summary: 'Hand the form in elsewhere; the deadline follows the new office’s calendar', params: registrationParams, body: Type.Object({ officeId: Type.Integer() }), answer: registrationSchema, status: 200, refuses: ['office-unknown', 'move-not-allowed', 'registration-not-yours'] })
export const withdrawRegistrationRoute = route({ operationId: 'withdrawRegistration', method: 'POST', url: '/api/registrations/:registrationId/withdrawal', surface: 'citizen', access: 'applicant', summary: 'Take the registration back', params: registrationParams, answer: registrationSchema, status: 200, refuses: ['move-not-allowed', 'registration-not-yours'] })

export const getRegistrationStatusRoute = route({ operationId: 'getRegistrationStatus', method: 'POST', url: '/api/registration-status', surface: 'citizen', access: 'public', summary: 'State and next step by form code; nothing personal', body: Type.Object({ formCode: text(40) }), answer: Type.Object({ state: registrationStateSchema, reads: bilingualSchema, nextStep: bilingualSchema, dueOn: nullable(civilDateSchema) }), status: 200, refuses: ['form-code-length', 'form-code-character', 'form-code-check', 'form-code-unknown', 'too-many'] })
export const openRegistrationRoute = route({ operationId: 'openRegistration', method: 'POST', url: '/api/registration-openings', surface: 'citizen', access: 'public', summary: 'Send a code to the proved phone of a form; the same answer for unknown forms', body: Type.Object({ formCode: text(40) }), answer: Type.Object({ openingId: uuidSchema, expiresAt: instantSchema, resendAt: instantSchema }), status: 202, refuses: ['form-code-length', 'form-code-character', 'form-code-check', 'too-many'] })
export const proveOpeningRoute = route({ operationId: 'proveOpening', method: 'POST', url: '/api/registration-openings/:openingId/proof', surface: 'citizen', access: 'public', summary: 'Form code and phone proved: this browser may open the registration', params: Type.Object({ openingId: uuidSchema }), body: Type.Object({ code: text(20) }), answer: registrationSchema, status: 200, refuses: ['code-wrong', 'too-many'] })

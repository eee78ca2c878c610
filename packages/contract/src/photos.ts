import { Type } from 'typebox'
import { instantSchema, nullable, photoKindSchema, text, uuidSchema } from './common.ts'
import { announced, FINISH_REFUSALS, sentPiece } from './photo-uploads.ts'
import { announcedPhotoSchema, photoSchema, registrationParams } from './registration-schemas.ts'
import { route } from './route.ts'

export const startPhotoRoute = route({
  operationId: 'startPhoto',
  ...announced,
  url: '/api/registrations/:registrationId/photos',
  surface: 'citizen',
  access: 'applicant-photos',
  summary: 'Announce a photo; answers where to go on (resumes by sha256)',
  params: registrationParams,
  body: announcedPhotoSchema,
  refuses: ['privacy-not-read', 'too-large', 'photo-unreadable', 'too-many', 'registration-not-yours', 'move-not-allowed'],
})

export const sendPhotoPieceRoute = route({
  operationId: 'sendPhotoPiece',
  ...sentPiece,
  url: '/api/registrations/:registrationId/photos/:uploadId',
  surface: 'citizen',
  access: 'applicant-photos',
  params: Type.Object({ registrationId: uuidSchema, uploadId: uuidSchema }),
  refuses: ['upload-offset', 'too-large', 'not-found', 'registration-not-yours'],
})

export const getPhotoOffsetRoute = route({
  operationId: 'getPhotoOffset',
  method: 'GET',
  url: '/api/registrations/:registrationId/photos/:uploadId/offset',
  surface: 'citizen',
  access: 'applicant-photos',
  summary: 'Where an upload stands',
  params: Type.Object({ registrationId: uuidSchema, uploadId: uuidSchema }),
  answer: Type.Object({ offset: Type.Integer() }),
  status: 200,
  refuses: ['registration-not-yours', 'not-found'],
})

export const finishPhotoRoute = route({
  operationId: 'finishPhoto',
  method: 'POST',
  url: '/api/registrations/:registrationId/photos/:uploadId/completion',
  surface: 'citizen',
  access: 'applicant-photos',
  summary: 'All pieces sent: check hash, decode, re-encode, encrypt, look for QR and face; repeating answers the same',
  params: Type.Object({ registrationId: uuidSchema, uploadId: uuidSchema }),
  answer: photoSchema,
  status: 200,
  refuses: ['registration-not-yours', 'move-not-allowed', ...FINISH_REFUSALS],
})

export const getOwnPhotoRoute = route({
  operationId: 'getOwnPhoto',
  method: 'GET',
  url: '/api/registrations/:registrationId/photo/:kind',
  surface: 'citizen',
  access: 'applicant',
  summary: 'Own photo as JPEG',
  params: Type.Object({ registrationId: uuidSchema, kind: photoKindSchema }),
  answer: null,
  media: 'image/jpeg',
  status: 200,
  refuses: ['registration-not-yours', 'not-found'],
})

export const makePhotoHandoffRoute = route({
  operationId: 'makePhotoHandoff',
  method: 'POST',
  url: '/api/registrations/:registrationId/photo-handoffs',
  surface: 'citizen',
  access: 'applicant',
  summary: 'A one-time link (10 min) that hands the photo step to a phone',
  params: registrationParams,
  answer: Type.Object({ token: Type.String(), expiresAt: instantSchema }),
  status: 201,
  refuses: ['registration-not-yours', 'move-not-allowed'],
})

export const takePhotoHandoffRoute = route({
  operationId: 'takePhotoHandoff',
  method: 'POST',
  url: '/api/photo-handoffs',
  surface: 'citizen',
  access: 'public',
  summary: 'The phone takes the photo step over',
  body: Type.Object({ token: text(100) }),
  answer: Type.Object({ registrationId: uuidSchema, privacyTextVersion: nullable(Type.String()), photoKinds: Type.Array(photoKindSchema) }),
  status: 201,
  refuses: ['handoff-gone', 'move-not-allowed', 'too-many'],
})

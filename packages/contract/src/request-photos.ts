import { Type } from 'typebox'
import { photoKindSchema, uuidSchema } from './common.ts'
import { announcedPhotoSchema, photoSchema } from './registration-schemas.ts'
import { route } from './route.ts'

const uploadParams = Type.Object({ requestId: uuidSchema, uploadId: uuidSchema })

export const startRequestPhotoRoute = route({
  operationId: 'startRequestPhoto',
  method: 'POST',
  url: '/api/me/requests/:requestId/photos',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Announce a paper or a portrait for one’s own request, sent or not yet; answers where to go on (resumes by sha256)',
  params: Type.Object({ requestId: uuidSchema }),
  body: announcedPhotoSchema,
  answer: Type.Object({ uploadId: uuidSchema, offset: Type.Integer() }),
  status: 201,
  refuses: ['too-large', 'photo-unreadable', 'too-many', 'not-found', 'correction-closed', 'bad-request'],
})
export const sendRequestPhotoPieceRoute = route({
  operationId: 'sendRequestPhotoPiece',
  method: 'PATCH',
  url: '/api/me/requests/:requestId/photos/:uploadId',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One piece of at most 64 kB at header upload-offset',
  params: uploadParams,
  takes: 'application/octet-stream',
  answer: Type.Object({ offset: Type.Integer() }),
  status: 200,
  refuses: ['upload-offset', 'too-large', 'not-found', 'bad-request'],
})
export const finishRequestPhotoRoute = route({
  operationId: 'finishRequestPhoto',
  method: 'POST',
  url: '/api/me/requests/:requestId/photos/:uploadId/completion',
  surface: 'citizen',
  access: 'citizen',
  summary: 'All pieces sent: check hash, decode, re-encode, encrypt; repeating answers the same',
  params: uploadParams,
  answer: photoSchema,
  status: 200,
  refuses: [
    'upload-hash',
    'photo-type',
    'photo-heic',
    'photo-unreadable',
    'photo-too-many-pixels',
    'upload-offset',
    'not-found',
    'correction-closed',
    'overloaded',
    'unavailable',
  ],
})
export const getRequestPhotoRoute = route({
  operationId: 'getRequestPhoto',
  method: 'GET',
  url: '/api/me/requests/:requestId/photo/:kind',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One’s own photo as JPEG',
  params: Type.Object({ requestId: uuidSchema, kind: photoKindSchema }),
  answer: null,
  media: 'image/jpeg',
  status: 200,
  refuses: ['not-found'],
})

import { Type } from 'typebox'
import { photoKindSchema, uuidSchema } from './common.ts'
import { announced, FINISH_REFUSALS, FINISHED, sentPiece } from './photo-uploads.ts'
import { announcedPhotoSchema, photoSchema } from './registration-schemas.ts'
import { route } from './route.ts'

const uploadParams = Type.Object({ requestId: uuidSchema, uploadId: uuidSchema })

export const startRequestPhotoRoute = route({
  operationId: 'startRequestPhoto',
  ...announced,
  url: '/api/me/requests/:requestId/photos',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Announce a paper or a portrait for one’s own request, sent or not yet; answers where to go on (resumes by sha256)',
  params: Type.Object({ requestId: uuidSchema }),
  body: announcedPhotoSchema,
  refuses: ['too-large', 'photo-unreadable', 'too-many', 'not-found', 'correction-closed', 'bad-request'],
})
export const sendRequestPhotoPieceRoute = route({
  operationId: 'sendRequestPhotoPiece',
  ...sentPiece,
  url: '/api/me/requests/:requestId/photos/:uploadId',
  surface: 'citizen',
  access: 'citizen',
  params: uploadParams,
  refuses: ['upload-offset', 'too-large', 'not-found', 'bad-request'],
})
export const finishRequestPhotoRoute = route({
  operationId: 'finishRequestPhoto',
  method: 'POST',
  url: '/api/me/requests/:requestId/photos/:uploadId/completion',
  surface: 'citizen',
  access: 'citizen',
  summary: FINISHED,
  params: uploadParams,
  answer: photoSchema,
  status: 200,
  refuses: ['correction-closed', ...FINISH_REFUSALS],
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

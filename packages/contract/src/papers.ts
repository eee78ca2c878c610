import { type Static, Type } from 'typebox'
import { caseParams } from './case-schemas.ts'
import { instantSchema, nullable, photoKindSchema, text, uuidSchema } from './common.ts'
import { announced, announcedFileFields, FINISH_REFUSALS, FINISHED, sentPiece } from './photo-uploads.ts'
import { route } from './route.ts'

const placeSchema = Type.Object({
  archiveBox: Type.String(),
  archiveNumber: Type.String(),
  filedAt: instantSchema,
  staffName: Type.String(),
})
const paperSchema = Type.Object({
  place: nullable(placeSchema),
  scanned: Type.Boolean({ description: 'a scan or photo of the signed form is kept' }),
})
export type Paper = Static<typeof paperSchema>

const uploadParams = Type.Object({ registrationId: uuidSchema, uploadId: uuidSchema })
const attachmentKind = Type.Union([photoKindSchema, Type.Literal('form-scan')])
const CASE = '/api/counter/registrations/:registrationId'

export const getPaperRoute = route({
  operationId: 'getPaper',
  method: 'GET',
  url: `${CASE}/paper`,
  surface: 'office',
  access: 'clerk',
  summary: 'Where the signed form lies, and whether it was scanned',
  params: caseParams,
  answer: paperSchema,
  status: 200,
  refuses: ['not-found', 'case-elsewhere'],
})

export const filePaperRoute = route({
  operationId: 'filePaper',
  method: 'PUT',
  url: `${CASE}/paper`,
  surface: 'office',
  access: 'clerk',
  summary: 'Box and number of the signed form in the archive; every place it was put is kept, the last one holds',
  params: caseParams,
  body: Type.Object({ archiveBox: text(40), archiveNumber: text(40) }),
  answer: paperSchema,
  status: 200,
  refuses: ['not-found', 'case-elsewhere', 'paper-place-missing', 'move-not-allowed'],
})

export const findPapersRoute = route({
  operationId: 'findPapers',
  method: 'POST',
  url: '/api/counter/papers',
  surface: 'office',
  access: 'clerk',
  summary: 'Own office’s forms by box, or by box and number; each one shown is an audit line',
  body: Type.Object({ archiveBox: text(40), archiveNumber: nullable(text(40)) }),
  answer: Type.Object({
    items: Type.Array(
      Type.Object({
        registrationId: uuidSchema,
        fileNumber: Type.String(),
        fullName: Type.String(),
        archiveBox: Type.String(),
        archiveNumber: Type.String(),
      }),
    ),
    more: Type.Boolean(),
  }),
  status: 200,
  refuses: ['paper-place-missing', 'too-many'],
})

export const getFormScanRoute = route({
  operationId: 'getFormScan',
  method: 'GET',
  url: `${CASE}/form-scan`,
  surface: 'office',
  access: 'clerk',
  summary: 'The scanned form as JPEG; an audit line',
  params: caseParams,
  answer: null,
  media: 'image/jpeg',
  status: 200,
  refuses: ['not-found', 'case-elsewhere', 'too-many'],
})

export const readScannedPictureRoute = route({
  operationId: 'readScannedPicture',
  method: 'POST',
  url: '/api/counter/scanned-pictures',
  surface: 'office',
  access: 'case-reader',
  summary: 'The text of the QR in a picture of at most 512 kB from the desk’s camera, for browsers that read none; the picture is not kept',
  takes: 'application/octet-stream',
  answer: Type.Object({ text: nullable(Type.String()) }),
  status: 200,
  refuses: ['bad-request', 'too-large', 'overloaded'],
})

export const startAttachmentRoute = route({
  operationId: 'startAttachment',
  ...announced,
  url: `${CASE}/attachments`,
  surface: 'office',
  access: 'clerk',
  summary: 'Announce a scan of the form, or a photo that is missing; answers where to go on',
  params: caseParams,
  body: Type.Object({
    ...announcedFileFields,
    kind: attachmentKind,
  }),
  refuses: [
    'not-found',
    'case-elsewhere',
    'move-not-allowed',
    'photo-there',
    'too-large',
    'photo-unreadable',
    'bad-request',
    'registration-not-yours',
  ],
})

export const sendAttachmentPieceRoute = route({
  operationId: 'sendAttachmentPiece',
  ...sentPiece,
  url: `${CASE}/attachments/:uploadId`,
  surface: 'office',
  access: 'clerk',
  params: uploadParams,
  refuses: ['not-found', 'case-elsewhere', 'upload-offset', 'too-large', 'bad-request'],
})

export const finishAttachmentRoute = route({
  operationId: 'finishAttachment',
  method: 'POST',
  url: `${CASE}/attachments/:uploadId/completion`,
  surface: 'office',
  access: 'clerk',
  summary: FINISHED,
  params: uploadParams,
  answer: Type.Object({ documentId: uuidSchema }),
  status: 200,
  refuses: ['case-elsewhere', 'move-not-allowed', 'photo-there', ...FINISH_REFUSALS],
})

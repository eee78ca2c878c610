import { Type } from 'typebox'
import { uuidSchema } from './common.ts'
import { reportDepartmentSchema, ticketPhotoKindSchema } from './problem-reports.ts'
import { route } from './route.ts'

const ticketParams = Type.Object({ reportId: uuidSchema })
const uploadParams = Type.Object({ reportId: uuidSchema, uploadId: uuidSchema })
const kindParams = Type.Object({ reportId: uuidSchema, kind: ticketPhotoKindSchema })

export const startTicketPhotoRoute = route({
  operationId: 'startTicketPhoto',
  method: 'POST',
  url: '/api/me/tickets/:reportId/photos',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Announce one of at most three photos of one’s own open ticket; answers where to go on (resumes by sha256)',
  params: ticketParams,
  body: Type.Object({
    uploadId: uuidSchema,
    kind: ticketPhotoKindSchema,
    sizeBytes: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  }),
  answer: Type.Object({ uploadId: uuidSchema, offset: Type.Integer() }),
  status: 201,
  refuses: ['too-large', 'photo-unreadable', 'too-many', 'not-found', 'report-answered', 'bad-request'],
})
export const sendTicketPhotoPieceRoute = route({
  operationId: 'sendTicketPhotoPiece',
  method: 'PATCH',
  url: '/api/me/tickets/:reportId/photos/:uploadId',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One piece of at most 64 kB at header upload-offset',
  params: uploadParams,
  takes: 'application/octet-stream',
  answer: Type.Object({ offset: Type.Integer() }),
  status: 200,
  refuses: ['upload-offset', 'too-large', 'not-found', 'bad-request'],
})
export const finishTicketPhotoRoute = route({
  operationId: 'finishTicketPhoto',
  method: 'POST',
  url: '/api/me/tickets/:reportId/photos/:uploadId/completion',
  surface: 'citizen',
  access: 'citizen',
  summary: 'All pieces sent: check hash, decode, re-encode, encrypt; repeating answers the same',
  params: uploadParams,
  answer: Type.Object({ kind: ticketPhotoKindSchema }),
  status: 200,
  refuses: [
    'upload-hash',
    'photo-type',
    'photo-heic',
    'photo-unreadable',
    'photo-too-many-pixels',
    'upload-offset',
    'not-found',
    'report-answered',
    'overloaded',
    'unavailable',
  ],
})
export const getTicketPhotoRoute = route({
  operationId: 'getTicketPhoto',
  method: 'GET',
  url: '/api/me/tickets/:reportId/photo/:kind',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One’s own photo as JPEG',
  params: kindParams,
  answer: null,
  media: 'image/jpeg',
  status: 200,
  refuses: ['not-found'],
})
export const getReportPhotoRoute = route({
  operationId: 'getReportPhoto',
  method: 'GET',
  url: '/api/problem-reports/:reportId/photo/:kind',
  surface: 'office',
  access: 'helper',
  summary: 'A photo sent along with a ticket, for who works on it; every look is written down',
  params: kindParams,
  answer: null,
  media: 'image/jpeg',
  status: 200,
  refuses: ['not-found', 'report-not-yours', 'too-many'],
})
export const getTicketFiguresRoute = route({
  operationId: 'getTicketFigures',
  method: 'GET',
  url: '/api/problem-reports/satisfaction',
  surface: 'office',
  access: 'helper',
  summary: 'Of the last 30 days: how many answers to citizens each department gave, and whether they helped',
  answer: Type.Object({
    days: Type.Integer(),
    departments: Type.Array(
      Type.Object({
        department: reportDepartmentSchema,
        answered: Type.Integer(),
        rated: Type.Integer(),
        helped: Type.Integer(),
        partly: Type.Integer(),
        notHelped: Type.Integer(),
      }),
    ),
  }),
  status: 200,
  refuses: [],
})

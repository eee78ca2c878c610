import { Type } from 'typebox'
import { uuidSchema } from './common.ts'
import { announced, announcedFileFields, FINISH_REFUSALS, FINISHED, sentPiece } from './photo-uploads.ts'
import { reportDepartmentSchema, ticketPhotoKindSchema } from './problem-reports.ts'
import { route } from './route.ts'
import { known } from './tickets.ts'

const ticketParams = Type.Object({ reportId: uuidSchema })
const uploadParams = Type.Object({ reportId: uuidSchema, uploadId: uuidSchema })
const kindParams = Type.Object({ reportId: uuidSchema, kind: ticketPhotoKindSchema })

export const startTicketPhotoRoute = route({
  operationId: 'startTicketPhoto',
  ...announced,
  url: '/api/me/tickets/:reportId/photos',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Announce one of at most three photos of one’s own open ticket; answers where to go on (resumes by sha256)',
  params: ticketParams,
  body: Type.Object({
    ...announcedFileFields,
    kind: ticketPhotoKindSchema,
  }),
  refuses: ['too-large', 'photo-unreadable', 'too-many', 'not-found', 'report-answered', 'bad-request'],
})
export const sendTicketPhotoPieceRoute = route({
  operationId: 'sendTicketPhotoPiece',
  ...sentPiece,
  url: '/api/me/tickets/:reportId/photos/:uploadId',
  surface: 'citizen',
  access: 'citizen',
  params: uploadParams,
  refuses: ['upload-offset', 'too-large', 'not-found', 'bad-request'],
})
export const finishTicketPhotoRoute = route({
  operationId: 'finishTicketPhoto',
  method: 'POST',
  url: '/api/me/tickets/:reportId/photos/:uploadId/completion',
  surface: 'citizen',
  access: 'citizen',
  summary: FINISHED,
  params: uploadParams,
  answer: Type.Object({ kind: ticketPhotoKindSchema }),
  status: 200,
  refuses: ['report-answered', ...FINISH_REFUSALS],
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
export const startStrangerPhotoRoute = route({
  operationId: 'startStrangerPhoto',
  ...announced,
  url: '/api/tickets/photos',
  surface: 'citizen',
  access: 'public',
  summary:
    'Announce one of at most three photos by number and code; answers where to go on, and a pass for this photo alone (header upload-pass)',
  body: Type.Object({ ...known, ...announcedFileFields, kind: ticketPhotoKindSchema }),
  answer: Type.Object({ uploadId: uuidSchema, offset: Type.Integer(), pass: Type.String() }),
  refuses: ['ticket-unknown', 'bad-text', 'too-large', 'photo-unreadable', 'too-many', 'not-found', 'report-answered', 'bad-request'],
})
export const sendStrangerPhotoPieceRoute = route({
  operationId: 'sendStrangerPhotoPiece',
  ...sentPiece,
  url: '/api/tickets/:reportId/photos/:uploadId',
  surface: 'citizen',
  access: 'public',
  params: uploadParams,
  refuses: ['ticket-unknown', 'upload-offset', 'too-large', 'not-found', 'report-answered', 'bad-request'],
})
export const finishStrangerPhotoRoute = route({
  operationId: 'finishStrangerPhoto',
  method: 'POST',
  url: '/api/tickets/:reportId/photos/:uploadId/completion',
  surface: 'citizen',
  access: 'public',
  summary: FINISHED,
  params: uploadParams,
  answer: Type.Object({ kind: ticketPhotoKindSchema }),
  status: 200,
  refuses: ['ticket-unknown', 'report-answered', ...FINISH_REFUSALS],
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

import { type Static, Type } from 'typebox'
import { employerFilterSchema } from './campaigns.ts'
import { instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const letterWords = { title: text(200), words: text(4000) }
const refuses = ['letter-words', 'letter-too-many', 'letter-nobody'] as const

const letterSchema = Type.Object({
  letterId: uuidSchema,
  title: Type.String(),
  words: Type.String(),
  state: Type.Union([Type.Literal('sending'), Type.Literal('sent'), Type.Literal('stopped')]),
  staffName: Type.String(),
  madeAt: instantSchema,
  settledAt: nullable(instantSchema),
  employers: Type.Integer(),
  sent: Type.Integer(),
  read: Type.Integer(),
  pdfParts: Type.Integer({ description: 'files of the letters on paper' }),
})
export type EmployerLetter = Static<typeof letterSchema>

export const previewLetterRoute = route({
  operationId: 'previewLetter',
  method: 'POST',
  url: '/api/campaigns/letter-previews',
  surface: 'office',
  access: 'inspector',
  summary: 'How many employers a letter would go to, who is left out, and the first of them as it would read; nothing is written',
  body: Type.Object({ ...employerFilterSchema, ...letterWords }),
  answer: Type.Object({
    employers: Type.Integer({ description: 'it would go to' }),
    recent: Type.Integer({ description: 'left out: they had a letter within the last seven days' }),
    withoutOfficer: Type.Integer({ description: 'of those it would go to: nobody of them can sign in yet, paper alone reaches them' }),
    minutes: Type.Integer({ description: 'until the last one has it' }),
    sample: nullable(Type.Object({ employer: Type.String(), title: Type.String(), words: Type.String() })),
  }),
  status: 200,
  refuses: [...refuses],
})
export const sendLetterRoute = route({
  operationId: 'sendLetter',
  method: 'POST',
  url: '/api/campaigns/letters',
  surface: 'office',
  access: 'inspector',
  summary: 'Send a letter to the inbox of the employers chosen, minute by minute; the same id sent twice is one letter',
  body: Type.Object({ letterId: uuidSchema, ...employerFilterSchema, ...letterWords }),
  answer: letterSchema,
  status: 201,
  refuses: [...refuses, 'not-found', 'too-many'],
})
export const listLettersRoute = route({
  operationId: 'listLetters',
  method: 'GET',
  url: '/api/campaigns/letters',
  surface: 'office',
  access: 'inspector',
  summary: 'Letters of the offices in view, newest first',
  answer: Type.Object({ letters: Type.Array(letterSchema) }),
  status: 200,
  refuses: [],
})
export const stopLetterRoute = route({
  operationId: 'stopLetter',
  method: 'POST',
  url: '/api/campaigns/letters/:letterId/stop',
  surface: 'office',
  access: 'inspector',
  summary: 'Employers that have not got it yet do not get it',
  params: Type.Object({ letterId: uuidSchema }),
  answer: letterSchema,
  status: 200,
  refuses: ['not-found'],
})
export const getLetterPdfRoute = route({
  operationId: 'getLetterPdf',
  method: 'GET',
  url: '/api/campaigns/letters/:letterId/pdf/:part',
  surface: 'office',
  access: 'inspector',
  summary: 'The letters on paper, one employer a page, as one PDF',
  params: Type.Object({ letterId: uuidSchema, part: Type.String({ pattern: '^[1-9][0-9]{0,2}$' }) }),
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['not-found', 'overloaded'],
})

const messageSchema = Type.Object({
  messageId: uuidSchema,
  title: Type.String(),
  words: Type.String(),
  sentAt: instantSchema,
  readAt: nullable(instantSchema),
})
export type EmployerMessage = Static<typeof messageSchema>
export const listEmployerMessagesRoute = route({
  operationId: 'listEmployerMessages',
  method: 'GET',
  url: '/api/employer/messages',
  surface: 'office',
  access: 'employer',
  summary: 'Letters of the agency to the employer, newest first',
  answer: Type.Object({ unread: Type.Integer(), messages: Type.Array(messageSchema) }),
  status: 200,
  refuses: [],
})
export const readEmployerMessageRoute = route({
  operationId: 'readEmployerMessage',
  method: 'POST',
  url: '/api/employer/messages/:messageId/read',
  surface: 'office',
  access: 'employer',
  summary: 'Somebody of the employer has read it; read twice is read once',
  params: Type.Object({ messageId: uuidSchema }),
  answer: messageSchema,
  status: 200,
  refuses: ['not-found'],
})

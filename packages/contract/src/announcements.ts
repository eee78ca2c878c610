import { type Static, Type } from 'typebox'
import { bilingualSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const segmentSchema = Type.Union([Type.Literal('all'), Type.Literal('office'), Type.Literal('ward'), Type.Literal('employer')])
const saying = {
  title: Type.Object({ vi: text(120), en: text(120) }),
  words: Type.Object({ vi: text(2000), en: text(2000) }),
}
const order = {
  segment: segmentSchema,
  segmentCode: nullable(text(40)),
  correctsId: nullable(uuidSchema),
  ...saying,
  urgent: Type.Boolean({ description: 'also by SMS, within the budget, and at night' }),
}
const wrong = ['announcement-words', 'announcement-link', 'announcement-secret', 'announcement-segment', 'announcement-nobody'] as const

const announcementSchema = Type.Object({
  announcementId: uuidSchema,
  segment: segmentSchema,
  segmentName: Type.String(),
  correctsId: nullable(uuidSchema),
  title: bilingualSchema,
  words: bilingualSchema,
  urgent: Type.Boolean(),
  state: Type.Union([
    Type.Literal('waiting'),
    Type.Literal('sending'),
    Type.Literal('sent'),
    Type.Literal('stopped'),
    Type.Literal('refused'),
  ]),
  people: Type.Integer({ description: 'it was meant for, when it was asked for or found to reach more' }),
  told: Type.Integer(),
  rung: Type.Integer({ description: 'of these, rung on a phone or computer' }),
  sms: Type.Integer(),
  staffName: Type.String(),
  madeAt: instantSchema,
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(instantSchema),
  decidedReason: nullable(Type.String()),
  settledAt: nullable(instantSchema),
  mayDecide: Type.Boolean({ description: 'waits for a second person, and the reader is one' }),
  mayStop: Type.Boolean(),
})
export type Announcement = Static<typeof announcementSchema>

export const listAnnouncementsRoute = route({
  operationId: 'listAnnouncements',
  method: 'GET',
  url: '/api/content/announcements',
  surface: 'office',
  access: 'post-giver',
  summary: 'Announcements of the reader’s offices (an operator: all), newest first, and whom the reader may address',
  answer: Type.Object({
    announcements: Type.Array(announcementSchema),
    everywhere: Type.Boolean({ description: 'the reader may address everybody' }),
    offices: Type.Array(Type.Object({ officeId: Type.Integer(), name: Type.String() })),
  }),
  status: 200,
  refuses: [],
})
export const previewAnnouncementRoute = route({
  operationId: 'previewAnnouncement',
  method: 'POST',
  url: '/api/content/announcement-previews',
  surface: 'office',
  access: 'post-giver',
  summary: 'Whom it would reach and how it would leave; nothing is written',
  body: Type.Object(order),
  answer: Type.Object({
    segmentName: Type.String(),
    people: Type.Integer({ description: 'with an account; counted up to a bound' }),
    more: Type.Boolean({ description: 'there are more than were counted' }),
    fourEyes: Type.Boolean(),
    minutes: Type.Integer(),
    quiet: Type.Boolean({ description: 'it would wait for the morning' }),
    sms: nullable(Type.String({ description: 'the text message of an urgent one' })),
    smsBudget: Type.Integer(),
  }),
  status: 200,
  refuses: [...wrong],
})
export const sendAnnouncementRoute = route({
  operationId: 'sendAnnouncement',
  method: 'POST',
  url: '/api/content/announcements',
  surface: 'office',
  access: 'post-giver',
  summary: 'Ask for it to be sent: at once to few, after a second person has seen it to many; the same id again is the same',
  body: Type.Object({ announcementId: uuidSchema, ...order }),
  answer: announcementSchema,
  status: 201,
  refuses: [...wrong, 'not-found', 'too-many'],
})
export const decideAnnouncementRoute = route({
  operationId: 'decideAnnouncement',
  method: 'POST',
  url: '/api/content/announcements/:announcementId/decision',
  surface: 'office',
  access: 'post-giver',
  summary: 'A second person lets it go or refuses it with a reason; never who asked for it',
  params: Type.Object({ announcementId: uuidSchema }),
  body: Type.Object({ approve: Type.Boolean(), reason: nullable(text(300)) }),
  answer: announcementSchema,
  status: 200,
  refuses: ['not-found', 'four-eyes', 'announcement-decided', 'reason-missing'],
})
export const stopAnnouncementRoute = route({
  operationId: 'stopAnnouncement',
  method: 'POST',
  url: '/api/content/announcements/:announcementId/stop',
  surface: 'office',
  access: 'post-giver',
  summary: 'Whoever has not been told is not told',
  params: Type.Object({ announcementId: uuidSchema }),
  answer: announcementSchema,
  status: 200,
  refuses: ['not-found'],
})
export const testAnnouncementRoute = route({
  operationId: 'testAnnouncement',
  method: 'POST',
  url: '/api/content/announcement-tests',
  surface: 'office',
  access: 'post-giver',
  summary: 'Lays it into one’s own inbox, and nowhere else',
  body: Type.Object({ testId: uuidSchema, ...saying }),
  answer: null,
  status: 204,
  refuses: ['announcement-words', 'announcement-link', 'announcement-secret', 'announcement-no-inbox', 'too-many'],
})

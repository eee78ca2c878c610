import { type Static, Type } from 'typebox'
import { bilingualSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const kindSchema = Type.Union([
  Type.Literal('security'),
  Type.Literal('case'),
  Type.Literal('card'),
  Type.Literal('participation'),
  Type.Literal('visit'),
  Type.Literal('statement'),
  Type.Literal('announcement'),
])
const switchableKindSchema = Type.Union([
  Type.Literal('case'),
  Type.Literal('card'),
  Type.Literal('participation'),
  Type.Literal('visit'),
  Type.Literal('statement'),
  Type.Literal('announcement'),
])
const channelSchema = Type.Union([Type.Literal('sms'), Type.Literal('email'), Type.Literal('push')])
const noticeSchema = Type.Object({
  noticeId: uuidSchema,
  kind: kindSchema,
  title: bilingualSchema,
  body: Type.Object({ vi: Type.String(), en: Type.String() }, { description: 'paragraphs parted by an empty line' }),
  screen: nullable(
    Type.Union([
      Type.Literal('registrations'),
      Type.Literal('devices'),
      Type.Literal('requests'),
      Type.Literal('card'),
      Type.Literal('visits'),
      Type.Literal('participation'),
      Type.Literal('statements'),
      Type.Literal('dependants'),
      Type.Literal('data-copies'),
      Type.Literal('data-requests'),
      Type.Literal('tickets'),
    ]),
  ),
  subjectId: nullable(Type.String()),
  toldAt: instantSchema,
  isRead: Type.Boolean(),
})
export type NoticeAnswer = Static<typeof noticeSchema>

export const listNoticesRoute = route({
  operationId: 'listNotices',
  method: 'GET',
  url: '/api/me/notices',
  surface: 'citizen',
  access: 'citizen',
  summary: 'The inbox: every event that was told, unread first, then by day',
  answer: Type.Object({ unread: Type.Integer(), notices: Type.Array(noticeSchema) }),
  status: 200,
  refuses: [],
})
export const getNoticeRoute = route({
  operationId: 'getNotice',
  method: 'GET',
  url: '/api/me/notices/:noticeId',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One notice and what became of it on every channel',
  params: Type.Object({ noticeId: uuidSchema }),
  answer: Type.Object({
    notice: noticeSchema,
    deliveries: Type.Array(
      Type.Object({
        channel: channelSchema,
        state: Type.Union([Type.Literal('waiting'), Type.Literal('sent'), Type.Literal('delivered'), Type.Literal('failed')]),
        at: instantSchema,
      }),
    ),
  }),
  status: 200,
  refuses: ['not-found'],
})
export const readNoticeRoute = route({
  operationId: 'readNotice',
  method: 'POST',
  url: '/api/me/notices/:noticeId/reading',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Read; the first time counts',
  params: Type.Object({ noticeId: uuidSchema }),
  answer: null,
  status: 204,
  refuses: ['not-found'],
})
export const readAllNoticesRoute = route({
  operationId: 'readAllNotices',
  method: 'POST',
  url: '/api/me/notice-readings',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Everything in the inbox is read',
  answer: null,
  status: 204,
  refuses: [],
})
export const countUnreadNoticesRoute = route({
  operationId: 'countUnreadNotices',
  method: 'GET',
  url: '/api/me/unread-notices',
  surface: 'citizen',
  access: 'citizen',
  summary: 'How many notices wait to be read',
  answer: Type.Object({ unread: Type.Integer() }),
  status: 200,
  refuses: [],
})
const choicesSchema = Type.Object({
  email: Type.Boolean({ description: 'whether an e-mail address is on file' }),
  pushKey: Type.String({ description: 'the key a browser subscribes with, base64url' }),
  kinds: Type.Array(
    Type.Object({
      kind: kindSchema,
      label: bilingualSchema,
      fixed: Type.Boolean(),
      on: Type.Object({ sms: Type.Boolean(), email: Type.Boolean(), push: Type.Boolean() }),
    }),
  ),
})
export type NoticeChoices = Static<typeof choicesSchema>
export const getNoticeChoicesRoute = route({
  operationId: 'getNoticeChoices',
  method: 'GET',
  url: '/api/me/notice-choices',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Which kinds come by which channel',
  answer: choicesSchema,
  status: 200,
  refuses: [],
})
export const setNoticeChoiceRoute = route({
  operationId: 'setNoticeChoice',
  method: 'PUT',
  url: '/api/me/notice-choices',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Switch one kind on one channel; what concerns safety cannot be switched',
  body: Type.Object({ kind: switchableKindSchema, channel: channelSchema, isOn: Type.Boolean() }),
  answer: choicesSchema,
  status: 200,
  refuses: [],
})
export const keepPushSubscriptionRoute = route({
  operationId: 'keepPushSubscription',
  method: 'POST',
  url: '/api/me/push-subscriptions',
  surface: 'citizen',
  access: 'citizen',
  summary: 'This browser wants to be rung; the same address again answers the same id',
  body: Type.Object({ endpoint: text(1000) }),
  answer: Type.Object({ subscriptionId: uuidSchema }),
  status: 201,
  refuses: ['push-service-unknown'],
})
export const endPushSubscriptionRoute = route({
  operationId: 'endPushSubscription',
  method: 'DELETE',
  url: '/api/me/push-subscriptions/:subscriptionId',
  surface: 'citizen',
  access: 'citizen',
  summary: 'This browser is rung no more',
  params: Type.Object({ subscriptionId: uuidSchema }),
  answer: null,
  status: 204,
  refuses: [],
})

import { type Static, Type } from 'typebox'
import { bilingualSchema, instantSchema, nullable, text } from './common.ts'
import { route } from './route.ts'

const articleSchema = nullable(Type.Object({ id: Type.String(), title: bilingualSchema }))
const readyAnswerSchema = Type.Object({
  code: Type.String(),
  sentence: bilingualSchema,
  words: Type.Object({ vi: Type.String(), en: Type.String() }, { description: 'ready to be copied into an answer' }),
  byHand: Type.Boolean({ description: 'written by hand; otherwise made from the refusal and its help article' }),
  article: articleSchema,
})
export type ReadyAnswer = Static<typeof readyAnswerSchema>

const errorStorySchema = Type.Object({
  errorId: Type.String(),
  origin: Type.Union([Type.Literal('server'), Type.Literal('app')], {
    description: 'app: no server heard of it; all that is known is in the id',
  }),
  at: instantSchema,
  surface: nullable(Type.String()),
  screen: nullable(Type.String({ description: 'address without ids' })),
  appVersion: nullable(Type.String()),
  askedBy: Type.String({ description: 'kind of actor' }),
  asked: nullable(Type.Object({ operationId: Type.String(), summary: Type.String() })),
  answered: Type.Object({
    status: Type.Integer(),
    code: Type.String(),
    sentence: bilingualSchema,
    nextStep: bilingualSchema,
    tryAgainAt: nullable(instantSchema),
  }),
  ready: nullable(readyAnswerSchema),
  linked: Type.Boolean({ description: 'leads to somebody’s story, which asks for a reason' }),
})
export type ErrorStory = Static<typeof errorStorySchema>

export const openErrorStoryRoute = route({
  operationId: 'openErrorStory',
  method: 'POST',
  url: '/api/support/error-lookups',
  surface: 'office',
  access: 'helper',
  summary: 'What was asked and answered when an error page showed this id; nothing about a person',
  body: Type.Object({ errorId: text(40) }),
  answer: errorStorySchema,
  status: 200,
  refuses: ['error-id-shape', 'error-id-unknown', 'too-many'],
})

const storyReasonSchema = Type.Union([Type.Literal('ticket'), Type.Literal('chat'), Type.Literal('call-back'), Type.Literal('on-the-line')])
export type StoryReason = Static<typeof storyReasonSchema>
const personStorySchema = Type.Object({
  about: Type.Union([Type.Literal('person'), Type.Literal('registration')]),
  numberMasked: nullable(Type.String()),
  phoneMasked: nullable(Type.String()),
  fileNumber: nullable(Type.String()),
  officeName: nullable(Type.String()),
  signedInDevices: Type.Integer(),
  code: Type.String(),
  obstacle: bilingualSchema,
  nextStep: bilingualSchema,
  aroundAt: nullable(Type.String({ description: 'instant of the error whose id led here' })),
  events: Type.Array(Type.Object({ at: instantSchema, text: bilingualSchema, isTrouble: Type.Boolean() }), { description: 'oldest first' }),
})
export type PersonStory = Static<typeof personStorySchema>

export const openPersonStoryRoute = route({
  operationId: 'openPersonStory',
  method: 'POST',
  url: '/api/support/story-lookups',
  surface: 'office',
  access: 'helper',
  summary:
    'The journey of whom a ticket, chat or call-back is about, or of who is on the line and told two facts, as sentences; a line the person can read',
  body: Type.Object({
    reason: storyReasonSchema,
    reference: text(40),
    who: text(60),
    bornOn: nullable(text(10)),
    phoneTail: nullable(text(4)),
  }),
  answer: personStorySchema,
  status: 200,
  refuses: ['story-reason', 'story-unknown', 'story-ticket', 'story-ticket-old', 'story-nobody', 'case-own', 'too-many'],
})

const lookSchema = Type.Object({
  at: instantSchema,
  staffName: Type.String(),
  officeName: Type.String(),
  reason: storyReasonSchema,
  reference: Type.String(),
})
export const listStoryLooksRoute = route({
  operationId: 'listStoryLooks',
  method: 'GET',
  url: '/api/support/story-looks',
  surface: 'office',
  access: 'inspector',
  summary: 'Who of the offices in view opened whose story why, newest first, with the busiest hour of each helper; of the last seven days',
  answer: Type.Object({
    perHourMost: Type.Integer({ description: 'looks that one helper may take in an hour' }),
    helpers: Type.Array(
      Type.Object({
        staffName: Type.String(),
        officeName: Type.String(),
        looks: Type.Integer(),
        onTheLine: Type.Integer(),
        busiestHour: Type.Integer(),
      }),
    ),
    looks: Type.Array(lookSchema),
  }),
  status: 200,
  refuses: [],
})
export type StoryLooks = Static<typeof listStoryLooksRoute.answer>

export const searchReadyAnswersRoute = route({
  operationId: 'searchReadyAnswers',
  method: 'POST',
  url: '/api/support/ready-answer-searches',
  surface: 'office',
  access: 'helper',
  summary: 'Ready answers by code or by any words, best first; at most 20',
  body: Type.Object({ asked: text(200), language: Type.Union([Type.Literal('vi'), Type.Literal('en')]) }),
  answer: Type.Object({ found: Type.Integer(), answers: Type.Array(readyAnswerSchema) }),
  status: 200,
  refuses: [],
})

export const proposeWordingRoute = route({
  operationId: 'proposeWording',
  method: 'POST',
  url: '/api/support/wording-proposals',
  surface: 'office',
  access: 'helper',
  summary: 'A better wording of a ready answer, for those who keep the texts; nothing changes by itself',
  body: Type.Object({ code: text(60), words: text(2000) }),
  answer: null,
  status: 204,
  refuses: ['not-found', 'wording-empty', 'too-many'],
})
export const listWordingProposalsRoute = route({
  operationId: 'listWordingProposals',
  method: 'GET',
  url: '/api/support/wording-proposals',
  surface: 'office',
  access: 'helper',
  summary: 'The newest hundred proposals',
  answer: Type.Object({
    proposals: Type.Array(Type.Object({ code: Type.String(), words: Type.String(), staffName: Type.String(), at: instantSchema })),
  }),
  status: 200,
  refuses: [],
})

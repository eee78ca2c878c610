import { type Static, Type } from 'typebox'
import { caseParams } from './case-schemas.ts'
import {
  bilingualSchema,
  instantSchema,
  nullable,
  partialDateSchema,
  photoKindSchema,
  registrationStateSchema,
  text,
  uuidSchema,
} from './common.ts'
import { route } from './route.ts'

const queueSchema = Type.Union([Type.Literal('to-review'), Type.Literal('flagged')])
export type FraudQueueName = Static<typeof queueSchema>
const signalKind = Type.Union([
  Type.Literal('portrait-shared'),
  Type.Literal('card-altered'),
  Type.Literal('phone-of-strangers'),
  Type.Literal('device-of-strangers'),
  Type.Literal('hasty-clerk'),
  Type.Literal('address-invented'),
  Type.Literal('person-dead'),
  Type.Literal('number-merged'),
  Type.Literal('numbers-of-two'),
  Type.Literal('number-claimed-twice'),
])

const suspectSchema = Type.Object({
  registrationId: uuidSchema,
  fileNumber: Type.String(),
  fullName: Type.String(),
  bornOn: partialDateSchema,
  state: registrationStateSchema,
  stateSince: instantSchema,
  kinds: Type.Array(signalKind),
})
export type Suspect = Static<typeof suspectSchema>

const signalSchema = Type.Object({
  kind: signalKind,
  title: bilingualSchema,
  look: bilingualSchema,
  measured: Type.Integer({ description: 'strangers, hundredths between two pictures, approvals of a day' }),
  others: Type.Integer({ description: 'registrations that take part' }),
  ruleVersion: Type.String(),
  foundAt: instantSchema,
})
export type FraudSignalAnswer = Static<typeof signalSchema>

const secondCheckSchema = Type.Object({
  firstName: Type.String(),
  firstCheckedAt: instantSchema,
  mine: Type.Boolean({ description: 'this member of staff was the first and cannot be the second' }),
  risky: Type.Boolean({ description: 'one of the two must be a supervisor' }),
})

export const getCaseSignalsRoute = route({
  operationId: 'getCaseSignals',
  method: 'GET',
  url: '/api/counter/registrations/:registrationId/signals',
  surface: 'office',
  access: 'case-reader',
  summary: 'Reasons to look twice at a case, and who looked first; nothing of other applicants',
  params: caseParams,
  answer: Type.Object({ signals: Type.Array(signalSchema), secondCheck: nullable(secondCheckSchema), mayBeSent: Type.Boolean() }),
  status: 200,
  refuses: ['not-found', 'case-elsewhere'],
})
export type CaseSignals = Static<(typeof getCaseSignalsRoute)['answer']>

const reasonBody = { version: Type.Integer(), reasonCode: text(60), said: text(300) }
export const sendToReviewRoute = route({
  operationId: 'sendToReview',
  method: 'POST',
  url: '/api/counter/registrations/:registrationId/reviews',
  surface: 'office',
  access: 'clerk',
  summary: 'Send a received case to review, with a reason',
  params: caseParams,
  body: Type.Object({ reviewId: uuidSchema, ...reasonBody }),
  answer: Type.Object({ state: registrationStateSchema }),
  status: 201,
  refuses: ['not-found', 'case-elsewhere', 'case-locked', 'reason-missing', 'move-not-allowed', 'version-conflict'],
})

export const listSuspectsRoute = route({
  operationId: 'listSuspects',
  method: 'POST',
  url: '/api/fraud/queue',
  surface: 'office',
  access: 'case-reader',
  summary:
    'Cases under review of the own office (of all its offices for the province), or flagged and not looked at yet, with exact counts',
  body: Type.Object({ queue: queueSchema, after: Type.Optional(text(100)) }),
  answer: Type.Object({
    counts: Type.Object({ 'to-review': Type.Integer(), flagged: Type.Integer() }),
    items: Type.Array(suspectSchema),
    next: nullable(Type.String()),
  }),
  status: 200,
  refuses: [],
})

const differenceSchema = Type.Object({
  field: Type.String(),
  verdict: Type.String(),
  rule: Type.String(),
  mine: nullable(Type.String()),
  theirs: nullable(Type.String()),
})
const besideSchema = Type.Object({
  registrationId: uuidSchema,
  fileNumber: Type.String(),
  officeName: Type.String(),
  fullName: Type.String(),
  state: registrationStateSchema,
  kinds: Type.Array(signalKind),
  pictures: Type.Array(photoKindSchema, { description: 'alike, and may be looked at side by side' }),
  differences: Type.Array(differenceSchema),
})
export type Beside = Static<typeof besideSchema>
const nodeSchema = Type.Object({
  id: Type.String(),
  kind: Type.Union([
    Type.Literal('applicant'),
    Type.Literal('other'),
    Type.Literal('phone'),
    Type.Literal('device'),
    Type.Literal('address'),
    Type.Literal('photo'),
    Type.Literal('number'),
    Type.Literal('clerk'),
  ]),
  label: Type.String(),
})
export type GraphNode = Static<typeof nodeSchema>
const graphSchema = Type.Object({
  nodes: Type.Array(nodeSchema),
  edges: Type.Array(Type.Object({ from: Type.String(), to: Type.String() })),
})
export type Graph = Static<typeof graphSchema>

const reviewSchema = Type.Object({
  registrationId: uuidSchema,
  version: Type.Integer(),
  fileNumber: Type.String(),
  fullName: Type.String(),
  bornOn: partialDateSchema,
  state: registrationStateSchema,
  pictures: Type.Array(photoKindSchema),
  signals: Type.Array(signalSchema),
  beside: Type.Array(besideSchema),
  more: Type.Integer({ description: 'others that are not shown side by side' }),
  graph: graphSchema,
  reviews: Type.Array(
    Type.Object({
      kind: Type.Union([Type.Literal('send'), Type.Literal('pass'), Type.Literal('refuse')]),
      reason: bilingualSchema,
      said: Type.String(),
      staffName: Type.String(),
      at: instantSchema,
      undone: Type.Boolean(),
    }),
  ),
  undo: nullable(
    Type.Object({ decisionId: uuidSchema, releasesAt: instantSchema }, { description: 'a refusal that can still be taken back' }),
  ),
  may: Type.Object({ pass: Type.Boolean(), refuse: Type.Boolean() }),
})
export type FraudReview = Static<typeof reviewSchema>

const reviewUrl = '/api/fraud/registrations/:registrationId'
export const getReviewRoute = route({
  operationId: 'getReview',
  method: 'GET',
  url: reviewUrl,
  surface: 'office',
  access: 'clerk',
  summary: 'A supervisor’s review: signals, those who take part side by side, all in one picture; every person shown is an audit line',
  params: caseParams,
  answer: reviewSchema,
  status: 200,
  refuses: ['supervisor-needed', 'not-found', 'case-elsewhere', 'case-own'],
})
export const getReviewPhotoRoute = route({
  operationId: 'getReviewPhoto',
  method: 'GET',
  url: `${reviewUrl}/others/:otherId/photos/:kind`,
  surface: 'office',
  access: 'clerk',
  summary: 'The picture that is alike, of the case itself or of another that takes part in a signal of pictures; an audit line',
  params: Type.Object({ registrationId: uuidSchema, otherId: uuidSchema, kind: photoKindSchema }),
  answer: null,
  media: 'image/jpeg',
  status: 200,
  refuses: ['supervisor-needed', 'not-found', 'case-elsewhere', 'too-many'],
})
export const decideReviewRoute = route({
  operationId: 'decideReview',
  method: 'POST',
  url: `${reviewUrl}/review`,
  surface: 'office',
  access: 'clerk',
  summary: 'Pass or refuse with a reason; by a supervisor, who is not the applicant’s family',
  params: caseParams,
  body: Type.Object({ reviewId: uuidSchema, kind: Type.Union([Type.Literal('pass'), Type.Literal('refuse')]), ...reasonBody }),
  answer: reviewSchema,
  status: 201,
  refuses: ['supervisor-needed', 'not-found', 'case-elsewhere', 'case-own', 'reason-missing', 'move-not-allowed', 'version-conflict'],
})

import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const featureSchema = Type.Union([
  Type.Literal('registration'),
  Type.Literal('codes'),
  Type.Literal('sign-in'),
  Type.Literal('card'),
  Type.Literal('history'),
  Type.Literal('documents'),
  Type.Literal('requests'),
  Type.Literal('look-ups'),
  Type.Literal('help'),
  Type.Literal('counter'),
  Type.Literal('employers'),
])
const featuresSchema = Type.Array(featureSchema, { maxItems: 11, uniqueItems: true })
const kindSchema = Type.Union([
  Type.Literal('planned-work'),
  Type.Literal('disturbance'),
  Type.Literal('outage'),
  Type.Literal('fraud-warning'),
])
const colourSchema = Type.Union([Type.Literal('green'), Type.Literal('yellow'), Type.Literal('red')])
const said = { title: bilingualSchema, words: bilingualSchema }
const sayingOf = (max: number) => Type.Object({ vi: text(max), en: text(max) })
const saying = { title: sayingOf(120), words: sayingOf(1000), expectedEndAt: nullable(text(40)) }

const incidentSchema = Type.Object({
  incidentId: uuidSchema,
  kind: kindSchema,
  features: featuresSchema,
  office: nullable(Type.String({ description: 'the office it is about; null: everywhere' })),
  beginsAt: instantSchema,
  state: Type.Union([Type.Literal('planned'), Type.Literal('running'), Type.Literal('ended')]),
  expectedEndAt: nullable(instantSchema),
  endedAt: nullable(instantSchema),
  updates: Type.Array(Type.Object({ updateNo: Type.Integer(), at: instantSchema, ...said }), { description: 'newest first' }),
  /** Deadlines that fall on these days are due on the next open day. */
  movedDays: Type.Array(Type.Object({ fromOn: civilDateSchema, toOn: civilDateSchema })),
})
export type Incident = Static<typeof incidentSchema>

const statusSchema = Type.Object({
  asOf: nullable(instantSchema),
  fresh: Type.Boolean({ description: 'false: the system cannot look; this is how it stood last' }),
  features: Type.Array(
    Type.Object({
      feature: featureSchema,
      now: nullable(colourSchema),
      days: Type.String({ description: 'one letter a day, oldest first: g, y, r' }),
    }),
  ),
  incidents: Type.Array(incidentSchema, { description: 'running, planned, then ended ones of the last 90 days' }),
})
export type SystemStatus = Static<typeof statusSchema>

export const getStatusRoute = route({
  operationId: 'getStatus',
  method: 'GET',
  url: '/api/status',
  surface: 'both',
  access: 'public',
  summary: 'How each part of the product stands, its last 90 days, and what was announced; answered also while the database is away',
  answer: statusSchema,
  status: 200,
  refuses: [],
})

const deskIncidentSchema = Type.Object({
  ...incidentSchema.properties,
  mine: Type.Boolean({ description: 'the reader may add to it' }),
  silent: Type.Boolean({ description: 'people are owed a word' }),
  withdrawn: Type.Boolean(),
  staffName: Type.String(),
  deadlines: Type.Array(
    Type.Object({
      orderId: uuidSchema,
      fromOn: civilDateSchema,
      toOn: civilDateSchema,
      state: Type.Union([Type.Literal('applying'), Type.Literal('applied'), Type.Literal('undoing'), Type.Literal('undone')]),
      moved: Type.Integer(),
    }),
  ),
})
export type DeskIncident = Static<typeof deskIncidentSchema>

export const listIncidentsRoute = route({
  operationId: 'listIncidents',
  method: 'GET',
  url: '/api/content/incidents',
  surface: 'office',
  access: 'post-giver',
  summary: 'What was announced everywhere and at the offices in view, newest first',
  answer: Type.Object({ now: instantSchema, incidents: Type.Array(deskIncidentSchema) }),
  status: 200,
  refuses: [],
})
export const openIncidentRoute = route({
  operationId: 'openIncident',
  method: 'POST',
  url: '/api/content/incidents',
  surface: 'office',
  access: 'post-giver',
  summary:
    'Announce work, a trouble or a wave of fraud: everywhere by an operator, of the own office by others; the same id again is the same',
  body: Type.Object({
    incidentId: uuidSchema,
    kind: kindSchema,
    features: featuresSchema,
    beginsAt: text(40),
    ...saying,
    alongside: Type.Boolean({ description: 'seen that another one about the same is open, and meant' }),
  }),
  answer: deskIncidentSchema,
  status: 201,
  refuses: ['incident-dates', 'incident-words', 'incident-features', 'incident-overlap', 'not-found'],
})
export const updateIncidentRoute = route({
  operationId: 'updateIncident',
  method: 'POST',
  url: '/api/content/incidents/:incidentId/updates',
  surface: 'office',
  access: 'post-giver',
  summary: 'Say how it goes on, that it is over, or that it was announced by mistake; refused when somebody said more meanwhile',
  params: Type.Object({ incidentId: uuidSchema }),
  body: Type.Object({
    afterUpdateNo: Type.Integer(),
    state: Type.Union([Type.Literal('open'), Type.Literal('ended'), Type.Literal('withdrawn')]),
    ...saying,
  }),
  answer: deskIncidentSchema,
  status: 201,
  refuses: ['incident-dates', 'incident-words', 'incident-over', 'incident-moved-on', 'not-found'],
})

const daysBody = { fromOn: civilDateSchema, toOn: civilDateSchema }
export const previewIncidentDeadlinesRoute = route({
  operationId: 'previewIncidentDeadlines',
  method: 'POST',
  url: '/api/content/incidents/:incidentId/deadline-previews',
  surface: 'office',
  access: 'post-giver',
  summary: 'How many registrations would be due later, and from which day to which; nothing is written',
  params: Type.Object({ incidentId: uuidSchema }),
  body: Type.Object(daysBody),
  answer: Type.Object({
    offices: Type.Integer(),
    running: Type.Integer(),
    moved: Type.Integer(),
    told: Type.Integer(),
    dates: Type.Array(Type.Object({ fromOn: civilDateSchema, toOn: civilDateSchema, cases: Type.Integer() })),
  }),
  status: 200,
  refuses: ['not-found', 'incident-over', 'closure-dates'],
})
export const moveIncidentDeadlinesRoute = route({
  operationId: 'moveIncidentDeadlines',
  method: 'POST',
  url: '/api/content/incidents/:incidentId/deadlines',
  surface: 'office',
  access: 'post-giver',
  summary: 'Deadlines move over these days as over closed ones; people are told; the same id again is the same',
  params: Type.Object({ incidentId: uuidSchema }),
  body: Type.Object({ orderId: uuidSchema, ...daysBody }),
  answer: deskIncidentSchema,
  status: 201,
  refuses: ['not-found', 'incident-over', 'closure-dates'],
})
export const undoIncidentDeadlinesRoute = route({
  operationId: 'undoIncidentDeadlines',
  method: 'POST',
  url: '/api/content/incidents/:incidentId/deadlines/:orderId/undo',
  surface: 'office',
  access: 'post-giver',
  summary: 'Deadlines are as before, and people are told again',
  params: Type.Object({ incidentId: uuidSchema, orderId: uuidSchema }),
  answer: deskIncidentSchema,
  status: 200,
  refuses: ['not-found', 'closure-undone'],
})

const signalSchema = Type.Object({
  signal: Type.Union([Type.Literal('messages'), Type.Literal('jobs'), Type.Literal('database')]),
  level: Type.Union([Type.Literal('fine'), Type.Literal('slow'), Type.Literal('failing')]),
  waiting: Type.Integer({ description: 'messages or jobs that wait' }),
  oldestSeconds: Type.Integer({ description: 'how long the oldest waits; of the database: milliseconds of a write' }),
  failedPercent: Type.Integer({ description: 'of what was tried in the last 15 minutes' }),
  features: featuresSchema,
})
export type IncidentSignal = Static<typeof signalSchema>
export const listIncidentSignalsRoute = route({
  operationId: 'listIncidentSignals',
  method: 'GET',
  url: '/api/content/incident-signals',
  surface: 'office',
  access: 'post-giver',
  summary: 'What the system notices of itself: a suggestion to those who announce, never announced by itself',
  answer: Type.Object({ signals: Type.Array(signalSchema) }),
  status: 200,
  refuses: [],
})

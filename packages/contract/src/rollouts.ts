import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { registrationParams } from './registration-schemas.ts'
import { route } from './route.ts'

export const rolloutStateSchema = Type.Union([
  Type.Literal('not-started'),
  Type.Literal('registered'),
  Type.Literal('form-printed'),
  Type.Literal('form-handed-in'),
  Type.Literal('approved'),
  Type.Literal('signed-in'),
  Type.Literal('needs-help'),
])
const milestoneSchema = Type.Union([
  Type.Literal('registered'),
  Type.Literal('handed-in'),
  Type.Literal('approved'),
  Type.Literal('signed-in'),
])
/** Of an employer; '' is the department of those without one. */
export const departmentSchema = text(120)

const targetSchema = Type.Object({
  department: Type.String({ description: '"" = the whole employer' }),
  milestone: milestoneSchema,
  percent: Type.Integer(),
  dueOn: civilDateSchema,
  setAt: instantSchema,
  people: Type.Integer(),
  reached: Type.Integer(),
})
const rolloutSchema = Type.Object({
  asOf: instantSchema,
  people: Type.Integer(),
  departments: Type.Array(
    Type.Object({ department: Type.String(), states: Type.Array(Type.Object({ state: rolloutStateSchema, people: Type.Integer() })) }),
  ),
  weeks: Type.Array(
    Type.Object({
      fromOn: civilDateSchema,
      registered: Type.Integer({ description: 'until the end of this week' }),
      handedIn: Type.Integer(),
      approved: Type.Integer(),
      signedIn: Type.Integer(),
    }),
  ),
  targets: Type.Array(targetSchema),
})
export type Rollout = Static<typeof rolloutSchema>
export type RolloutTarget = Static<typeof targetSchema>

export const getRolloutRoute = route({
  operationId: 'getRollout',
  method: 'GET',
  url: '/api/employer/rollout',
  surface: 'office',
  access: 'employer',
  summary: 'How far the own people are: by department, state and week, against the targets; no names',
  query: Type.Object({ department: Type.Optional(departmentSchema) }),
  answer: rolloutSchema,
  status: 200,
  refuses: [],
})

const rolloutPersonSchema = Type.Object({
  entryId: uuidSchema,
  fullName: Type.String(),
  employeeNumber: nullable(Type.String()),
  department: Type.String(),
  shift: Type.String(),
  state: rolloutStateSchema,
  helpReason: nullable(Type.String()),
  since: instantSchema,
  missing: Type.Array(bilingualSchema, { description: 'what has to be added; only when the person agreed that the employer may read it' }),
})
const rolloutPeopleSchema = Type.Object({
  asOf: instantSchema,
  total: Type.Integer(),
  people: Type.Array(rolloutPersonSchema),
  next: nullable(Type.String({ description: 'to be given back as `after`' })),
})
export type RolloutPeople = Static<typeof rolloutPeopleSchema>

export const listRolloutPeopleRoute = route({
  operationId: 'listRolloutPeople',
  method: 'GET',
  url: '/api/employer/rollout/people',
  surface: 'office',
  access: 'employer',
  summary: 'The own people by name: state and what is missing, nothing else',
  query: Type.Object({
    department: Type.Optional(departmentSchema),
    state: Type.Optional(rolloutStateSchema),
    search: Type.Optional(text(100)),
    after: Type.Optional(text(300)),
  }),
  answer: rolloutPeopleSchema,
  status: 200,
  refuses: [],
})

export const setRolloutTargetRoute = route({
  operationId: 'setRolloutTarget',
  method: 'POST',
  url: '/api/employer/rollout/targets',
  surface: 'office',
  access: 'employer-administrator',
  summary: 'How many of a hundred until when, of the employer or of a department; null takes the target back',
  body: Type.Object({
    department: departmentSchema,
    milestone: milestoneSchema,
    percent: nullable(Type.Integer({ minimum: 1, maximum: 100 })),
    dueOn: civilDateSchema,
  }),
  answer: null,
  status: 204,
  refuses: ['rollout-department-unknown', 'rollout-date-over'],
})

const wishesSchema = Type.Object({
  shareReasons: Type.Boolean({ description: 'the employer may read what has to be added' }),
  help: Type.Boolean({ description: 'the employer is asked for help' }),
})
export type EmployerWishes = Static<typeof wishesSchema>

export const getEmployerWishesRoute = route({
  operationId: 'getEmployerWishes',
  method: 'GET',
  url: '/api/registrations/:registrationId/employer-wishes',
  surface: 'citizen',
  access: 'applicant',
  summary: 'What the employer may know or is asked for; both off until said, whoever the employer is',
  params: registrationParams,
  answer: wishesSchema,
  status: 200,
  refuses: ['registration-not-yours'],
})
export const setEmployerWishesRoute = route({
  operationId: 'setEmployerWishes',
  method: 'PUT',
  url: '/api/registrations/:registrationId/employer-wishes',
  surface: 'citizen',
  access: 'applicant',
  summary: 'Agree, take back, ask for help, ask no more; it holds at once',
  params: registrationParams,
  body: wishesSchema,
  answer: wishesSchema,
  status: 200,
  refuses: ['registration-not-yours', 'move-not-allowed'],
})

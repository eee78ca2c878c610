import { type Static, Type } from 'typebox'
import { civilDateSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const closureDays = {
  officeIds: Type.Array(Type.Integer(), { minItems: 1, maxItems: 200, uniqueItems: true }),
  fromOn: civilDateSchema,
  toOn: civilDateSchema,
}
const closureSchema = Type.Object({
  closureId: uuidSchema,
  offices: Type.Array(Type.Object({ officeId: Type.Integer(), name: Type.String() })),
  fromOn: civilDateSchema,
  toOn: civilDateSchema,
  reason: Type.String(),
  state: Type.Union([Type.Literal('applying'), Type.Literal('applied'), Type.Literal('undoing'), Type.Literal('undone')]),
  staffName: Type.String(),
  recordedAt: instantSchema,
  undoneBy: nullable(Type.String()),
  undoneAt: nullable(instantSchema),
  moved: Type.Integer({ description: 'cases whose deadline it moved so far' }),
  restored: Type.Integer({ description: 'of these, looked at by the undo so far' }),
})
export type Closure = Static<typeof closureSchema>

export const listClosuresRoute = route({
  operationId: 'listClosures',
  method: 'GET',
  url: '/api/counter/closures',
  surface: 'office',
  access: 'supervisor',
  summary: 'Closures of the offices in the supervisor’s area, newest first, and which offices these are',
  answer: Type.Object({
    todayOn: civilDateSchema,
    offices: Type.Array(Type.Object({ officeId: Type.Integer(), name: Type.String(), own: Type.Boolean() })),
    closures: Type.Array(closureSchema),
  }),
  status: 200,
  refuses: [],
})
export const previewClosureRoute = route({
  operationId: 'previewClosure',
  method: 'POST',
  url: '/api/counter/closure-previews',
  surface: 'office',
  access: 'supervisor',
  summary: 'How many cases a closure would move, and from which date to which; nothing is written',
  body: Type.Object(closureDays),
  answer: Type.Object({
    running: Type.Integer(),
    moved: Type.Integer(),
    told: Type.Integer({ description: 'those whose due date changes; of the others only the grace' }),
    offices: Type.Array(Type.Object({ officeId: Type.Integer(), name: Type.String(), running: Type.Integer(), moved: Type.Integer() })),
    dates: Type.Array(Type.Object({ fromOn: civilDateSchema, toOn: civilDateSchema, cases: Type.Integer() })),
  }),
  status: 200,
  refuses: ['closure-dates', 'closure-outside-area'],
})
export const closeOfficesRoute = route({
  operationId: 'closeOffices',
  method: 'POST',
  url: '/api/counter/closures',
  surface: 'office',
  access: 'supervisor',
  summary: 'Close offices: deadlines move, people are told, finder and queue show it. The same id sent twice is one closure',
  body: Type.Object({ closureId: uuidSchema, ...closureDays, reason: text(200) }),
  answer: closureSchema,
  status: 201,
  refuses: ['closure-dates', 'closure-outside-area', 'reason-missing'],
})
export const undoClosureRoute = route({
  operationId: 'undoClosure',
  method: 'POST',
  url: '/api/counter/closures/:closureId/undo',
  surface: 'office',
  access: 'supervisor',
  summary: 'Take a closure back: deadlines and reminders as before, people are told again',
  params: Type.Object({ closureId: uuidSchema }),
  answer: closureSchema,
  status: 200,
  refuses: ['not-found', 'closure-undone', 'closure-outside-area'],
})

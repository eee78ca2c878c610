import { type Static, Type } from 'typebox'
import { bilingualSchema, nullable, uuidSchema } from './common.ts'
import { route } from './route.ts'

const sideSchema = Type.Object({
  fullName: Type.String(),
  bornOn: Type.String(),
  nationalId: Type.String(),
  insuranceNumber: Type.String(),
})
const decisionSchema = Type.Union([Type.Literal('approve'), Type.Literal('return')])
const summarySchema = Type.Object({
  answered: Type.Integer(),
  right: Type.Integer(),
  officePercent: nullable(
    Type.Integer({ description: 'right answers of the office in the last 90 days; null while fewer than five colleagues practised' }),
  ),
})
const formSchema = Type.Object({
  formId: uuidSchema,
  declared: sideSchema,
  registered: sideSchema,
  seen: Type.Array(bilingualSchema),
  summary: summarySchema,
})
export type PracticeFormAnswer = Static<typeof formSchema>

export const drawPracticeFormRoute = route({
  operationId: 'drawPracticeForm',
  method: 'POST',
  url: '/api/practice/forms',
  surface: 'office',
  access: 'clerk',
  summary: 'An invented form to practise on, its fault untold; an unanswered one is shown again. Writes nothing real',
  answer: formSchema,
  status: 201,
  refuses: [],
})
const outcomeSchema = Type.Object({ right: Type.Boolean(), decision: decisionSchema, why: bilingualSchema, summary: summarySchema })
export type PracticeOutcome = Static<typeof outcomeSchema>

export const answerPracticeFormRoute = route({
  operationId: 'answerPracticeForm',
  method: 'POST',
  url: '/api/practice/forms/:formId/answer',
  surface: 'office',
  access: 'clerk',
  summary: 'What one would decide, and what was right; seen by nobody else',
  params: Type.Object({ formId: uuidSchema }),
  body: Type.Object({ decision: decisionSchema }),
  answer: outcomeSchema,
  status: 200,
  refuses: ['not-found'],
})

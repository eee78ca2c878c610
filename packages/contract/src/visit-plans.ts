import { type Static, Type } from 'typebox'
import { civilDateSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const lineSchema = Type.Object({
  entryId: uuidSchema,
  fullName: Type.String(),
  department: Type.String(),
  officeName: Type.String(),
  dueOn: civilDateSchema,
  visitOn: nullable(civilDateSchema),
  late: Type.Boolean({ description: 'after the day the form is due' }),
})
const onSiteState = Type.Union([
  Type.Literal('asked'),
  Type.Literal('another-day'),
  Type.Literal('accepted'),
  Type.Literal('done'),
  Type.Literal('declined'),
  Type.Literal('withdrawn'),
])
const onSite = {
  visitId: uuidSchema,
  state: onSiteState,
  wantedOn: civilDateSchema,
  setOn: nullable(civilDateSchema),
  people: Type.Integer(),
  place: Type.String(),
  note: Type.String(),
  answer: Type.String(),
  askedAt: instantSchema,
}
const onSiteSchema = Type.Object(onSite)
export type OnSiteVisit = Static<typeof onSiteSchema>
const daySchema = Type.Object({ on: civilDateSchema, free: Type.Integer() })

const employerVisitsSchema = Type.Object({
  asOf: instantSchema,
  officeName: Type.String(),
  days: Type.Array(daySchema, { description: 'open days of the employer’s office and how many forms each can still take' }),
  waiting: Type.Integer({ description: 'whose form is awaited' }),
  plan: nullable(
    Type.Object({
      planId: uuidSchema,
      state: Type.Union([Type.Literal('proposed'), Type.Literal('kept')]),
      madeAt: instantSchema,
      lines: Type.Array(lineSchema),
    }),
  ),
  onSite: Type.Array(onSiteSchema, { description: 'newest first' }),
})
export type EmployerVisits = Static<typeof employerVisitsSchema>
const planParams = Type.Object({ planId: uuidSchema })
const visitParams = Type.Object({ visitId: uuidSchema })

export const getEmployerVisitsRoute = route({
  operationId: 'getEmployerVisits',
  method: 'GET',
  url: '/api/employer/visit-plans',
  surface: 'office',
  access: 'employer',
  summary: 'Free days of the office, the employer’s plan, and what it asked of a clerk on site',
  answer: employerVisitsSchema,
  status: 200,
  refuses: [],
})
export const proposeVisitPlanRoute = route({
  operationId: 'proposeVisitPlan',
  method: 'POST',
  url: '/api/employer/visit-plans',
  surface: 'office',
  access: 'employer',
  summary:
    'Who goes on which day: nobody after the date due while there is room, a department together; takes the place of a plan made before',
  body: Type.Object({ departments: nullable(Type.Array(text(120), { maxItems: 500 })) }),
  answer: employerVisitsSchema,
  status: 201,
  refuses: ['nobody-to-plan'],
})
export const keepVisitPlanRoute = route({
  operationId: 'keepVisitPlan',
  method: 'POST',
  url: '/api/employer/visit-plans/:planId/keep',
  surface: 'office',
  access: 'employer',
  summary: 'The plan holds and takes its room; refused when somebody else took the room meanwhile',
  params: planParams,
  answer: employerVisitsSchema,
  status: 200,
  refuses: ['visit-plan-unknown', 'visit-day-full'],
})
export const cancelVisitPlanRoute = route({
  operationId: 'cancelVisitPlan',
  method: 'POST',
  url: '/api/employer/visit-plans/:planId/cancellation',
  surface: 'office',
  access: 'employer',
  summary: 'The plan holds no more; its room is free',
  params: planParams,
  answer: employerVisitsSchema,
  status: 200,
  refuses: ['visit-plan-unknown'],
})
export const printVisitDayRoute = route({
  operationId: 'printVisitDay',
  method: 'GET',
  url: '/api/employer/visit-plans/:planId/days/:on',
  surface: 'office',
  access: 'employer',
  summary: 'The list of one day as PDF',
  params: Type.Object({ planId: uuidSchema, on: civilDateSchema }),
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['visit-plan-unknown', 'overloaded'],
})
export const askOnSiteVisitRoute = route({
  operationId: 'askOnSiteVisit',
  method: 'POST',
  url: '/api/employer/on-site-visits',
  surface: 'office',
  access: 'employer',
  summary: 'Asks the employer’s office that a clerk comes on a day',
  body: Type.Object({
    wantedOn: civilDateSchema,
    people: Type.Integer({ minimum: 1, maximum: 100_000 }),
    place: text(300),
    note: text(500),
  }),
  answer: employerVisitsSchema,
  status: 201,
  refuses: ['visit-date-wrong', 'visit-open-already', 'place-missing'],
})
export const settleOnSiteVisitRoute = route({
  operationId: 'settleOnSiteVisit',
  method: 'POST',
  url: '/api/employer/on-site-visits/:visitId/settlement',
  surface: 'office',
  access: 'employer',
  summary: 'The employer takes the other day that the office offers, or takes the request back',
  params: visitParams,
  body: Type.Object({ settles: Type.Union([Type.Literal('accept'), Type.Literal('withdraw')]) }),
  answer: employerVisitsSchema,
  status: 200,
  refuses: ['visit-unknown', 'move-not-allowed'],
})

const capacitySchema = Type.Object({
  validFrom: civilDateSchema,
  validTo: nullable(civilDateSchema),
  clerks: Type.Integer(),
  minutesPerForm: Type.Integer(),
  employerPercent: Type.Integer(),
})
const officeVisitsSchema = Type.Object({
  asOf: instantSchema,
  days: Type.Array(
    Type.Object({
      on: civilDateSchema,
      free: Type.Integer(),
      employers: Type.Array(Type.Object({ name: Type.String(), people: Type.Integer() })),
    }),
  ),
  onSite: Type.Array(Type.Object({ ...onSite, employerName: Type.String(), employerCode: Type.String() })),
  capacities: Type.Array(capacitySchema, { description: 'by time; none: the default holds' }),
  standard: capacitySchema,
  maySet: Type.Boolean({ description: 'the capacity' }),
})
export type OfficeVisits = Static<typeof officeVisitsSchema>

export const getOfficeVisitsRoute = route({
  operationId: 'getOfficeVisits',
  method: 'GET',
  url: '/api/counter/visit-plans',
  surface: 'office',
  access: 'clerk',
  summary: 'Which employers send how many people on which day, what is free, who asks for a clerk, and how much the office takes',
  answer: officeVisitsSchema,
  status: 200,
  refuses: [],
})
export const answerOnSiteVisitRoute = route({
  operationId: 'answerOnSiteVisit',
  method: 'POST',
  url: '/api/counter/on-site-visits/:visitId/answer',
  surface: 'office',
  access: 'clerk',
  summary: 'The office accepts, offers another day, declines, or notes that the clerk was there',
  params: visitParams,
  body: Type.Object({
    answers: Type.Union([Type.Literal('accept'), Type.Literal('offer'), Type.Literal('decline'), Type.Literal('done')]),
    on: nullable(civilDateSchema),
    words: text(500),
  }),
  answer: officeVisitsSchema,
  status: 200,
  refuses: ['visit-unknown', 'move-not-allowed', 'visit-date-wrong'],
})
export const setOfficeCapacityRoute = route({
  operationId: 'setOfficeCapacity',
  method: 'PUT',
  url: '/api/counter/office-capacities',
  surface: 'office',
  access: 'supervisor',
  summary: 'How many forms of employers the own office takes, from a day on; the row before ends the day before',
  body: Type.Object({
    validFrom: civilDateSchema,
    clerks: Type.Integer({ minimum: 0, maximum: 200 }),
    minutesPerForm: Type.Integer({ minimum: 1, maximum: 120 }),
    employerPercent: Type.Integer({ minimum: 0, maximum: 100 }),
  }),
  answer: officeVisitsSchema,
  status: 200,
  refuses: ['visit-date-wrong'],
})

import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, uuidSchema } from './common.ts'
import { forSchema } from './representations.ts'
import { route } from './route.ts'

const benefitSchema = Type.Object({
  benefitId: uuidSchema,
  regime: Type.String(),
  regimeName: bilingualSchema,
  decisionNumber: Type.String(),
  decidedOn: civilDateSchema,
  fromOn: nullable(civilDateSchema),
  toOn: nullable(civilDateSchema),
  amountVnd: Type.Integer(),
  monthsGranted: nullable(Type.Integer()),
  payerName: nullable(Type.String()),
  accountLast4: nullable(Type.String({ description: 'the last four digits; the rest is not kept' })),
  bankName: nullable(Type.String()),
  note: nullable(Type.String()),
  source: Type.String(),
  recordedAt: instantSchema,
})
export type BenefitLine = Static<typeof benefitSchema>

const monthlySchema = Type.Object({
  decision: nullable(benefitSchema),
  /** The decision's number; `decision` is null where only slips have reached the register. */
  decisionNumber: Type.String(),
  amountNowVnd: nullable(Type.Integer({ description: 'what it pays this month, after the slips' })),
  adjustments: Type.Array(benefitSchema),
})
export type MonthlyBenefit = Static<typeof monthlySchema>

export const getBenefitsRoute = route({
  operationId: 'getBenefits',
  method: 'GET',
  url: '/api/me/benefits',
  surface: 'citizen',
  access: 'citizen',
  summary: 'What was granted, in four tabs, newest first',
  query: Type.Object({ for: forSchema }),
  answer: Type.Object({
    lumpSum: Type.Array(benefitSchema),
    sicknessMaternity: Type.Array(benefitSchema),
    monthly: Type.Array(monthlySchema),
    unemployment: Type.Array(benefitSchema),
    asOf: instantSchema,
  }),
  status: 200,
  refuses: ['representation-unknown', 'representation-over', 'area-not-granted'],
})

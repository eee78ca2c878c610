import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, nullable, uuidSchema } from './common.ts'
import { forSchema } from './representations.ts'
import { route } from './route.ts'

/** Đồng, with up to two decimals as in the hospital's claim. */
const amountSchema = Type.Number()
/** `differ`: the cost lines do not add up to the totals; `no-lines`: the facility sent no cost lines. */
const sumsStateSchema = Type.Union([Type.Literal('agree'), Type.Literal('differ'), Type.Literal('no-lines')])
const localTimeSchema = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$', description: 'local time of the facility' })
const paperKindSchema = Type.Union([
  Type.Literal('discharge'),
  Type.Literal('birth-certificate'),
  Type.Literal('pregnancy-leave'),
  Type.Literal('sick-leave'),
])

const visitSchema = Type.Object({
  visitId: uuidSchema,
  facilityCode: Type.String(),
  facilityName: nullable(Type.String()),
  admittedOn: civilDateSchema,
  dischargedOn: civilDateSchema,
  diagnosis: nullable(Type.String()),
  kind: nullable(bilingualSchema),
  totalVnd: amountSchema,
  sumsState: sumsStateSchema,
})
export type VisitSummary = Static<typeof visitSchema>

export const listVisitsRoute = route({
  operationId: 'listVisits',
  method: 'GET',
  url: '/api/me/visits',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Visits of one year, newest first; without a year the newest year that has any',
  query: Type.Object({ for: forSchema, year: Type.Optional(Type.String({ pattern: '^\\d{4}$' })) }),
  answer: Type.Object({ years: Type.Array(Type.Integer()), year: nullable(Type.Integer()), visits: Type.Array(visitSchema) }),
  status: 200,
  refuses: ['representation-unknown', 'representation-over', 'area-not-granted'],
})

const costLineSchema = Type.Object({
  costLineId: uuidSchema,
  kind: Type.Union([Type.Literal('drug'), Type.Literal('service')]),
  code: nullable(Type.String()),
  name: Type.String(),
  unit: nullable(Type.String()),
  quantity: Type.Number(),
  unitPriceVnd: amountSchema,
  coveragePercent: nullable(Type.Integer()),
  amountVnd: amountSchema,
  fundVnd: amountSchema,
  otherVnd: amountSchema,
  ownVnd: amountSchema,
  copaymentVnd: amountSchema,
})
export type CostLine = Static<typeof costLineSchema>

const paperSchema = Type.Object({
  paperId: uuidSchema,
  visitId: uuidSchema,
  kind: paperKindSchema,
  serialNumber: nullable(Type.String()),
  issuedOn: nullable(civilDateSchema),
  restFrom: nullable(civilDateSchema),
  restTo: nullable(civilDateSchema),
  restDays: nullable(Type.Integer()),
  facilityName: nullable(Type.String()),
  state: Type.Union([Type.Literal('issued'), Type.Literal('withdrawn')]),
})
export type MedicalPaperAnswer = Static<typeof paperSchema>

const differenceSchema = Type.Object({
  total: Type.Union([
    Type.Literal('totalVnd'),
    Type.Literal('coveredVnd'),
    Type.Literal('fundVnd'),
    Type.Literal('copaymentVnd'),
    Type.Literal('ownVnd'),
    Type.Literal('otherVnd'),
  ]),
  by: Type.Union([Type.Literal('lines'), Type.Literal('formula')]),
  statedVnd: amountSchema,
  dueVnd: amountSchema,
})

export const getVisitRoute = route({
  operationId: 'getVisit',
  method: 'GET',
  url: '/api/me/visits/:visitId',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One visit with totals, cost lines and papers',
  params: Type.Object({ visitId: uuidSchema }),
  query: Type.Object({ for: forSchema }),
  answer: Type.Intersect([
    visitSchema,
    Type.Object({
      admittedAt: localTimeSchema,
      dischargedAt: localTimeSchema,
      mainDiseaseCode: nullable(Type.String()),
      otherDiseaseCodes: Type.Array(Type.String()),
      reason: nullable(bilingualSchema),
      result: nullable(bilingualSchema),
      discharge: nullable(bilingualSchema),
      coveredVnd: amountSchema,
      fundVnd: amountSchema,
      copaymentVnd: amountSchema,
      ownVnd: amountSchema,
      otherVnd: amountSchema,
      source: Type.String(),
      differences: Type.Array(differenceSchema),
      costLines: Type.Array(costLineSchema),
      papers: Type.Array(paperSchema),
    }),
  ]),
  status: 200,
  refuses: ['representation-unknown', 'representation-over', 'area-not-granted', 'not-found'],
})
export type VisitAnswer = Static<typeof getVisitRoute.answer>

export const listMedicalPapersRoute = route({
  operationId: 'listMedicalPapers',
  method: 'GET',
  url: '/api/me/medical-papers',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Papers that facilities issued to the person, newest first',
  query: Type.Object({ for: forSchema }),
  answer: Type.Object({ papers: Type.Array(paperSchema) }),
  status: 200,
  refuses: ['representation-unknown', 'representation-over', 'area-not-granted'],
})

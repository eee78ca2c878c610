import { type Static, Type } from 'typebox'
import { civilDateSchema, nullable } from './common.ts'
import { route } from './route.ts'

/** null: fewer than five, not told. */
const hiddenCount = nullable(Type.Integer())
const periodSchema = Type.Object({
  intake: Type.Integer({ description: 'registrations submitted' }),
  received: Type.Integer({ description: 'papers taken in' }),
  approved: Type.Integer(),
  returned: Type.Integer(),
  refused: Type.Integer(),
  medianWaitMinutes: nullable(
    Type.Integer({ description: 'from the paper to the decision, half of the cases faster; null below five cases' }),
  ),
})
const figuresSchema = Type.Object({
  officeName: Type.String(),
  todayOn: civilDateSchema,
  today: periodSchema,
  month: periodSchema,
  nearDeadline: Type.Integer(),
  open: Type.Integer(),
  days: Type.Array(Type.Object({ on: civilDateSchema, intake: Type.Integer(), decided: Type.Integer() })),
  reasons: Type.Array(
    Type.Object({
      code: Type.String(),
      kind: Type.Union([Type.Literal('return'), Type.Literal('refuse')]),
      vi: Type.String(),
      en: Type.String(),
      cases: hiddenCount,
    }),
  ),
  weeks: Type.Array(Type.Object({ fromOn: civilDateSchema, cases: hiddenCount, medianMinutes: nullable(Type.Integer()) })),
})
export type Figures = Static<typeof figuresSchema>
export type FiguresPeriod = Static<typeof periodSchema>

export const getFiguresRoute = route({
  operationId: 'getFigures',
  method: 'GET',
  url: '/api/counter/figures',
  surface: 'office',
  access: 'case-reader',
  summary: 'Own office’s figures of today and this month, reasons, and the trend of the median time; no names of anybody',
  answer: figuresSchema,
  status: 200,
  refuses: ['not-found'],
})
export const exportFiguresRoute = route({
  operationId: 'exportFigures',
  method: 'GET',
  url: '/api/counter/figures/:format',
  surface: 'office',
  access: 'case-reader',
  summary: 'The same figures as CSV or XLSX',
  params: Type.Object({ format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }),
  answer: null,
  media: 'application/octet-stream',
  status: 200,
  refuses: ['not-found'],
})

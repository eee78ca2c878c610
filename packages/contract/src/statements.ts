import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, uuidSchema } from './common.ts'
import { route } from './route.ts'

const kindSchema = Type.Union([Type.Literal('yearly-notice'), Type.Literal('participation-book'), Type.Literal('confirmation')])
const fieldSchema = Type.Union([
  Type.Literal('full-name'),
  Type.Literal('birth-date'),
  Type.Literal('insurance-number-masked'),
  Type.Literal('insurance-number'),
  Type.Literal('current-participation'),
  Type.Literal('total-time'),
  Type.Literal('current-employer'),
  Type.Literal('health-card'),
  Type.Literal('recent-salaries'),
  Type.Literal('benefits-received'),
])
const requestSchema = Type.Object({
  kind: kindSchema,
  year: nullable(Type.Integer({ minimum: 1900, maximum: 2200, description: 'of a yearly notice' })),
  fields: Type.Array(fieldSchema, { maxItems: 10, description: 'on a letter what it says; elsewhere what the check page repeats' }),
  validDays: nullable(Type.Integer({ minimum: 1, maximum: 366, description: 'of a letter' })),
})
export type StatementOrder = Static<typeof requestSchema>

const lineSchema = Type.Object({ label: bilingualSchema, value: bilingualSchema })
export type StatementAnswerLine = Static<typeof lineSchema>
const contentSchema = Type.Object({
  title: bilingualSchema,
  period: bilingualSchema,
  lines: Type.Array(lineSchema),
  tables: Type.Array(
    Type.Object({
      title: bilingualSchema,
      columns: Type.Array(Type.Object({ label: bilingualSchema, align: Type.Union([Type.Literal('left'), Type.Literal('right')]) })),
      rows: Type.Array(Type.Array(bilingualSchema)),
      total: nullable(Type.Array(bilingualSchema)),
      note: nullable(bilingualSchema),
    }),
  ),
  notes: Type.Array(bilingualSchema),
  shared: Type.Array(lineSchema),
})
export type StatementPreview = Static<typeof contentSchema>

const stateSchema = Type.Union([Type.Literal('valid'), Type.Literal('expired'), Type.Literal('withdrawn')])
const statementSchema = Type.Object({
  statementId: uuidSchema,
  kind: kindSchema,
  year: nullable(Type.Integer()),
  fields: Type.Array(fieldSchema),
  state: stateSchema,
  issuedAt: instantSchema,
  validUntil: nullable(civilDateSchema),
  code: Type.String({ description: '12 characters, as the check page takes them' }),
  checkUrl: Type.String({ description: 'where anybody checks it' }),
})
export type IssuedStatement = Static<typeof statementSchema>

const statementParams = Type.Object({ statementId: uuidSchema })

export const listStatementsRoute = route({
  operationId: 'listStatements',
  method: 'GET',
  url: '/api/me/statements',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Statements issued to the signed-in person, newest first, and the years a yearly notice can be made for',
  answer: Type.Object({ statements: Type.Array(statementSchema), years: Type.Array(Type.Integer()) }),
  status: 200,
  refuses: [],
})
export const previewStatementRoute = route({
  operationId: 'previewStatement',
  method: 'POST',
  url: '/api/me/statement-previews',
  surface: 'citizen',
  access: 'citizen',
  summary: 'What a statement would say, and what its check page would show; nothing is kept',
  body: requestSchema,
  answer: contentSchema,
  status: 200,
  refuses: ['statement-field', 'statement-fields-missing', 'statement-year', 'statement-validity'],
})
export const issueStatementRoute = route({
  operationId: 'issueStatement',
  method: 'POST',
  url: '/api/me/statements',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Issue a statement; sent again with the same id it answers the one that is there',
  body: Type.Object({ statementId: uuidSchema, ...requestSchema.properties }),
  answer: statementSchema,
  status: 201,
  refuses: ['statement-field', 'statement-fields-missing', 'statement-year', 'statement-validity', 'too-many'],
})
export const getStatementFileRoute = route({
  operationId: 'getStatementFile',
  method: 'GET',
  url: '/api/me/statements/:statementId/file',
  surface: 'citizen',
  access: 'citizen',
  summary: 'The statement as PDF, as it was on its day',
  params: statementParams,
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['not-found', 'statement-withdrawn', 'overloaded'],
})
export const withdrawStatementRoute = route({
  operationId: 'withdrawStatement',
  method: 'POST',
  url: '/api/me/statements/:statementId/withdrawal',
  surface: 'citizen',
  access: 'citizen',
  summary: 'From now on the check page says that the statement is withdrawn, and shows nothing of it',
  params: statementParams,
  answer: statementSchema,
  status: 200,
  refuses: ['not-found'],
})

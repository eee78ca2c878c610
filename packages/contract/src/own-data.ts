import { type Static, Type } from 'typebox'
import { bilingualSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const formatSchema = Type.Union([Type.Literal('json'), Type.Literal('pdf')])
const exportSchema = Type.Object({
  exportId: uuidSchema,
  state: Type.Union([
    Type.Literal('waiting'),
    Type.Literal('gathering'),
    Type.Literal('ready'),
    Type.Literal('failed'),
    Type.Literal('erased'),
  ]),
  askedAt: instantSchema,
  sectionsDone: Type.Integer(),
  sectionsTotal: Type.Integer({ description: '0 while nobody has counted yet' }),
  madeAt: nullable(instantSchema),
  availableUntil: nullable(instantSchema),
  code: nullable(Type.String({ description: '12 characters, as the check page takes them' })),
  checkUrl: nullable(Type.String()),
  files: Type.Array(Type.Object({ format: formatSchema, sizeBytes: Type.Integer(), sha256: Type.String() })),
})
export type DataExport = Static<typeof exportSchema>

const exportParams = Type.Object({ exportId: uuidSchema })

export const listDataExportsRoute = route({
  operationId: 'listDataExports',
  method: 'GET',
  url: '/api/me/data-exports',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Copies of one’s own data that were asked for, newest first, with how far each is',
  answer: Type.Object({ exports: Type.Array(exportSchema) }),
  status: 200,
  refuses: [],
})
export const orderDataExportRoute = route({
  operationId: 'orderDataExport',
  method: 'POST',
  url: '/api/me/data-exports',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Ask for a copy of everything; the password is proved once more; the same id again answers the same copy',
  body: Type.Object({ exportId: uuidSchema, password: text(200) }),
  answer: exportSchema,
  status: 201,
  refuses: ['not-signed-in', 'current-password-wrong', 'export-open-already', 'too-many'],
})
export const getDataExportFileRoute = route({
  operationId: 'getDataExportFile',
  method: 'GET',
  url: '/api/me/data-exports/:exportId/file',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One file of a copy, for seven days',
  params: exportParams,
  query: Type.Object({ format: formatSchema }),
  answer: null,
  media: 'application/octet-stream',
  status: 200,
  refuses: ['not-found', 'export-not-ready', 'export-erased'],
})

const purposeSchema = Type.Union([Type.Literal('survey'), Type.Literal('research'), Type.Literal('problem-details')])
const decisionSchema = Type.Union([Type.Literal('given'), Type.Literal('withdrawn')])
const consentsSchema = Type.Object({
  consents: Type.Array(
    Type.Object({
      purpose: purposeSchema,
      textVersion: Type.String(),
      title: bilingualSchema,
      text: bilingualSchema,
      stands: Type.Boolean({ description: 'given to this very wording and not withdrawn' }),
      decisions: Type.Array(
        Type.Object({ decision: decisionSchema, textVersion: Type.String(), text: nullable(bilingualSchema), at: instantSchema }),
      ),
    }),
  ),
})
export type Consent = Static<typeof consentsSchema>['consents'][number]

export const listConsentsRoute = route({
  operationId: 'listConsents',
  method: 'GET',
  url: '/api/me/consents',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Purposes beyond the task of the State, whether the person agreed, and every decision so far',
  answer: consentsSchema,
  status: 200,
  refuses: [],
})
export const decideConsentRoute = route({
  operationId: 'decideConsent',
  method: 'POST',
  url: '/api/me/consents',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Give or withdraw a consent to the wording that was shown; deciding the same again changes nothing',
  body: Type.Object({ purpose: purposeSchema, decision: decisionSchema, textVersion: text(60) }),
  answer: consentsSchema,
  status: 200,
  refuses: ['consent-text-changed', 'too-many'],
})

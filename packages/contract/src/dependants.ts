import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, partialDateSchema, sexSchema, text, uuidSchema } from './common.ts'
import { announced, announcedFileFields, FINISH_REFUSALS, sentPiece } from './photo-uploads.ts'
import { route } from './route.ts'

const relationSchema = Type.Union([Type.Literal('father'), Type.Literal('mother'), Type.Literal('guardian')])
const requestParams = Type.Object({ requestId: uuidSchema })
const uploadParams = Type.Object({ requestId: uuidSchema, uploadId: uuidSchema })
const declared = {
  childName: Type.String(),
  bornOn: civilDateSchema,
  insuranceNumber: nullable(Type.String()),
  nationalId: nullable(Type.String()),
  relation: relationSchema,
}
const requestSchema = Type.Object({
  requestId: uuidSchema,
  ...declared,
  officeName: Type.String(),
  state: Type.Union([
    Type.Literal('awaiting-photo'),
    Type.Literal('sent'),
    Type.Literal('approved'),
    Type.Literal('refused'),
    Type.Literal('withdrawn'),
  ]),
  reason: nullable(bilingualSchema),
  startedAt: instantSchema,
  movedAt: instantSchema,
})
export type DependantRequest = Static<typeof requestSchema>

export const startDependantRequestRoute = route({
  operationId: 'startDependantRequest',
  method: 'POST',
  url: '/api/me/dependant-requests',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Declare a child of one’s own; sent once the birth certificate is there; the same id again answers the same',
  body: Type.Object({
    requestId: uuidSchema,
    childName: text(100),
    bornOn: civilDateSchema,
    insuranceNumber: nullable(text(20)),
    nationalId: nullable(text(20)),
    relation: relationSchema,
  }),
  answer: requestSchema,
  status: 201,
  refuses: ['child-not-minor', 'child-facts-wrong', 'too-many'],
})
export const listDependantRequestsRoute = route({
  operationId: 'listDependantRequests',
  method: 'GET',
  url: '/api/me/dependant-requests',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One’s own requests, newest first',
  answer: Type.Object({ requests: Type.Array(requestSchema) }),
  status: 200,
  refuses: [],
})
export const withdrawDependantRequestRoute = route({
  operationId: 'withdrawDependantRequest',
  method: 'POST',
  url: '/api/me/dependant-requests/:requestId/withdrawal',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Take an undecided request back; its photo is erased at once',
  params: requestParams,
  answer: requestSchema,
  status: 200,
  refuses: ['not-found', 'dependant-closed'],
})
export const startCertificateRoute = route({
  operationId: 'startCertificate',
  ...announced,
  url: '/api/me/dependant-requests/:requestId/certificates',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Announce the photo of the birth certificate; answers where to go on',
  params: requestParams,
  body: Type.Object({
    ...announcedFileFields,
  }),
  refuses: ['not-found', 'dependant-closed', 'too-large', 'photo-unreadable', 'too-many'],
})
export const sendCertificatePieceRoute = route({
  operationId: 'sendCertificatePiece',
  ...sentPiece,
  url: '/api/me/dependant-requests/:requestId/certificates/:uploadId',
  surface: 'citizen',
  access: 'citizen',
  params: uploadParams,
  refuses: ['upload-offset', 'too-large', 'not-found'],
})
export const finishCertificateRoute = route({
  operationId: 'finishCertificate',
  method: 'POST',
  url: '/api/me/dependant-requests/:requestId/certificates/:uploadId/completion',
  surface: 'citizen',
  access: 'citizen',
  summary: 'All pieces sent: the photo is checked and encrypted, and the request goes to the office',
  params: uploadParams,
  answer: requestSchema,
  status: 200,
  refuses: ['dependant-closed', ...FINISH_REFUSALS],
})

const personSchema = Type.Object({
  personId: Type.Integer(),
  fullName: Type.String(),
  bornOn: partialDateSchema,
  sex: sexSchema,
  insuranceNumber: Type.String(),
  nationalId: nullable(Type.String()),
  address: nullable(Type.String()),
  householdRelation: nullable(bilingualSchema),
})
const candidateSchema = Type.Object({
  ...personSchema.properties,
  sameHousehold: Type.Boolean(),
  isChild: Type.Boolean(),
  foundBy: Type.Array(Type.Union([Type.Literal('insurance-number'), Type.Literal('national-id'), Type.Literal('name-and-birth')])),
})
const caseSchema = Type.Object({
  requestId: uuidSchema,
  ...declared,
  relationWord: bilingualSchema,
  sentAt: instantSchema,
  guardian: personSchema,
  candidates: Type.Array(candidateSchema),
  reasons: Type.Array(Type.Object({ code: Type.String(), clerkText: bilingualSchema, citizenText: bilingualSchema })),
})
export type DependantCase = Static<typeof caseSchema>

export const listDependantQueueRoute = route({
  operationId: 'listDependantQueue',
  method: 'GET',
  url: '/api/counter/dependant-requests',
  surface: 'office',
  access: 'case-reader',
  summary: 'What waits at one’s own office, longest first; at most 200',
  answer: Type.Object({
    items: Type.Array(Type.Object({ requestId: uuidSchema, childName: Type.String(), guardianName: Type.String(), sentAt: instantSchema })),
  }),
  status: 200,
  refuses: [],
})
export const getDependantCaseRoute = route({
  operationId: 'getDependantCase',
  method: 'GET',
  url: '/api/counter/dependant-requests/:requestId',
  surface: 'office',
  access: 'case-reader',
  summary: 'Declared beside the register’s household',
  params: requestParams,
  answer: caseSchema,
  status: 200,
  refuses: ['not-found', 'case-elsewhere', 'case-decided', 'case-own'],
})
export const getCertificateRoute = route({
  operationId: 'getCertificate',
  method: 'GET',
  url: '/api/counter/dependant-requests/:requestId/certificate',
  surface: 'office',
  access: 'case-reader',
  summary: 'The birth certificate as JPEG',
  params: requestParams,
  answer: null,
  media: 'image/jpeg',
  status: 200,
  refuses: ['not-found', 'case-elsewhere', 'case-decided', 'case-own'],
})
export const decideDependantRoute = route({
  operationId: 'decideDependant',
  method: 'POST',
  url: '/api/counter/dependant-requests/:requestId/decision',
  surface: 'office',
  access: 'clerk',
  summary: 'Enter the child under its guardian, or refuse with a reason; both by message',
  params: requestParams,
  body: Type.Object({
    kind: Type.Union([Type.Literal('approve'), Type.Literal('refuse')]),
    personId: nullable(Type.Integer()),
    reasonCode: nullable(text(60)),
  }),
  answer: null,
  status: 204,
  refuses: [
    'not-found',
    'case-elsewhere',
    'case-decided',
    'case-own',
    'person-missing',
    'person-not-eligible',
    'reason-missing',
    'dependant-already',
  ],
})

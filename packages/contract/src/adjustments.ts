import { type Static, Type } from 'typebox'
import { instantSchema, nullable, partialDateSchema, sexSchema, text, uuidSchema } from './common.ts'
import { correctionRequestSchema, wantedSchema } from './procedures.ts'
import { route } from './route.ts'

const wardNowSchema = Type.Object({
  provinceCode: Type.String(),
  provinceName: Type.String(),
  wardCode: Type.String(),
  wardName: Type.String(),
})
const adjustableSchema = Type.Object({
  identity: Type.Object({
    fullName: Type.String(),
    bornOn: partialDateSchema,
    sex: sexSchema,
    nationalId: nullable(Type.String()),
    insuranceNumber: Type.String(),
  }),
  ward: nullable(wardNowSchema),
  /** The stored ward was divided: which of these is it now? */
  wardAsked: nullable(Type.Object({ endedName: Type.String(), becomes: Type.Array(wardNowSchema) })),
  addresses: Type.Array(Type.Object({ address: nullable(Type.String()), from: instantSchema, until: nullable(instantSchema) }), {
    description: 'newest first; the first one holds',
  }),
})
export type Adjustable = Static<typeof adjustableSchema>

export const getAdjustableRoute = route({
  operationId: 'getAdjustable',
  method: 'GET',
  url: '/api/me/adjustable',
  surface: 'citizen',
  access: 'citizen',
  summary: 'What Form 01 “điều chỉnh” may change, as it stands now, and the addresses before',
  answer: adjustableSchema,
  status: 200,
  refuses: [],
})
export const changeAddressRoute = route({
  operationId: 'changeAddress',
  method: 'POST',
  url: '/api/me/addresses',
  surface: 'citizen',
  access: 'citizen',
  summary:
    'Another contact address, by today’s two-level map; holds at once, the one before is kept with its dates; the same id again changes nothing',
  body: Type.Object({ changeId: uuidSchema, provinceCode: text(10), wardCode: text(10), street: text(200) }),
  answer: adjustableSchema,
  status: 201,
  refuses: ['address-unknown', 'address-same', 'bad-text', 'too-many'],
})
export const answerWardRoute = route({
  operationId: 'answerWard',
  method: 'PUT',
  url: '/api/me/ward',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Which of the wards that the stored one became is one’s own; the address before is kept with its dates',
  body: Type.Object({ wardCode: text(10) }),
  answer: adjustableSchema,
  status: 200,
  refuses: ['ward-not-asked', 'too-many'],
})
export const sendAdjustRequestRoute = route({
  operationId: 'sendAdjustRequest',
  method: 'POST',
  url: '/api/me/adjust-requests',
  surface: 'citizen',
  access: 'citizen',
  summary:
    'Name, sex, birth date, 12-digit id, portrait (value `new`), with photos sent before under the same id; numbered, dated and due at once',
  body: Type.Object({ requestId: uuidSchema, wanted: Type.Array(wantedSchema, { maxItems: 10 }), what: text(1000) }),
  answer: correctionRequestSchema,
  status: 201,
  refuses: ['value-wrong', 'adjust-nothing', 'evidence-missing', 'correction-open-already', 'too-many', 'line-unknown'],
})
export const getAdjustFormRoute = route({
  operationId: 'getAdjustForm',
  method: 'GET',
  url: '/api/me/adjust-requests/:requestId/form',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Form 01 for the purpose “điều chỉnh” as PDF',
  params: Type.Object({ requestId: uuidSchema }),
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['not-found', 'office-unknown', 'overloaded'],
})

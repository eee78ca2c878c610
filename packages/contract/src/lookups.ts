import { type Static, Type } from 'typebox'
import { civilDateSchema, instantSchema } from './common.ts'
import { route } from './route.ts'

const kindSchema = Type.Union([
  Type.Literal('facilities'),
  Type.Literal('sick-leave'),
  Type.Literal('offices'),
  Type.Literal('collection-points'),
  Type.Literal('employers'),
  Type.Literal('units'),
])

/** One thing found. What is not known is left out, so that a province fits on a phone. */
const placeSchema = Type.Object({
  id: Type.String({
    description: 'in its address: facility code, office number, point code, employer code, ward-00004, old-district-001 …',
  }),
  name: Type.String(),
  aliases: Type.Optional(Type.Array(Type.String())),
  around: Type.Optional(Type.Array(Type.String(), { description: 'codes of areas whose names also lead here' })),
  type: Type.Optional(Type.String()),
  provinceCode: Type.Optional(Type.String()),
  wardCode: Type.Optional(Type.String()),
  wardCodes: Type.Optional(Type.Array(Type.String(), { description: 'wards an office serves' })),
  address: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  point: Type.Optional(Type.Array(Type.Number(), { description: 'longitude, latitude (WGS 84)' })),
  hours: Type.Optional(Type.Object({ weekdays: Type.Array(Type.Integer()), spans: Type.Array(Type.Array(Type.String())) })),
  hoursAssumed: Type.Optional(Type.Boolean({ description: 'usual hours, confirmed by nobody' })),
  hoursText: Type.Optional(Type.String({ description: 'as the agent writes them' })),
  closures: Type.Optional(Type.Array(Type.Object({ fromOn: civilDateSchema, toOn: civilDateSchema, reason: Type.String() }))),
  code: Type.Optional(Type.String({ description: 'official code, or ours of an office' })),
  codeProvisional: Type.Optional(Type.Boolean()),
  agentCode: Type.Optional(Type.String()),
  agentName: Type.Optional(Type.String()),
  authorityNumber: Type.Optional(Type.String()),
  becomes: Type.Optional(Type.Array(Type.Object({ id: Type.String(), name: Type.Optional(Type.String()), kind: Type.String() }))),
  within: Type.Optional(Type.String({ description: 'of an old unit: its district and province of then' })),
  validFrom: Type.Optional(civilDateSchema),
  validTo: Type.Optional(civilDateSchema),
  sample: Type.Optional(Type.Boolean({ description: 'made up for the demonstration' })),
})
export type LookupAnswer = Static<typeof placeSchema>

const areaSchema = Type.Object({
  code: Type.String(),
  name: Type.String(),
  otherNames: Type.Optional(Type.Array(Type.String())),
  point: Type.Optional(Type.Array(Type.Number())),
})
export type LookupAreaAnswer = Static<typeof areaSchema>

export const listLookupsRoute = route({
  operationId: 'listLookups',
  method: 'GET',
  url: '/api/lookups/:kind',
  surface: 'both',
  access: 'public',
  summary: 'What is meant by a few letters of its name, best first: accents, abbreviations, a slip and old place names are understood',
  params: Type.Object({ kind: kindSchema }),
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 10_000 })),
    provinceCode: Type.Optional(Type.String({ maxLength: 10 })),
    wardCode: Type.Optional(Type.String({ maxLength: 10 })),
    type: Type.Optional(Type.String({ maxLength: 40 })),
  }),
  answer: Type.Object({ places: Type.Array(placeSchema), areas: Type.Array(areaSchema) }),
  status: 200,
  refuses: [],
})
export const getLookupRoute = route({
  operationId: 'getLookup',
  method: 'GET',
  url: '/api/lookups/:kind/:id',
  surface: 'both',
  access: 'public',
  summary: 'One thing by its own address, also when it no longer holds: then it says until when',
  params: Type.Object({ kind: kindSchema, id: Type.String({ maxLength: 60 }) }),
  answer: Type.Object({ place: placeSchema, areas: Type.Array(areaSchema), holds: Type.Boolean(), today: civilDateSchema }),
  status: 200,
  refuses: ['not-found'],
})
export const getLookupPackageRoute = route({
  operationId: 'getLookupPackage',
  method: 'GET',
  url: '/api/lookup-packages/:provinceCode',
  surface: 'citizen',
  access: 'public',
  summary: 'Everything of one province that a phone needs to look things up without a network; employers are not in it',
  params: Type.Object({ provinceCode: Type.String({ pattern: '^\\d{2}$' }) }),
  answer: Type.Object({
    provinceCode: Type.String(),
    madeAt: instantSchema,
    areas: Type.Array(areaSchema),
    facilities: Type.Array(placeSchema),
    sickLeave: Type.Array(Type.String(), { description: 'codes of the facilities that may issue sick-leave papers' }),
    sickLeaveSample: Type.Boolean(),
    offices: Type.Array(placeSchema),
    collectionPoints: Type.Array(placeSchema),
    units: Type.Array(placeSchema, {
      description: 'what the areas tell (where an old unit lay, names of what it became) is left out, here and above',
    }),
    calendar: Type.Array(Type.Object({ on: civilDateSchema, kind: Type.String(), name: Type.String() }), { description: 'the days ahead' }),
  }),
  status: 200,
  refuses: ['not-found'],
})
export type LookupPackage = Static<typeof getLookupPackageRoute.answer>

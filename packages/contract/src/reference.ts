import { type Static, Type } from 'typebox'
import { civilDateSchema, nullable, officeSchema } from './common.ts'
import { route } from './route.ts'

const unitSchema = Type.Object({ code: Type.String(), name: Type.String(), fullName: Type.String(), type: Type.String() })
const oldWardSchema = Type.Object({
  code: Type.String(),
  fullName: Type.String(),
  /** Empty when no table says where it went: the person chooses. `suggested` rows are always confirmed by the person. */
  becomes: Type.Array(Type.Object({ wardCode: Type.String(), fullName: Type.String(), provinceCode: Type.String(), kind: Type.String() })),
})
export type AdministrativeUnit = Static<typeof unitSchema>
export type OldWard = Static<typeof oldWardSchema>

export const listProvincesRoute = route({
  operationId: 'listProvinces',
  method: 'GET',
  url: '/api/provinces',
  surface: 'both',
  access: 'public',
  summary: 'The 34 provinces',
  answer: Type.Object({ provinces: Type.Array(unitSchema) }),
  status: 200,
  refuses: [],
})
export const listWardsRoute = route({
  operationId: 'listWards',
  method: 'GET',
  url: '/api/wards',
  surface: 'both',
  access: 'public',
  summary: 'Wards of a province',
  query: Type.Object({ provinceCode: Type.String({ maxLength: 10 }) }),
  answer: Type.Object({ wards: Type.Array(unitSchema) }),
  status: 200,
  refuses: [],
})
export const listOldProvincesRoute = route({
  operationId: 'listOldProvinces',
  method: 'GET',
  url: '/api/old-provinces',
  surface: 'both',
  access: 'public',
  summary: 'The 63 provinces before 2025-07-01 and what they became',
  answer: Type.Object({
    provinces: Type.Array(Type.Object({ code: Type.String(), fullName: Type.String(), becomesProvinceCode: nullable(Type.String()) })),
  }),
  status: 200,
  refuses: [],
})
export const listOldDistrictsRoute = route({
  operationId: 'listOldDistricts',
  method: 'GET',
  url: '/api/old-districts',
  surface: 'both',
  access: 'public',
  summary: 'Districts of an old province',
  query: Type.Object({ oldProvinceCode: Type.String({ maxLength: 10 }) }),
  answer: Type.Object({ districts: Type.Array(unitSchema) }),
  status: 200,
  refuses: [],
})
export const listOldWardsRoute = route({
  operationId: 'listOldWards',
  method: 'GET',
  url: '/api/old-wards',
  surface: 'both',
  access: 'public',
  summary: 'Wards of an old district with their successors',
  query: Type.Object({ oldDistrictCode: Type.String({ maxLength: 10 }) }),
  answer: Type.Object({ wards: Type.Array(oldWardSchema) }),
  status: 200,
  refuses: [],
})
export const listOfficesRoute = route({
  operationId: 'listOffices',
  method: 'GET',
  url: '/api/offices',
  surface: 'both',
  access: 'public',
  summary: 'Offices that take registrations: of a province, serving a ward first, nearest first',
  query: Type.Object({
    provinceCode: Type.Optional(Type.String({ maxLength: 10 })),
    wardCode: Type.Optional(Type.String({ maxLength: 10 })),
    q: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  answer: Type.Object({
    offices: Type.Array(Type.Intersect([officeSchema, Type.Object({ servesWard: Type.Boolean(), distanceKm: nullable(Type.Number()) })])),
  }),
  status: 200,
  refuses: [],
})

const facilitySchema = Type.Object({
  code: Type.String(),
  name: Type.String(),
  provinceCode: nullable(Type.String()),
  wardCode: nullable(Type.String()),
  address: nullable(Type.String()),
  facilityType: nullable(Type.String()),
  phone: nullable(Type.String()),
  validFrom: Type.String(),
  validTo: nullable(Type.String()),
})
export const listHealthFacilitiesRoute = route({
  operationId: 'listHealthFacilities',
  method: 'GET',
  url: '/api/health-facilities',
  surface: 'both',
  access: 'public',
  summary: 'Health facilities with a contract on a day (today when left out): by words of the name or the code, those of a ward first',
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 100 })),
    provinceCode: Type.Optional(Type.String({ maxLength: 10 })),
    wardCode: Type.Optional(Type.String({ maxLength: 10 })),
    on: Type.Optional(civilDateSchema),
  }),
  answer: Type.Object({ facilities: Type.Array(facilitySchema) }),
  status: 200,
  refuses: [],
})
export const listCollectionPointsRoute = route({
  operationId: 'listCollectionPoints',
  method: 'GET',
  url: '/api/collection-points',
  surface: 'both',
  access: 'public',
  summary: 'Where contributions may be paid today: points of authorised collection agents',
  query: Type.Object({
    provinceCode: Type.Optional(Type.String({ maxLength: 10 })),
    wardCode: Type.Optional(Type.String({ maxLength: 10 })),
  }),
  answer: Type.Object({
    points: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.String(),
        agentName: Type.String(),
        authorityNumber: nullable(Type.String()),
        provinceCode: Type.String(),
        wardCode: Type.String(),
        address: Type.String(),
        phone: nullable(Type.String()),
        hours: nullable(Type.String()),
        longitude: nullable(Type.Number()),
        latitude: nullable(Type.Number()),
      }),
    ),
  }),
  status: 200,
  refuses: [],
})

import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, nullable, partialDateSchema, uuidSchema } from './common.ts'
import { route } from './route.ts'

export const dataAreaSchema = Type.Union([
  Type.Literal('card'),
  Type.Literal('participation'),
  Type.Literal('benefits'),
  Type.Literal('medical-book'),
])
/** Query of every read of one's own data: whose data instead, by the id of what allows it. Every such read is in that person's record of accesses. */
export const forSchema = Type.Optional(uuidSchema)

const stateSchema = Type.Union([Type.Literal('standing'), Type.Literal('over'), Type.Literal('ended')])
const common = {
  representationId: uuidSchema,
  kind: Type.Union([Type.Literal('child'), Type.Literal('mandate')]),
  relation: nullable(bilingualSchema),
  areas: Type.Array(dataAreaSchema),
  fromOn: civilDateSchema,
  lastOn: civilDateSchema,
  state: stateSchema,
}
/** Somebody whose data I may see. */
const representedSchema = Type.Object({ ...common, fullName: Type.String(), bornOn: partialDateSchema })
/** Somebody who may see my data. */
const readerSchema = Type.Object({ ...common, fullName: Type.String() })
export type Represented = Static<typeof representedSchema>
export type RepresentationReader = Static<typeof readerSchema>

export const listRepresentationsRoute = route({
  operationId: 'listRepresentations',
  method: 'GET',
  url: '/api/me/representations',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Whose data I may see, and who may see mine; those that are over last',
  answer: Type.Object({ represented: Type.Array(representedSchema), readers: Type.Array(readerSchema) }),
  status: 200,
  refuses: [],
})
export const endRepresentationRoute = route({
  operationId: 'endRepresentation',
  method: 'POST',
  url: '/api/me/representations/:representationId/ending',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Give up seeing somebody’s data, or take a mandate back; holds from the next request on; asked twice it stays ended',
  params: Type.Object({ representationId: uuidSchema }),
  answer: null,
  status: 204,
  refuses: ['not-found', 'not-allowed'],
})

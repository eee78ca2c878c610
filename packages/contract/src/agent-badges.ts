import { type Static, Type } from 'typebox'
import { civilDateSchema, instantSchema, nullable, text } from './common.ts'
import { route } from './route.ts'

const pointParams = Type.Object({ pointCode: Type.String({ maxLength: 30 }) })
const reasonSchema = Type.Union([Type.Literal('lost'), Type.Literal('misused'), Type.Literal('changed'), Type.Literal('ended')])

const badgeSchema = Type.Object({
  pointCode: Type.String(),
  pointName: Type.String(),
  agentCode: Type.String(),
  agentName: Type.String(),
  authorityNumber: nullable(Type.String()),
  address: Type.String(),
  phone: nullable(Type.String()),
  validFrom: civilDateSchema,
  validTo: nullable(civilDateSchema),
  state: Type.Union([Type.Literal('valid'), Type.Literal('not-yet'), Type.Literal('expired'), Type.Literal('disputed')], {
    description: 'of the badge that can be printed now; disputed: other agents stand under the same authorisation',
  }),
  sharedWith: Type.Array(Type.String(), { description: 'agents under the same authorisation number today' }),
  serial: Type.Integer({ description: 'number of the badge that can be printed now; those before it were withdrawn' }),
  withdrawals: Type.Array(
    Type.Object({
      serial: Type.Integer(),
      withdrawnAt: instantSchema,
      reason: reasonSchema,
      note: nullable(Type.String()),
      by: Type.String(),
    }),
  ),
  sample: Type.Boolean(),
})
export type DeskBadge = Static<typeof badgeSchema>

export const listAgentBadgesRoute = route({
  operationId: 'listAgentBadges',
  method: 'GET',
  url: '/api/agent-badges',
  surface: 'office',
  access: 'post-giver',
  summary: 'Collection points of one’s own office, province or of all, each with its badge: until when, withdrawn ones, numbers used twice',
  query: Type.Object({ q: Type.Optional(text(80)) }),
  answer: Type.Object({ badges: Type.Array(badgeSchema), hasMore: Type.Boolean() }),
  status: 200,
  refuses: [],
})
export const getAgentBadgeRoute = route({
  operationId: 'getAgentBadge',
  method: 'GET',
  url: '/api/collection-points/:pointCode/badge',
  surface: 'office',
  access: 'post-giver',
  summary: 'The signed badge of a collection point that is authorised today, in wallet size',
  params: pointParams,
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['not-found', 'badge-not-valid', 'badge-disputed', 'overloaded'],
})
export const withdrawAgentBadgeRoute = route({
  operationId: 'withdrawAgentBadge',
  method: 'POST',
  url: '/api/collection-points/:pointCode/badge-withdrawals',
  surface: 'office',
  access: 'post-giver',
  summary:
    'Take back one badge, which from now on answers “không còn giá trị”; the point’s next badge has the next number. Sent again it changes nothing',
  params: pointParams,
  body: Type.Object({ serial: Type.Integer({ minimum: 1, maximum: 9999 }), reason: reasonSchema, note: nullable(text(300)) }),
  answer: badgeSchema,
  status: 200,
  refuses: ['not-found'],
})

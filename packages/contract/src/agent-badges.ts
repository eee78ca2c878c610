import { Type } from 'typebox'
import { civilDateSchema, nullable } from './common.ts'
import { route } from './route.ts'

export const getAgentBadgeRoute = route({
  operationId: 'getAgentBadge',
  method: 'GET',
  url: '/api/collection-points/:pointCode/badge',
  surface: 'office',
  access: 'operator',
  summary: 'The signed badge of a collection point that is authorised today, in wallet size',
  params: Type.Object({ pointCode: Type.String({ maxLength: 30 }) }),
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['not-found', 'overloaded'],
})
export const checkAgentBadgeRoute = route({
  operationId: 'checkAgentBadge',
  method: 'GET',
  url: '/api/badge-checks/:code',
  surface: 'citizen',
  access: 'public',
  summary: 'Whether a collection agent’s badge is genuine and holds today, whose it is, and until when',
  params: Type.Object({ code: Type.String({ maxLength: 80 }) }),
  answer: Type.Object({
    state: Type.Union(
      [Type.Literal('valid'), Type.Literal('not-yet'), Type.Literal('ended'), Type.Literal('disputed'), Type.Literal('unknown')],
      { description: 'disputed: two agents stand under one authorisation; unknown: altered, or never ours' },
    ),
    badge: nullable(
      Type.Object({
        pointCode: Type.String(),
        pointName: Type.String(),
        agentName: Type.String(),
        authorityNumber: nullable(Type.String()),
        address: Type.String(),
        phone: nullable(Type.String()),
        validFrom: civilDateSchema,
        validTo: nullable(civilDateSchema),
        sample: Type.Boolean(),
      }),
    ),
  }),
  status: 200,
  refuses: ['too-many'],
})

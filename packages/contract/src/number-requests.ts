import { type Static, Type } from 'typebox'
import { civilDateSchema, nullable, text } from './common.ts'
import { route } from './route.ts'

/** Work to be done before the question is taken: find a number so that SHA-256 of `challenge.number` begins with `bits` zero bits. */
const challengeSchema = Type.Object({ challenge: Type.String(), bits: Type.Integer() })
export type WorkChallenge = Static<typeof challengeSchema>

export const requestNumberRoute = route({
  operationId: 'requestNumber',
  method: 'POST',
  url: '/api/number-requests',
  surface: 'citizen',
  access: 'public',
  summary:
    'Ask for one’s insurance number: it is sent to the contact on file if the facts name one person. The same answer in the same time, somebody or nobody; after some tries the asker’s device works for a moment first',
  body: Type.Object({
    fullName: text(100),
    bornOn: civilDateSchema,
    nationalId: Type.Optional(Type.String({ pattern: '^\\d{12}$' })),
    wardCode: Type.Optional(Type.String({ pattern: '^\\d{5}$', description: 'where the id is not at hand' })),
    work: Type.Optional(Type.Object({ challenge: Type.String({ maxLength: 200 }), number: Type.Integer({ minimum: 0 }) })),
  }),
  answer: Type.Object({ taken: Type.Boolean(), work: nullable(challengeSchema) }),
  status: 202,
  refuses: ['number-request-facts'],
})

import { Type } from 'typebox'
import { civilDateSchema, text } from './common.ts'
import { route } from './route.ts'

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
  }),
  answer: Type.Object({ taken: Type.Boolean() }),
  status: 202,
  refuses: ['number-request-facts', 'work-first'],
})

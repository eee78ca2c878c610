import { type Static, Type } from 'typebox'
import { civilDateSchema, nullable, partialDateSchema, registrationStateSchema, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const waitingSchema = Type.Object({
  registrationId: uuidSchema,
  fileNumber: Type.String(),
  fullName: Type.String(),
  bornOn: nullable(partialDateSchema),
  state: registrationStateSchema,
  dueOn: nullable(civilDateSchema),
  officeName: Type.String(),
  elsewhere: Type.Boolean({ description: 'of another office: to be taken over before anything more is shown' }),
})
export type WaitingRegistration = Static<typeof waitingSchema>

export const findWaitingRoute = route({
  operationId: 'findWaiting',
  method: 'POST',
  url: '/api/counter/waiting',
  surface: 'office',
  access: 'clerk',
  summary: 'Who stands here: waiting registrations of every office by any two facts, own office first; each one shown is an audit line',
  body: Type.Object({
    fullName: nullable(text(100)),
    bornOn: nullable(text(10)),
    phoneTail: nullable(text(20)),
    idTail: nullable(text(20)),
  }),
  answer: Type.Object({ items: Type.Array(waitingSchema), more: Type.Boolean() }),
  status: 200,
  refuses: ['two-facts-needed', 'too-many'],
})

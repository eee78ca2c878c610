import { type Static, Type } from 'typebox'
import { civilDateSchema, instantSchema, text, uuidSchema } from './common.ts'
import { dataAreaSchema } from './representations.ts'
import { route } from './route.ts'

const offerParams = Type.Object({ offerId: uuidSchema })
const areasSchema = Type.Array(dataAreaSchema, { minItems: 1, maxItems: 4, uniqueItems: true })
const common = {
  offerId: uuidSchema,
  areas: Type.Array(dataAreaSchema),
  lastOn: civilDateSchema,
  offeredAt: instantSchema,
  /** The last day to answer. */
  answerBy: civilDateSchema,
}
const stateSchema = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('accepted'),
  Type.Literal('declined'),
  Type.Literal('withdrawn'),
  Type.Literal('lapsed'),
])
/** `readerNumber`: as one typed it; whether it names anybody is not told. */
const givenSchema = Type.Object({ ...common, readerNumber: Type.String(), state: stateSchema })
const receivedSchema = Type.Object({ ...common, giverName: Type.String() })
export type GivenOffer = Static<typeof givenSchema>
export type ReceivedOffer = Static<typeof receivedSchema>

export const offerMandateRoute = route({
  operationId: 'offerMandate',
  method: 'POST',
  url: '/api/me/mandate-offers',
  surface: 'citizen',
  access: 'citizen',
  summary:
    'Offer somebody with an account to see chosen areas of one’s data; the same answer whether they exist; the same id again answers the same',
  body: Type.Object({
    offerId: uuidSchema,
    number: text(20),
    bornOn: civilDateSchema,
    areas: areasSchema,
    lastOn: civilDateSchema,
  }),
  answer: givenSchema,
  status: 201,
  refuses: ['mandate-number-wrong', 'mandate-to-oneself', 'mandate-day-wrong', 'mandate-giver-minor', 'step-up-needed', 'too-many'],
})
export const listMandateOffersRoute = route({
  operationId: 'listMandateOffers',
  method: 'GET',
  url: '/api/me/mandate-offers',
  surface: 'citizen',
  access: 'citizen',
  summary: 'What I offered and was not accepted yet or at all, newest first, and what waits for my answer',
  answer: Type.Object({ given: Type.Array(givenSchema), received: Type.Array(receivedSchema) }),
  status: 200,
  refuses: [],
})
export const acceptMandateRoute = route({
  operationId: 'acceptMandate',
  method: 'POST',
  url: '/api/me/mandate-offers/:offerId/acceptance',
  surface: 'citizen',
  access: 'citizen',
  summary: 'As the one who was asked: from now on I may look; asked twice it stays accepted',
  params: offerParams,
  answer: null,
  status: 204,
  refuses: ['not-found', 'mandate-closed'],
})
export const endMandateOfferRoute = route({
  operationId: 'endMandateOffer',
  method: 'POST',
  url: '/api/me/mandate-offers/:offerId/ending',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Decline what was offered to me, or take back what I offered; asked twice it stays so',
  params: offerParams,
  answer: null,
  status: 204,
  refuses: ['not-found', 'mandate-closed'],
})

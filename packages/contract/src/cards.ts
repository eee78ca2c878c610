import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, nullable, partialDateSchema, sexSchema } from './common.ts'
import { route } from './route.ts'

const cardSchema = Type.Object({
  healthCardNumber: Type.String(),
  legacyCardNumber: nullable(Type.String()),
  participantGroup: Type.String(),
  coverageLevel: Type.Integer(),
  coveragePercent: Type.Integer(),
  coverageSentence: bilingualSchema,
  registeredFacilityCode: Type.String(),
  registeredFacilityName: nullable(Type.String()),
  areaCode: nullable(Type.String()),
  validFrom: civilDateSchema,
  validTo: nullable(civilDateSchema),
  continuousSince: nullable(civilDateSchema),
  issuedOn: civilDateSchema,
  issuingOfficeName: nullable(Type.String()),
})
export type HealthCardAnswer = Static<typeof cardSchema>
export const getHealthCardRoute = route({
  operationId: 'getHealthCard',
  method: 'GET',
  url: '/api/me/health-card',
  surface: 'citizen',
  access: 'citizen',
  summary: 'The card that holds today, and the next one',
  answer: Type.Object({
    fullName: Type.String(),
    bornOn: partialDateSchema,
    sex: sexSchema,
    status: Type.Union([Type.Literal('valid'), Type.Literal('not-yet'), Type.Literal('expired'), Type.Literal('none')]),
    card: nullable(cardSchema),
    nextCard: nullable(cardSchema),
    asOf: Type.String(),
  }),
  status: 200,
  refuses: [],
})

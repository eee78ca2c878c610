import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, partialDateSchema, sexSchema, uuidSchema } from './common.ts'
import { forSchema } from './representations.ts'
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
  areaCode: nullable(Type.Union([Type.Literal('K1'), Type.Literal('K2'), Type.Literal('K3')])),
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
  query: Type.Object({ for: forSchema }),
  answer: Type.Object({
    insuranceNumber: Type.String(),
    fullName: Type.String(),
    bornOn: partialDateSchema,
    sex: sexSchema,
    status: Type.Union([Type.Literal('valid'), Type.Literal('not-yet'), Type.Literal('expired'), Type.Literal('none')]),
    card: nullable(cardSchema),
    nextCard: nullable(cardSchema),
    asOf: Type.String(),
  }),
  status: 200,
  refuses: ['representation-unknown', 'representation-over', 'area-not-granted'],
})

const cardLineSchema = Type.Object({
  ...cardSchema.properties,
  cardId: uuidSchema,
  participantGroupName: nullable(bilingualSchema),
  payerName: nullable(bilingualSchema),
  source: Type.String(),
  recordedAt: instantSchema,
})
export type HealthCardLine = Static<typeof cardLineSchema>
export const getHealthCardsRoute = route({
  operationId: 'getHealthCards',
  method: 'GET',
  url: '/api/me/health-cards',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Every card, past, current and next apart; five years; copayment of the year, of somebody else only with their medical book',
  query: Type.Object({ for: forSchema }),
  answer: Type.Object({
    fullName: Type.String(),
    bornOn: partialDateSchema,
    sex: sexSchema,
    current: Type.Array(cardLineSchema),
    next: Type.Array(cardLineSchema),
    past: Type.Array(cardLineSchema),
    revoked: Type.Array(cardLineSchema),
    fiveYears: nullable(
      Type.Object({
        reachedOn: civilDateSchema,
        isReached: Type.Boolean(),
        from: Type.Union([Type.Literal('card'), Type.Literal('periods')]),
      }),
    ),
    copayment: nullable(
      Type.Object({
        year: Type.Integer(),
        totalVnd: Type.Integer(),
        convertedVnd: Type.Integer({ description: 'the total in the measure of today’s reference level' }),
        referenceLevelVnd: Type.Integer(),
        ceilingVnd: Type.Integer(),
        isOverCeiling: Type.Boolean(),
        hasFiveYears: Type.Boolean(),
        exemptFrom: nullable(civilDateSchema),
        exemptTo: nullable(civilDateSchema),
      }),
    ),
    asOf: instantSchema,
  }),
  status: 200,
  refuses: ['representation-unknown', 'representation-over', 'area-not-granted'],
})

const cardShareSchema = Type.Optional(
  Type.Union([Type.Literal('initials'), Type.Literal('name')], {
    description:
      'what the public check of the print tells beside its validity: initials (without this) or the name and the registered facility',
  }),
)

export const getWalletCardRoute = route({
  operationId: 'getWalletCard',
  method: 'GET',
  url: '/api/me/health-card/wallet',
  surface: 'citizen',
  access: 'citizen',
  summary: 'The card as a PDF of wallet size, front and back',
  query: Type.Object({ for: forSchema, share: cardShareSchema }),
  answer: null,
  status: 200,
  media: 'application/pdf',
  refuses: ['not-found', 'overloaded', 'representation-unknown', 'representation-over', 'area-not-granted'],
})

export type { AreaCode, HealthCard } from './health-card.ts'
export { decideCardOn, type CardOn, type CardStatus } from './decide-card-on.ts'
export { sortCardsOn, type CardEnding, type CardPeriod, type SortedCards } from './sort-cards-on.ts'
export { COVERAGE_LEVELS, findCoverageLevel, isCoverageLevel, type CoverageLevel, type CoverageLevelRow } from './coverage-levels.ts'
export {
  GROUP_PAYERS,
  PARTICIPANT_GROUPS,
  PAYER_NAMES,
  findParticipantGroup,
  type GroupPayer,
  type ParticipantGroupRow,
} from './participant-groups.ts'
export { decideObject, type CardObject } from './decide-object.ts'
export { decideChildCardEnd } from './child-card-end.ts'
export { CONTINUITY_RULES, decideContinuity, type Continuity, type ContinuityRow } from './five-years.ts'
export { decideCopayment, type Copayment, type CopaymentYear } from './decide-copayment.ts'
export { parseHealthCardNumber15, type HealthCardNumber15, type HealthCardNumberRefusalCode } from './parse-health-card-number.ts'
export type { HealthCardQr } from './health-card-qr.ts'
export { formatHealthCardQr } from './format-health-card-qr.ts'
export { parseHealthCardQr, type HealthCardQrRefusalCode, type ScannedHealthCard } from './parse-health-card-qr.ts'

export type { AreaCode, HealthCard } from './health-card.ts'
export { decideCardOn, type CardOn, type CardStatus } from './decide-card-on.ts'
export { COVERAGE_LEVELS, findCoverageLevel, type CoverageLevel, type CoverageLevelRow } from './coverage-levels.ts'
export { parseHealthCardNumber15, type HealthCardNumber15, type HealthCardNumberRefusalCode } from './parse-health-card-number.ts'

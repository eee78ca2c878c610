export { CHILD_AREAS, DATA_AREAS, type DataArea } from './data-areas.ts'
export { adultFrom, isChildOn, lastDayAsChild } from './came-of-age.ts'
export { decideReading, holdsOn, type RepresentationKind } from './decide-reading.ts'
export { isMandateLastDay, MANDATE_RULE } from './mandate-rule.ts'
export {
  DEPENDANT_REASONS,
  DEPENDANT_RELATION_WORDS,
  type DependantReason,
  type DependantRelation,
  findDependantReason,
} from './dependant-reasons.ts'

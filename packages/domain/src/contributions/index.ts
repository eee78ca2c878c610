export { correctSpell } from './correct-spell.ts'
export { addMonths, compareMonths, formatMonthEn, formatMonthVi, isCivilMonth, monthsBetween, type CivilMonth } from './civil-month.ts'
export { INSURANCE_BRANCHES, type InsuranceBranch, type ParticipationSpell } from './participation-spell.ts'
export {
  countMonths,
  findGaps,
  lengthOf,
  listSpans,
  subtractSpans,
  sumParticipation,
  type MonthSpan,
  type ParticipationSum,
} from './sum-participation.ts'
export { CONTRIBUTION_RATES, findContributionRate, shareVnd, type ContributionRate } from './contribution-rates.ts'
export { findOverlaps, type Overlap } from './find-overlaps.ts'
export {
  findLatePart,
  findPaidPart,
  LATE_BRANCHES,
  listLateSpans,
  sumBranchTotals,
  type BranchTotals,
  type RecordedSpell,
} from './late-months.ts'
export { findLowWages, listParticipationNotices } from './list-notices.ts'
export { describeGap, describeOverlap, explainLate, type ParticipationNotice } from './participation-sentences.ts'
export { listParticipationYears, type ParticipationYear } from './participation-years.ts'
export { listWageParts, type WagePart } from './wage-part.ts'
export {
  type DatedWageRegion,
  findMinimumAbove,
  findWageMinimum,
  findWageRegion,
  WAGE_MINIMUMS,
  type WageMinimum,
  type WageRegion,
} from './wage-minimums.ts'

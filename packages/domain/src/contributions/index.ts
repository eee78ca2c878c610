export { addMonths, compareMonths, formatMonthEn, formatMonthVi, isCivilMonth, monthsBetween, type CivilMonth } from './civil-month.ts'
export { INSURANCE_BRANCHES, type InsuranceBranch, type ParticipationSpell } from './participation-spell.ts'
export { countMonths, findGaps, sumParticipation, type MonthSpan, type ParticipationSum } from './sum-participation.ts'

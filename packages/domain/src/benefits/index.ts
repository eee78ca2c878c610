export { BENEFIT_KINDS, BENEFIT_REGIMES, findBenefitRegime, type BenefitKind, type BenefitRegimeRow } from './benefit-regimes.ts'
export { decideMonthlyAmount } from './monthly-amount.ts'

export { compareNames, matchFoldedNames, type NameComparison, type NameVerdict } from './compare-names.ts'
export { compareBirthDates, type BirthDateComparison, type BirthDateVerdict } from './compare-birth-dates.ts'
export { compareNumbers, type NumberComparison, type NumberVerdict } from './compare-numbers.ts'
export {
  DIFFERENCE_RULES,
  findDifferences,
  type Difference,
  type DifferenceField,
  type DifferenceSeverity,
  type PersonFacts,
} from './find-differences.ts'

export {
  STATEMENT_FIELDS,
  STATEMENT_KIND_RULES,
  STATEMENT_KINDS,
  type StatementField,
  type StatementKind,
  type StatementKindRule,
} from './statement-kinds.ts'
export {
  decideStatement,
  decideStatementState,
  validUntilOf,
  type StatementRefusalCode,
  type StatementRequest,
  type StatementState,
} from './decide-statement.ts'
export {
  formatStatementCode,
  makeStatementCode,
  parseStatementCode,
  STATEMENT_CODE_RULE,
  type StatementCodeRefusalCode,
} from './statement-code.ts'
export { listStatementYears, type StatementSpell } from './statement-spell.ts'
export { sumYear, type YearBranch, type YearRow } from './sum-year.ts'
export type { StatementContent, StatementLine, StatementTable } from './statement-content.ts'
export type { StatementBenefit, StatementFacts } from './statement-facts.ts'
export { writeStatement } from './write-statement.ts'
export { maskInsuranceNumber, same, toInitials } from './statement-words.ts'

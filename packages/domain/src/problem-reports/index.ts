export { addWorkingHours, type OfficeHours } from './add-working-hours.ts'
export { checkReportMove, type ReportMove, type ReportRefusal, type ReportState } from './decide-report-move.ts'
export {
  ANSWER_RULES,
  type AnswerRule,
  type AskerKind,
  type Department,
  DEPARTMENT_NAMES,
  DEPARTMENTS,
  findAnswerRule,
  findReportCategory,
  REPORT_CATEGORIES,
  type ReportCategory,
} from './departments.ts'

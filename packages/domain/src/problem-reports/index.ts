export { addWorkingHours, type OfficeHours } from './add-working-hours.ts'
export {
  ASKER_KINDS,
  ASKER_NAMES,
  type AskerKind,
  findReportCategory,
  listCategoriesOf,
  REPORT_CATEGORIES,
  type ReportCategory,
} from './categories.ts'
export { checkReportMove, REPORT_STATES, type ReportMove, type ReportRefusal, type ReportState } from './decide-report-move.ts'
export {
  ANSWER_RULES,
  answerHoursOf,
  type AnswerRule,
  type Department,
  DEPARTMENT_NAMES,
  DEPARTMENTS,
  findAnswerRule,
} from './departments.ts'
export {
  makeTicketCode,
  parseTicketCode,
  type Rating,
  RATINGS,
  TICKET_PHOTO_KINDS,
  TICKET_RULE,
  type TicketPhotoKind,
  titleOfWords,
} from './tickets.ts'

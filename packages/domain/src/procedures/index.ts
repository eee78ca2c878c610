export {
  CORRECTION_LINE_KINDS,
  makeCorrectionFacts,
  type CorrectableLine,
  type CorrectionFact,
  type CorrectionLineKind,
} from './correction-line.ts'
export {
  CORRECTABLE_FIELDS,
  readCorrectedValue,
  REMOVABLE_LINES,
  type CorrectedValue,
  type CorrectedValueKind,
} from './corrected-values.ts'
export { decideRequest, type RequestDecisionFacts, type RequestDecisionKind, type RequestDecisionRefusalCode } from './decide-request.ts'
export { findMoveReason, findRequestReason, REQUEST_REASONS, type RequestReason } from './request-reasons.ts'
export { formatCorrectionNumber, type CorrectionNumber, type CorrectionSeries } from './correction-number.ts'
export { CORRECTION_PROBLEM_SENTENCES, CORRECTION_PROBLEMS, listCorrectionProblems, type CorrectionProblem } from './correction-problem.ts'
export {
  CORRECTION_MOVES,
  CORRECTION_STATE_RULES,
  CORRECTION_STATES,
  decideCorrectionMove,
  type CorrectionMove,
  type CorrectionState,
} from './correction-states.ts'
export {
  addWorkingDays,
  moveCorrectionDue,
  CORRECTION_RULES,
  decideCorrectionDue,
  findCorrectionRule,
  resumeCorrectionDue,
  type CorrectionRule,
} from './decide-correction-due.ts'

export {
  CORRECTION_LINE_KINDS,
  makeCorrectionFacts,
  type CorrectableLine,
  type CorrectionFact,
  type CorrectionLineKind,
} from './correction-line.ts'
export { formatCorrectionNumber, type CorrectionNumber } from './correction-number.ts'
export { CORRECTION_PROBLEM_SENTENCES, CORRECTION_PROBLEMS, listCorrectionProblems, type CorrectionProblem } from './correction-problem.ts'
export {
  CORRECTION_MOVES,
  CORRECTION_STATE_RULES,
  CORRECTION_STATES,
  decideCorrectionMove,
  type CorrectionMove,
  type CorrectionState,
} from './correction-states.ts'
export { addWorkingDays, CORRECTION_RULES, decideCorrectionDue, findCorrectionRule, type CorrectionRule } from './decide-correction-due.ts'

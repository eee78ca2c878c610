import type { Department } from './departments.ts'

export type ReportState = 'open' | 'answered'
export type ReportMove = 'answer' | 'forward' | 'assign' | 'note' | 'reopen'
export type ReportRefusal = 'report-answered' | 'report-not-answered' | 'report-same-department' | 'report-too-late' | 'report-words'

type Facts = {
  readonly state: ReportState
  readonly department: Department
  /** Days since the answer. */
  readonly daysAnswered: number
  readonly reopenDays: number
}

/** Whether a move may be made; null: it may. Everything but handing it to a colleague is said in words. */
export const checkReportMove = (
  { state, department, daysAnswered, reopenDays }: Facts,
  { move, words, to }: { readonly move: ReportMove; readonly words: string; readonly to?: Department },
): ReportRefusal | null => {
  if (move === 'reopen') {
    if (state !== 'answered') return 'report-not-answered'
    if (daysAnswered > reopenDays) return 'report-too-late'
  } else if (state !== 'open' && move !== 'note') return 'report-answered'
  if (move === 'forward' && to === department) return 'report-same-department'
  return move !== 'assign' && words.trim() === '' ? 'report-words' : null
}

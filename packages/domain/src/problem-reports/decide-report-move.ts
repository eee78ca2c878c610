import type { Department } from './departments.ts'

/** `closed`: the asker needs no more. */
export const REPORT_STATES = ['open', 'answered', 'closed'] as const
export type ReportState = (typeof REPORT_STATES)[number]
/** `add`: the asker tells more. `mark`: staff call the words abusive; they are hidden in lists and answered all the same. */
export type ReportMove = 'answer' | 'forward' | 'assign' | 'note' | 'mark' | 'reopen' | 'add' | 'close'
export type ReportRefusal =
  | 'report-answered'
  | 'report-not-answered'
  | 'report-same-department'
  | 'report-too-late'
  | 'report-words'
  | 'report-closed'
  | 'report-marked'

type Facts = {
  readonly state: ReportState
  readonly department: Department
  /** Days since the answer, or since it was closed. */
  readonly daysAnswered: number
  readonly reopenDays: number
  readonly abusive: boolean
}
type Asked = { readonly move: ReportMove; readonly words: string; readonly to?: Department | undefined }

const WORDLESS: readonly ReportMove[] = ['assign', 'close', 'mark']

const checkState = ({ state, daysAnswered, reopenDays, abusive }: Facts, move: ReportMove): ReportRefusal | null => {
  switch (move) {
    case 'note':
      return null
    case 'mark':
      return abusive ? 'report-marked' : null
    case 'close':
      return state === 'closed' ? 'report-closed' : null
    case 'reopen':
      if (state === 'open') return 'report-not-answered'
      return daysAnswered > reopenDays ? 'report-too-late' : null
    case 'answer':
    case 'forward':
    case 'assign':
    case 'add':
      return state === 'open' ? null : 'report-answered'
  }
}

/** Whether a move may be made; null: it may. What others are to understand is said in words. */
export const checkReportMove = (facts: Facts, { move, words, to }: Asked): ReportRefusal | null => {
  const refusal = checkState(facts, move)
  if (refusal !== null) return refusal
  if (move === 'forward' && to === facts.department) return 'report-same-department'
  return !WORDLESS.includes(move) && words.trim() === '' ? 'report-words' : null
}

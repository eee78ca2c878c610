import type { CorrectionRequest } from '@an-sinh/contract'
import { CORRECTION_PROBLEM_SENTENCES, CORRECTION_STATE_RULES, type CorrectableLine } from '@an-sinh/domain'
import type { CorrectionRequestRow } from './correction-queries.ts'

export const toShownLine = ({ title, facts, source }: CorrectableLine): CorrectionRequest['line'] => ({ title, facts: [...facts], source })

/** Where a request stands: its last move. */
export const stateOf = ({ moves }: Pick<CorrectionRequestRow, 'moves'>): CorrectionRequest['state'] => {
  const last = moves.at(-1)
  if (last === undefined) throw new Error('a correction request without a move')
  return last.state
}

export const toCorrectionAnswer = (row: CorrectionRequestRow): CorrectionRequest => {
  const state = stateOf(row)
  return {
    requestId: row.requestId,
    fileNumber: row.fileNumber,
    officeName: row.officeName,
    officePhone: row.officePhone,
    kind: row.lineKind,
    lineId: row.lineId,
    line: toShownLine(row.lineShown),
    problem: row.problem,
    problemSentence: CORRECTION_PROBLEM_SENTENCES[row.problem],
    what: row.what,
    wanted: row.wanted,
    sentAt: row.sentAt.toISOString(),
    dueOn: row.dueOn,
    state,
    isOpen: CORRECTION_STATE_RULES[state].isOpen,
    moves: row.moves.map((move) => ({ state: move.state, sentence: CORRECTION_STATE_RULES[move.state].sentence, at: move.at })),
  }
}

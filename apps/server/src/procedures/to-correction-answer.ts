import type { CorrectionRequest } from '@an-sinh/contract'
import { CORRECTION_PROBLEM_SENTENCES, CORRECTION_STATE_RULES, type CorrectableLine, findMoveReason, type PhotoKind } from '@an-sinh/domain'
import type { CorrectionRequestRow, MoveRow } from './correction-queries.ts'

export const toShownLine = ({ title, facts, source }: CorrectableLine): CorrectionRequest['line'] => ({ title, facts: [...facts], source })

/** Where a request stands: its last move. */
export const stateOf = ({ moves }: Pick<CorrectionRequestRow, 'moves'>): CorrectionRequest['state'] => {
  const last = moves.at(-1)
  if (last === undefined) throw new Error('a correction request without a move')
  return last.state
}

/** Until when it is answered: as numbered, or as the last move moved it. */
export const dueOnOf = ({ dueOn, moves }: Pick<CorrectionRequestRow, 'dueOn' | 'moves'>): string =>
  moves.findLast((move) => move.dueOn !== null)?.dueOn ?? dueOn

const toMoveAnswer = ({ state, at, reasonCode, said }: MoveRow): CorrectionRequest['moves'][number] => {
  const reason = reasonCode === null ? null : findMoveReason(reasonCode)
  return {
    state,
    at,
    said,
    sentence: CORRECTION_STATE_RULES[state].sentence,
    reason: reason && { sentence: reason.citizen, nextStep: reason.nextStep },
  }
}

export const toCorrectionAnswer = (row: CorrectionRequestRow, photoKinds: readonly PhotoKind[] = []): CorrectionRequest => {
  const state = stateOf(row)
  return {
    requestId: row.requestId,
    fileNumber: row.fileNumber,
    purpose: row.purpose,
    officeName: row.officeName,
    officePhone: row.officePhone,
    kind: row.lineKind,
    lineId: row.lineId,
    line: toShownLine(row.lineShown),
    problem: row.problem,
    problemSentence: CORRECTION_PROBLEM_SENTENCES[row.problem],
    what: row.what,
    wanted: row.wanted,
    photoKinds: [...photoKinds],
    sentAt: row.sentAt.toISOString(),
    dueOn: dueOnOf(row),
    state,
    isOpen: CORRECTION_STATE_RULES[state].isOpen,
    moves: row.moves.map(toMoveAnswer),
  }
}

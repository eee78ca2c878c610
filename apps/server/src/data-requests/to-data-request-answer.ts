import type { DataRequest } from '@an-sinh/contract'
import { DATA_REQUEST_SENTENCES, DATA_REQUEST_STATE_RULES, type DataRequestState } from '@an-sinh/domain'
import type { DataRequestRow } from './data-request-queries.ts'

/** Where a request stands: its last move. */
export const stateOf = ({ moves }: Pick<DataRequestRow, 'moves'>): DataRequestState => {
  const last = moves.at(-1)
  if (last === undefined) throw new Error('a request about data without a move')
  return last.state
}

export const toDataRequestAnswer = (row: DataRequestRow): DataRequest => {
  const state = stateOf(row)
  return {
    requestId: row.requestId,
    fileNumber: row.fileNumber,
    officeName: row.officeName,
    officePhone: row.officePhone,
    kind: row.kind,
    kindSentence: DATA_REQUEST_SENTENCES[row.kind],
    what: row.what,
    sentAt: row.sentAt.toISOString(),
    answerBy: row.answerBy,
    dueOn: row.dueOn,
    state,
    isOpen: DATA_REQUEST_STATE_RULES[state].isOpen,
    moves: row.moves.map((move) => ({
      state: move.state,
      sentence: DATA_REQUEST_STATE_RULES[move.state].sentence,
      note: move.note,
      at: move.at,
    })),
  }
}

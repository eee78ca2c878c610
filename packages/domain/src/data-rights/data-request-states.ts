import type { Bilingual } from '../values/index.ts'

export const DATA_REQUEST_STATES = ['received', 'answered', 'done', 'refused', 'withdrawn'] as const
export type DataRequestState = (typeof DATA_REQUEST_STATES)[number]

export type DataRequestMove = 'answer' | 'finish' | 'refuse' | 'withdraw'

type StateRule = {
  /** Still wants something of the office; only an open request may be withdrawn. */
  readonly isOpen: boolean
  readonly sentence: Bilingual
  readonly moves: Readonly<Partial<Record<DataRequestMove, { readonly to: DataRequestState; readonly by: 'citizen' | 'staff' }>>>
}

/** Every state of a request about data: what the person reads and which moves lead out of it, by whom. */
export const DATA_REQUEST_STATE_RULES: Readonly<Record<DataRequestState, StateRule>> = {
  received: {
    isOpen: true,
    sentence: { vi: 'Đã tiếp nhận', en: 'Received' },
    moves: { answer: { to: 'answered', by: 'staff' }, withdraw: { to: 'withdrawn', by: 'citizen' } },
  },
  answered: {
    isOpen: true,
    sentence: { vi: 'Đã trả lời, đang thực hiện', en: 'Answered, being carried out' },
    moves: {
      finish: { to: 'done', by: 'staff' },
      refuse: { to: 'refused', by: 'staff' },
      withdraw: { to: 'withdrawn', by: 'citizen' },
    },
  },
  done: { isOpen: false, sentence: { vi: 'Đã thực hiện', en: 'Done' }, moves: {} },
  refused: { isOpen: false, sentence: { vi: 'Không thực hiện được, có giải thích', en: 'Not possible, with an explanation' }, moves: {} },
  withdrawn: { isOpen: false, sentence: { vi: 'Bạn đã rút yêu cầu', en: 'You withdrew the request' }, moves: {} },
}

/** Where a move leads; null when it is not open in this state or to this actor. */
export const decideDataRequestMove = (state: DataRequestState, move: DataRequestMove, by: 'citizen' | 'staff'): DataRequestState | null => {
  const rule = DATA_REQUEST_STATE_RULES[state].moves[move]
  return rule?.by === by ? rule.to : null
}

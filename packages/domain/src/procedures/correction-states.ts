import type { Bilingual } from '../values/index.ts'

export const CORRECTION_STATES = ['received', 'in-review', 'waiting', 'corrected', 'kept', 'withdrawn'] as const
export type CorrectionState = (typeof CORRECTION_STATES)[number]

export const CORRECTION_MOVES = ['take-up', 'ask', 'answer', 'correct', 'keep', 'withdraw'] as const
export type CorrectionMove = (typeof CORRECTION_MOVES)[number]

type StateRule = {
  /** Still wants an answer; only an open request may be withdrawn. */
  readonly isOpen: boolean
  readonly sentence: Bilingual
  readonly moves: Readonly<Partial<Record<CorrectionMove, { readonly to: CorrectionState; readonly by: 'citizen' | 'staff' }>>>
}

/** Every state of a correction request: what the person reads and which moves lead out of it, by whom. */
export const CORRECTION_STATE_RULES: Readonly<Record<CorrectionState, StateRule>> = {
  received: {
    isOpen: true,
    sentence: { vi: 'Đã tiếp nhận', en: 'Received' },
    moves: { 'take-up': { to: 'in-review', by: 'staff' }, withdraw: { to: 'withdrawn', by: 'citizen' } },
  },
  'in-review': {
    isOpen: true,
    sentence: { vi: 'Đang đối chiếu với hồ sơ gốc', en: 'Being compared with the original files' },
    moves: {
      correct: { to: 'corrected', by: 'staff' },
      keep: { to: 'kept', by: 'staff' },
      ask: { to: 'waiting', by: 'staff' },
      withdraw: { to: 'withdrawn', by: 'citizen' },
    },
  },
  waiting: {
    isOpen: true,
    sentence: { vi: 'Cần bạn bổ sung', en: 'Waiting for you to add something' },
    moves: { answer: { to: 'in-review', by: 'citizen' }, withdraw: { to: 'withdrawn', by: 'citizen' } },
  },
  corrected: { isOpen: false, sentence: { vi: 'Đã sửa', en: 'Corrected' }, moves: {} },
  kept: { isOpen: false, sentence: { vi: 'Giữ nguyên, có giải thích', en: 'Left as it is, with an explanation' }, moves: {} },
  withdrawn: { isOpen: false, sentence: { vi: 'Bạn đã rút yêu cầu', en: 'You withdrew the request' }, moves: {} },
}

/** Where a move leads; null when it is not open in this state or to this actor. */
export const decideCorrectionMove = (state: CorrectionState, move: CorrectionMove, by: 'citizen' | 'staff'): CorrectionState | null => {
  const rule = CORRECTION_STATE_RULES[state].moves[move]
  return rule?.by === by ? rule.to : null
}

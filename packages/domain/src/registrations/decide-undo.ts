import { refused, type Refused } from '../values/index.ts'
import { decideMove, type MoveRefusalCode } from './decide-move.ts'
import type { RegistrationActor } from './registration-moves.ts'
import type { RegistrationState } from './registration-states.ts'

/** Until then the message is held and nobody signs in; a setting may change it. */
export const UNDO_RULE = { version: 'undo-1', seconds: 20 } as const

export type UndoRefusalCode = MoveRefusalCode | 'undo-too-late' | 'undo-message-left' | 'undo-not-your-decision'

/** May a decision be taken back? Only by who took it or a supervisor, in time, and before its message has left. Instants in milliseconds. */
export const decideUndo = (facts: {
  readonly state: RegistrationState
  /** What was decided was a review: back to the reviewer, not to the desk. */
  readonly wasReview?: boolean
  readonly by: RegistrationActor
  readonly staffId: string
  readonly decidedByStaffId: string
  readonly decidedAtMs: number
  readonly nowMs: number
  readonly messageLeft: boolean
  readonly undoSeconds?: number
}): { readonly ok: true; readonly to: RegistrationState } | Refused<UndoRefusalCode> => {
  const move = decideMove(facts.state, facts.wasReview === true ? 'undo-review' : 'undo-decision', facts.by)
  if (!move.ok) return move
  if (facts.by === 'clerk' && facts.staffId !== facts.decidedByStaffId) return refused('undo-not-your-decision')
  if (facts.messageLeft) return refused('undo-message-left')
  const seconds = facts.undoSeconds ?? UNDO_RULE.seconds
  return facts.nowMs - facts.decidedAtMs < seconds * 1000 ? move : refused('undo-too-late')
}

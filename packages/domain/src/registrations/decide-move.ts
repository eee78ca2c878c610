import { refused, type Refused } from '../values/index.ts'
import { REGISTRATION_MOVES, type RegistrationActor, type RegistrationMove } from './registration-moves.ts'
import type { RegistrationState } from './registration-states.ts'

/** `not-yours`: the move exists here, for somebody else. */
export type MoveRefusalCode = 'move-not-allowed' | 'not-yours'

/** Whether a registration may make a move now, by whom, and where it leads. */
export const decideMove = (
  state: RegistrationState,
  move: RegistrationMove,
  by: RegistrationActor,
): { readonly ok: true; readonly to: RegistrationState } | Refused<MoveRefusalCode> => {
  const row = REGISTRATION_MOVES.find((candidate) => candidate.move === move && candidate.from.includes(state))
  if (!row) return refused('move-not-allowed')
  if (!row.by.includes(by)) return refused('not-yours')
  return { ok: true, to: row.to === 'same' ? state : row.to }
}

/** The moves open to somebody in a state, in the order of the table. */
export const listMoves = (state: RegistrationState, by: RegistrationActor): RegistrationMove[] =>
  REGISTRATION_MOVES.filter((row) => row.from.includes(state) && row.by.includes(by)).map((row) => row.move)

import type { RegistrationState } from './registration-states.ts'

export const REGISTRATION_MOVE_NAMES = [
  'submit',
  'prepare-form',
  'receive',
  'second-check',
  'approve',
  'return',
  'refuse',
  'expire',
  'withdraw',
  'reopen',
  'extend',
  'change-office',
  'correct',
  'send-to-fraud-review',
  'pass-fraud-review',
  'refuse-fraud',
  'activate',
  'undo-decision',
  'undo-review',
] as const
export type RegistrationMove = (typeof REGISTRATION_MOVE_NAMES)[number]

export const REGISTRATION_ACTORS = ['applicant', 'clerk', 'supervisor', 'system'] as const
export type RegistrationActor = (typeof REGISTRATION_ACTORS)[number]

export type RegistrationMoveRow = {
  readonly move: RegistrationMove
  readonly from: readonly RegistrationState[]
  /** `same`: the move changes data, not the state. */
  readonly to: RegistrationState | 'same'
  readonly by: readonly RegistrationActor[]
}

const DESK = ['clerk', 'supervisor'] as const

/**
 * Every way from state to state. A move not listed does not exist; a move may have several rows, no two for one state.
 * The first approved registration for a number closes the others: `withdraw` by the system.
 */
export const REGISTRATION_MOVES: readonly RegistrationMoveRow[] = [
  // By the desk: a draft that was begun at the counter for somebody who stands there; the applicant's own drafts it does not see.
  { move: 'submit', from: ['draft'], to: 'submitted', by: ['applicant', ...DESK] },
  { move: 'prepare-form', from: ['submitted'], to: 'awaiting-visit', by: ['system'] },
  { move: 'receive', from: ['awaiting-visit'], to: 'received', by: DESK },
  { move: 'second-check', from: ['received'], to: 'checked', by: DESK },
  // Checked by one person, approved by another: decideDecision knows who was the first.
  { move: 'approve', from: ['received', 'checked'], to: 'approved', by: DESK },
  { move: 'return', from: ['received', 'checked'], to: 'returned', by: DESK },
  { move: 'refuse', from: ['received', 'checked'], to: 'refused', by: DESK },
  { move: 'expire', from: ['awaiting-visit'], to: 'expired', by: ['system'] },
  { move: 'withdraw', from: ['draft'], to: 'withdrawn', by: ['applicant'] },
  { move: 'withdraw', from: ['submitted', 'awaiting-visit', 'returned'], to: 'withdrawn', by: ['applicant', 'system'] },
  { move: 'withdraw', from: ['received', 'checked', 'expired'], to: 'withdrawn', by: ['system'] },
  { move: 'reopen', from: ['returned'], to: 'awaiting-visit', by: ['applicant', 'clerk', 'supervisor'] },
  // By the system: the days in which it ran out were days on which the office was closed.
  { move: 'reopen', from: ['expired'], to: 'awaiting-visit', by: ['applicant', 'clerk', 'supervisor', 'system'] },
  { move: 'extend', from: ['awaiting-visit'], to: 'same', by: ['applicant', 'clerk', 'supervisor'] },
  { move: 'extend', from: ['expired'], to: 'awaiting-visit', by: DESK },
  { move: 'change-office', from: ['draft', 'submitted', 'returned'], to: 'same', by: ['applicant'] },
  { move: 'change-office', from: ['awaiting-visit'], to: 'same', by: ['applicant', 'clerk', 'supervisor'] },
  { move: 'correct', from: ['draft', 'returned'], to: 'same', by: ['applicant'] },
  { move: 'send-to-fraud-review', from: ['submitted', 'awaiting-visit'], to: 'fraud-review', by: ['supervisor', 'system'] },
  { move: 'send-to-fraud-review', from: ['received', 'checked'], to: 'fraud-review', by: DESK },
  // Back to the desk, not straight to approval: the original ID is compared in any case.
  { move: 'pass-fraud-review', from: ['fraud-review'], to: 'received', by: ['supervisor'] },
  { move: 'refuse-fraud', from: ['fraud-review'], to: 'refused', by: ['supervisor'] },
  { move: 'activate', from: ['approved'], to: 'activated', by: ['applicant', 'system'] },
  // To "received" even from a second check: what was decided in error is looked at anew.
  { move: 'undo-decision', from: ['approved', 'returned', 'refused'], to: 'received', by: DESK },
  { move: 'undo-review', from: ['refused'], to: 'fraud-review', by: ['supervisor'] },
]

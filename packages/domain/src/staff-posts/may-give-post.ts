export const STAFF_ROLES = ['clerk', 'supervisor', 'province', 'support', 'operator'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** Which posts a role gives and ends, within its own offices; the operator everywhere. Nobody reaches above themselves. */
const GIVES: Readonly<Record<StaffRole, readonly StaffRole[]>> = {
  clerk: [],
  supervisor: ['clerk', 'supervisor'],
  province: ['clerk', 'supervisor'],
  support: [],
  operator: STAFF_ROLES,
}

export const listGivenRoles = (by: StaffRole): readonly StaffRole[] => GIVES[by]

/** One side of a change: what somebody is, or is to be. `inView`: the office is one of the giver's. */
export type PostSide = { readonly role: StaffRole | null; readonly inView: boolean }

/** Both what somebody has and what they are to have must be the giver's to give; without a post there is nothing to reach. */
export const mayGivePost = (by: StaffRole, now: PostSide, next: PostSide): boolean =>
  [now, next].every(({ role, inView }) => role === null || (GIVES[by].includes(role) && (by === 'operator' || inView)))

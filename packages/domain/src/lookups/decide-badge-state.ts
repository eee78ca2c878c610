import type { CivilDate } from '../calendar/index.ts'

export type BadgeState = 'valid' | 'not-yet' | 'expired' | 'withdrawn' | 'disputed'

type Facts = {
  readonly validFrom: CivilDate
  readonly validTo: CivilDate | null
  /** Another agent stands under the same authorisation today. */
  readonly shared: boolean
  /** This very badge was taken back. */
  readonly withdrawn: boolean
  readonly today: CivilDate
}

/** Whether a genuine badge holds today. Being taken back counts before everything; then its days: what has ended is ended, whoever else uses its number. */
export const decideBadgeState = ({ validFrom, validTo, shared, withdrawn, today }: Facts): BadgeState => {
  if (withdrawn) return 'withdrawn'
  if (validTo !== null && validTo < today) return 'expired'
  if (today < validFrom) return 'not-yet'
  return shared ? 'disputed' : 'valid'
}

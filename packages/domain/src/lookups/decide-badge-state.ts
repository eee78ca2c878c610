import type { CivilDate } from '../calendar/index.ts'

export type BadgeState = 'valid' | 'not-yet' | 'ended' | 'disputed'

type Facts = {
  readonly validFrom: CivilDate
  readonly validTo: CivilDate | null
  /** Another agent stands under the same authorisation today. */
  readonly shared: boolean
  readonly today: CivilDate
}

/** Whether a genuine badge holds today. Its days decide first: what has ended is ended, whoever else uses its number. */
export const decideBadgeState = ({ validFrom, validTo, shared, today }: Facts): BadgeState => {
  if (validTo !== null && validTo < today) return 'ended'
  if (today < validFrom) return 'not-yet'
  return shared ? 'disputed' : 'valid'
}

import type { FraudRule } from './fraud-rules.ts'

/** One clerk's approvals of one civil day, beside what is usual. */
export type ClerkDay = {
  readonly approvals: number
  /** Middle of the approvals a day of the other clerks; null while there are none to compare with. */
  readonly usualApprovals: number | null
  /** Seconds between two decisions, in order. */
  readonly pauses: readonly number[]
}

/**
 * Three times the usual number *and* no time to have read: either alone is a diligent clerk or a simple pile. Nothing about the clerk is
 * decided by it; the cases are looked at again.
 */
export const isHastyDay = ({ approvals, usualApprovals, pauses }: ClerkDay, { hasty }: FraudRule): boolean => {
  if (usualApprovals === null || approvals < hasty.leastApprovals || pauses.length === 0) return false
  const short = pauses.filter((seconds) => seconds < hasty.pauseSeconds).length
  return approvals >= usualApprovals * hasty.timesUsual && short >= pauses.length * hasty.shortShare
}

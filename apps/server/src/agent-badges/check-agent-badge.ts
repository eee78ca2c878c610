import { type BadgeState, decideBadgeState } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { parseBadgeCode, serialOfSeal } from './badge-code.ts'
import { type BadgeRow, listBadgeTimes } from './badge-queries.ts'

export type CheckedBadge = {
  state: BadgeState | 'altered' | 'unknown'
  badge: BadgeRow | null
}

const stateOf = (badge: BadgeRow, serial: number): BadgeState =>
  decideBadgeState({ ...badge, shared: badge.sharedWith.length > 0, withdrawn: serial < badge.serial })

/** Genuine is what carries our seal over a time that the lists know; whether it holds is asked of the lists as they are now. */
export async function checkAgentBadge({ sql, keyring }: Platform, code: string): Promise<CheckedBadge> {
  const parsed = parseBadgeCode(code)
  const times = parsed === null ? [] : await listBadgeTimes(sql, parsed.pointCode)
  if (parsed === null || times.length === 0) return { state: 'unknown', badge: null }
  for (const badge of times) {
    const serial = serialOfSeal(keyring, badge, parsed.seal)
    if (serial !== null) return { state: stateOf(badge, serial), badge }
  }
  return { state: 'altered', badge: null }
}

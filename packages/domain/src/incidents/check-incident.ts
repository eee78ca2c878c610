import type { Bilingual } from '../values/index.ts'
import { refused, type Refused } from '../values/index.ts'
import type { IncidentFeature, IncidentKind } from './incident-features.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Operator's rule: work is announced early, a trouble is no prophecy, and what lasts longer than this is told as something new. */
export const INCIDENT_RULE = { mostDaysBack: 7, mostDaysAhead: 90, mostDaysLong: 60, silentHours: 4 } as const

export type IncidentRefusalCode = 'incident-dates' | 'incident-words' | 'incident-features'
type Span = { readonly kind: IncidentKind; readonly beginsAt: number; readonly expectedEndAt: number | null; readonly now: number }

const isPossible = ({ kind, beginsAt, expectedEndAt, now }: Span): boolean => {
  const { mostDaysBack, mostDaysAhead, mostDaysLong } = INCIDENT_RULE
  if (!Number.isFinite(beginsAt) || beginsAt < now - mostDaysBack * DAY_MS) return false
  // The clock of a desk may be some minutes ahead.
  if (beginsAt > now + (kind === 'planned-work' ? mostDaysAhead * DAY_MS : HOUR_MS)) return false
  if (expectedEndAt === null) return kind !== 'planned-work'
  return expectedEndAt > beginsAt && expectedEndAt <= beginsAt + mostDaysLong * DAY_MS
}

const isSaid = (words: Bilingual): boolean => words.vi.trim() !== '' && words.en.trim() !== ''

/** May this be announced? Instants in milliseconds; planned work says when it ends, a trouble may not know. */
export const checkIncident = (
  facts: Span & { readonly features: readonly IncidentFeature[]; readonly title: Bilingual; readonly words: Bilingual },
): { readonly ok: true } | Refused<IncidentRefusalCode> => {
  if (!isSaid(facts.title) || !isSaid(facts.words)) return refused('incident-words')
  if (facts.kind !== 'fraud-warning' && facts.features.length === 0) return refused('incident-features')
  return isPossible(facts) ? { ok: true } : refused('incident-dates')
}

/** Nothing was said for hours, or the expected end has passed: people are owed a word. */
export const isSilent = (facts: { readonly saidAt: number; readonly expectedEndAt: number | null; readonly now: number }): boolean =>
  (facts.expectedEndAt !== null && facts.expectedEndAt < facts.now) || facts.saidAt < facts.now - INCIDENT_RULE.silentHours * HOUR_MS

import type { CivilDate } from '../calendar/index.ts'
import { refused, type Refused } from '../values/index.ts'
import type { DeadlineRule } from './deadline-rules.ts'

export type ExtensionFacts = {
  readonly by: 'applicant' | 'clerk' | 'supervisor'
  /** Day the running clock was started: submission or re-opening. */
  readonly clockStartedOn: CivilDate
  /** Extensions granted since then, by whomever: what `decideDeadline` counts. */
  readonly extensions: number
  /** Those of them that the applicant took. */
  readonly applicantExtensions: number
  readonly graceEndsOn: CivilDate
  readonly todayOn: CivilDate
  readonly reason?: string
  readonly rule: DeadlineRule
}

export type ExtensionRefusalCode = 'extension-too-late' | 'extension-used-up' | 'reason-missing'

/** What to store and to hand to `decideDeadline`. */
type Extension = {
  readonly ok: true
  readonly clockStartedOn: CivilDate
  readonly extensions: number
  readonly applicantExtensions: number
}

/**
 * May the time for handing in be extended? The applicant: a limited number of times and not after grace. A clerk: at any time, with a
 * reason; after grace the clock starts anew today, since days added to a date long gone would be gone as well.
 */
export const decideExtension = (facts: ExtensionFacts): Extension | Refused<ExtensionRefusalCode> => {
  const isPastGrace = facts.todayOn > facts.graceEndsOn
  const { clockStartedOn, applicantExtensions } = facts
  const extensions = facts.extensions + 1
  if (facts.by === 'applicant') {
    if (isPastGrace) return refused('extension-too-late')
    if (applicantExtensions >= facts.rule.maxExtensions) return refused('extension-used-up')
    return { ok: true, clockStartedOn, extensions, applicantExtensions: applicantExtensions + 1 }
  }
  if (!facts.reason?.trim()) return refused('reason-missing')
  return isPastGrace
    ? { ok: true, clockStartedOn: facts.todayOn, extensions: 0, applicantExtensions: 0 }
    : { ok: true, clockStartedOn, extensions, applicantExtensions }
}

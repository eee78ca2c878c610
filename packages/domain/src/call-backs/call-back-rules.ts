import type { CivilDate } from '../calendar/index.ts'

export type CallBackRule = {
  readonly version: string
  readonly effectiveFrom: CivilDate
  /** A window is so long; what is left of the office's hours is one where it is at least `shortestMinutes` long. */
  readonly windowMinutes: number
  readonly shortestMinutes: number
  /** How many people are promised a call in one window of one office. */
  readonly perWindow: number
  readonly daysAhead: number
  /** A window that begins sooner is not offered any more. */
  readonly leadMinutes: number
  /** After so many calls that nobody answered the asker is told and chooses anew. */
  readonly triesMax: number
  /** Open days after its own on which a call that was not made may still be; then the asker is told and chooses anew. */
  readonly graceDays: number
  readonly source: string
}

export const CALL_BACK_RULES: readonly CallBackRule[] = [
  {
    version: 'call-back-1',
    effectiveFrom: '2020-11-25',
    windowMinutes: 120,
    shortestMinutes: 60,
    perWindow: 6,
    daysAhead: 21,
    leadMinutes: 30,
    triesMax: 2,
    graceDays: 1,
    source: 'operator’s rule: two callers at an office, three calls of forty minutes each within a window',
  },
]

/** The rule of the day on which somebody asks. */
export const findCallBackRule = (on: CivilDate): CallBackRule => {
  const rule = CALL_BACK_RULES.filter(({ effectiveFrom }) => effectiveFrom <= on).at(-1) ?? CALL_BACK_RULES[0]
  if (rule === undefined) throw new RangeError('no rule for call-backs')
  return rule
}

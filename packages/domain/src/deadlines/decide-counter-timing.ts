import { addDays, type CivilDate } from '../calendar/index.ts'

export type CounterTiming = 'on-time' | 'in-grace' | 'expired'

/** Whether Form 01 handed in on a day is in time; both last days count until 24:00 (Civil Code 2015 art. 148(6)). */
export const decideCounterTiming = (facts: {
  readonly dueOn: CivilDate
  readonly graceEndsOn: CivilDate
  readonly todayOn: CivilDate
}): CounterTiming => {
  if (facts.todayOn <= facts.dueOn) return 'on-time'
  return facts.todayOn <= facts.graceEndsOn ? 'in-grace' : 'expired'
}

/** Whether the nightly job expires a case; `expiresOn` is the first day on which it does. */
export const decideExpiry = (facts: { readonly graceEndsOn: CivilDate; readonly todayOn: CivilDate }) => ({
  expired: facts.todayOn > facts.graceEndsOn,
  expiresOn: addDays(facts.graceEndsOn, 1),
})

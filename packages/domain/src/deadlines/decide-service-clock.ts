import { addDays, isOpenDay, type CivilDate, type OfficeClosure, type WorkingCalendar } from '../calendar/index.ts'
import type { RegistrationState } from '../registrations/index.ts'

export type ServiceRule = {
  readonly version: string
  readonly effectiveFrom: CivilDate
  /** The office's working days from the paper to the decision, the day it came not counted. */
  readonly workingDays: number
  readonly source: string
  /** `unverified`: the number comes from a summary, the text itself was not at hand. */
  readonly standing: 'checked' | 'unverified'
}

/** The rule of the day the paper first came holds for the whole case. */
export const SERVICE_RULES: readonly ServiceRule[] = [
  {
    version: 'service-1',
    effectiveFrom: '2017-03-01',
    workingDays: 3,
    source:
      'Decree 166/2016/ND-CP (account within 3 working days of the declaration); Civil Code 91/2015/QH15 art. 147(2) (first day not counted)',
    standing: 'unverified',
  },
]

/** From this day on somebody is waited for; `nobody`: decided, withdrawn or expired. */
export type ServiceTurn = { readonly on: CivilDate; readonly waitsFor: 'office' | 'citizen' | 'nobody' }

const WAITS_FOR: Readonly<Record<RegistrationState, ServiceTurn['waitsFor']>> = {
  draft: 'citizen',
  submitted: 'citizen',
  'awaiting-visit': 'citizen',
  received: 'office',
  checked: 'office',
  'fraud-review': 'office',
  returned: 'citizen',
  approved: 'nobody',
  activated: 'nobody',
  refused: 'nobody',
  expired: 'nobody',
  withdrawn: 'nobody',
}

export type ServiceClock = {
  /** `paused`: the citizen is waited for; `stopped`: nobody is. */
  readonly state: 'running' | 'paused' | 'stopped'
  readonly usedDays: number
  /** Working days left, today among them; zero or less: late. */
  readonly leftDays: number
  /** The last day, until 24:00; null while the clock stands still. */
  readonly dueOn: CivilDate | null
  readonly ruleVersion: string
}

type OpenDays = {
  readonly calendar: WorkingCalendar
  readonly closures: readonly OfficeClosure[]
  readonly openWeekdays?: readonly number[]
}

/** A case older than this is late in any case; the count ends there. */
const SEARCH_DAYS = 400

const findServiceRule = (on: CivilDate): ServiceRule => {
  const rule = SERVICE_RULES.filter((candidate) => candidate.effectiveFrom <= on).at(-1) ?? SERVICE_RULES[0]
  if (!rule) throw new RangeError('no service rule')
  return rule
}

/** Open days after `from` and before `to`: a day counts when it is over. */
const countOver = (from: CivilDate, to: CivilDate, facts: OpenDays): number => {
  let open = 0
  let on = addDays(from, 1)
  for (let step = 0; on < to && step < SEARCH_DAYS; step += 1) {
    if (isOpenDay(on, facts)) open += 1
    on = addDays(on, 1)
  }
  return open
}

/** The day on which the `left`-th open day from `today` on is reached; today itself is one when it is open. */
const findLastDay = (today: CivilDate, left: number, startedOn: CivilDate, facts: OpenDays): CivilDate => {
  let on = today
  for (let open = 0, step = 0; step < SEARCH_DAYS; step += 1) {
    if (on > startedOn && isOpenDay(on, facts)) open += 1
    if (open >= left) return on
    on = addDays(on, 1)
  }
  return on
}

/**
 * How many working days of the office are left to decide a case. Days count only while the office is waited for: what is given back to the
 * citizen stands still until it comes again. Holidays, weekends and closures are no days. Null before the paper came.
 *
 * `turns` in the order of their days. The day on which the paper comes is not counted, nor is today before it is over.
 */
export const decideServiceClock = (turns: readonly ServiceTurn[], todayOn: CivilDate, facts: OpenDays): ServiceClock | null => {
  const first = turns.find(({ waitsFor }) => waitsFor === 'office')
  const last = turns.at(-1)
  if (first === undefined || last === undefined) return null
  const rule = findServiceRule(first.on)
  let usedDays = 0
  for (const [at, turn] of turns.entries()) {
    if (turn.waitsFor !== 'office') continue
    const endsOn = turns[at + 1]?.on ?? todayOn
    usedDays += countOver(turn.on, endsOn, facts)
  }
  const leftDays = rule.workingDays - usedDays
  const state = last.waitsFor === 'office' ? 'running' : last.waitsFor === 'citizen' ? 'paused' : 'stopped'
  const dueOn = state === 'running' && leftDays > 0 ? findLastDay(todayOn, leftDays, last.on, facts) : null
  return { state, usedDays, leftDays, dueOn, ruleVersion: rule.version }
}

/**
 * The turns out of a case's states, in order, each with its day. States of one turn are one; a decision taken back on its day was none.
 */
export const toServiceTurns = (states: readonly { readonly state: RegistrationState; readonly on: CivilDate }[]): ServiceTurn[] => {
  const turns: ServiceTurn[] = []
  for (const { state, on } of states) {
    const last = turns.at(-1)
    if (last?.on === on && last.waitsFor === 'nobody') turns.pop()
    if (turns.at(-1)?.waitsFor !== WAITS_FOR[state]) turns.push({ on, waitsFor: WAITS_FOR[state] })
  }
  return turns
}

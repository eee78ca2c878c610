import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { addDays, type CalendarDay, decideDeadline, indexCalendar, type OfficeClosure } from '@an-sinh/domain'

import type { ApiClient } from './api-client.ts'
import { insertCases } from './made-cases.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { signInStaff } from './sign-in-staff.ts'

const CASES = 10_000
const BAR_S = 30
const SUPERVISOR = 'truongbophan'
const CLOSED_DAYS = 14
const PATIENCE_MS = 180_000

type Facts = { todayOn: string; calendar: ReadonlyMap<string, CalendarDay>; closures: OfficeClosure[]; officeId: number }

async function loadFacts(system: RunningSystem, officeId: number): Promise<Facts> {
  const [today] = await system.owner<{ on: string }[]>`SELECT ansinh_today()::text AS "on"`
  const days = await system.owner<CalendarDay[]>`SELECT day_on::text AS "on", kind, name FROM calendar_days WHERE valid_to >= valid_from`
  const closures = await system.owner<OfficeClosure[]>`
    SELECT from_on::text AS "fromOn", to_on::text AS "toOn" FROM office_closures WHERE office_id = ${officeId} AND cancelled_at IS NULL`
  return { todayOn: today?.on ?? '', calendar: indexCalendar(days), closures: [...closures], officeId }
}

const decide = ({ calendar, closures }: Facts, clockStartedOn: string, extensions: number, more: readonly OfficeClosure[] = []) =>
  decideDeadline({ submittedOn: clockStartedOn, extensions, calendar, closures: [...closures, ...more] })

/** Sent in the last ten days, one in ten extended. */
const clockOf = (facts: Facts, at: number) => ({ clockStartedOn: addDays(facts.todayOn, -(at % 10)), extensions: at % 10 === 9 ? 1 : 0 })

const makeDeadline = (facts: Facts) => (at: number) => {
  const clock = clockOf(facts, at)
  const { dueOn, graceEndsOn, moved, reminderOns } = decide(facts, clock.clockStartedOn, clock.extensions)
  return { ...clock, dueOn, graceEndsOn, facts: { officeId: facts.officeId, moved, reminderOns } }
}

/** Every column of every registration but the version, which has to grow: a screen that shows the other date is stale. */
const takeImage = async (system: RunningSystem): Promise<Map<string, string>> =>
  new Map(
    (
      await system.owner<{ id: string; image: string }[]>`
        SELECT registration_id AS id, md5((to_jsonb(r) - 'version')::text) AS image FROM registrations r`
    ).map(({ id, image }) => [id, image]),
  )

/** Seconds until the order stands so, as a supervisor's screen learns it. */
async function waitFor(supervisor: ApiClient, closureId: string, state: string, since: number): Promise<number> {
  while (Date.now() - since < PATIENCE_MS) {
    const { closures } = (await supervisor.must('GET', '/api/counter/closures')).body as {
      closures: { closureId: string; state: string }[]
    }
    if (closures.find((one) => one.closureId === closureId)?.state === state) return (Date.now() - since) / 1000
    await pause(250)
  }
  return Number.POSITIVE_INFINITY
}

type Counted = { wrong: number; messages: number; reminders: number; audits: number }

/** Dates against the rule, computed here once more; messages, reminders and audit lines of every case that moved. */
async function countAfter(
  system: RunningSystem,
  facts: Facts,
  ids: readonly string[],
  more: readonly OfficeClosure[],
  round: number,
): Promise<Counted> {
  const rows = await system.owner<{ clockStartedOn: string; extensions: number; dueOn: string; graceEndsOn: string }[]>`
    SELECT clock_started_on::text AS "clockStartedOn", extensions, due_on::text AS "dueOn", grace_ends_on::text AS "graceEndsOn" FROM registrations WHERE registration_id = ANY(${[...ids]})`
  const wrong = rows.filter(({ clockStartedOn, extensions, dueOn, graceEndsOn }) => {
    const due = decide(facts, clockStartedOn, extensions, more)
    return due.dueOn !== dueOn || due.graceEndsOn !== graceEndsOn
  }).length
  const [found] = await system.owner<Omit<Counted, 'wrong'>[]>`
    SELECT (SELECT count(*) FROM (SELECT registration_id FROM messages WHERE event = 'deadline-moved' AND registration_id = ANY(${[...ids]}) GROUP BY 1 HAVING count(*) = ${round}) m)::int AS messages,
      (SELECT count(DISTINCT r.registration_id) FROM registrations r JOIN pgboss.job j ON j.name = 'remind-registration' AND j.data ->> 'registrationId' = r.registration_id::text
        AND j.data ->> 'dueOn' = r.due_on::text WHERE r.registration_id = ANY(${[...ids]}))::int AS reminders,
      (SELECT count(*) FROM (SELECT registration_id FROM audit_lines WHERE action = 'registration-deadline-moved' AND registration_id = ANY(${[...ids]}) GROUP BY 1 HAVING count(*) = ${round}) a)::int AS audits`
  return { wrong: wrong + ids.length - rows.length, ...(found ?? { messages: 0, reminders: 0, audits: 0 }) }
}

/** How many have a reminder still to come by the rule. */
const countReminded = async (system: RunningSystem, ids: readonly string[]): Promise<number> =>
  (
    await system.owner<{ count: number }[]>`
      SELECT count(*)::int AS count FROM registrations WHERE registration_id = ANY(${[...ids]})
        AND EXISTS (SELECT FROM jsonb_array_elements_text(deadline_facts -> 'reminderOns') AS d(day) WHERE d.day::date >= ansinh_today())`
  )[0]?.count ?? 0

async function measureSystem(context: MeasureContext, system: RunningSystem): Promise<MeasureLine[]> {
  const supervisor = await signInStaff(system, SUPERVISOR)
  const officeId = Number((await supervisor.must('GET', '/api/staff/me')).body['officeId'])
  const facts = await loadFacts(system, officeId)
  const cases = context.people ?? CASES
  const made = await insertCases(system, cases, { officeId, state: 'awaiting-visit' }, makeDeadline(facts))
  const ids = made.map(({ registrationId }) => registrationId)
  const days = { fromOn: facts.todayOn, toOn: addDays(facts.todayOn, CLOSED_DAYS) }
  const before = await takeImage(system)
  const closureId = randomUUID()
  context.tell(`${cases} cases, closed from ${days.fromOn} to ${days.toOn}`)
  const pressed = Date.now()
  await supervisor.must('POST', '/api/counter/closures', { closureId, officeIds: [officeId], ...days, reason: 'Bão, lũ' })
  const applied = await waitFor(supervisor, closureId, 'applied', pressed)
  const moved = await countAfter(system, facts, ids, [days], 1)
  const reminded = await countReminded(system, ids)
  const undoPressed = Date.now()
  await supervisor.must('POST', `/api/counter/closures/${closureId}/undo`)
  const undone = await waitFor(supervisor, closureId, 'undone', undoPressed)
  const after = await takeImage(system)
  const different = [...before].filter(([id, image]) => after.get(id) !== image).length + Math.abs(after.size - before.size)
  // Whose extension's date lies behind the closed days was not moved and is not told.
  const back = await countAfter(system, facts, ids, [], 2)
  const ref = rounded(context.reference.measure(), 1)
  const isWhole = ({ wrong, messages, reminders, audits }: Counted): boolean =>
    wrong === 0 && messages === cases && audits === cases && reminders === reminded
  return [
    {
      name: 'closure.apply',
      value: rounded(applied),
      unit: `s for ${cases}`,
      bar: `≤ ${BAR_S}, every case by the rule`,
      ok: applied <= BAR_S && isWhole(moved),
      ref,
      ...moved,
      reminded,
    },
    {
      name: 'closure.undo',
      value: rounded(undone),
      unit: `s for ${cases}`,
      bar: `≤ ${BAR_S}`,
      ok: undone <= BAR_S && isWhole(back),
      ref,
      ...back,
    },
    {
      name: 'closure.exact',
      value: different,
      unit: `rows that differ of ${before.size}`,
      bar: '0',
      ok: different === 0 && before.size >= cases,
      ref,
    },
  ]
}

/** One office with 10,000 running cases closed in one action and opened again; every row compared before and after. */
export const measure: Measure = {
  name: 'closure',
  run: async (context) => {
    const system = await startSystem({ people: 1500 })
    try {
      const parts = await measureSystem(context, system)
      return [...parts, sumParts('closure', parts)]
    } finally {
      await system.stop()
    }
  },
}

import { askInTurn, type Question } from './ask-in-turn.ts'
import { cpuOfAsking } from './cpu-of-asking.ts'
import { drawPersons, type GrownRegister, growTo, openRegister } from './grow-register.ts'
import { type Measure, type MeasureContext, type MeasureLine, percentile, rounded, sumParts } from './measure-line.ts'
import type { RunningSystem } from './running-system.ts'
import { signInPersons } from './signed-in-persons.ts'

const RATIO_BAR = 1.3
const P99_BAR_MS = 20
const LEAST_SPELLS = 6
const ASKED = 1000
const WARM_UP = 200
/** The larger register has ten times the people of the smaller one; both grow from the same generated people. */
const GROWTH = 10
/** One person's whole history at the API, asked one after the other. */
const PARTS = ['/api/me/participation', '/api/me/health-card', '/api/me/benefits', '/api/me/visits']

type Size = { people: number; p50: number; p99: number; serverCpu: number; databaseCpu: number; ref: number }

async function measureSize(context: MeasureContext, register: GrownRegister, people: number): Promise<Size> {
  await growTo(register, people, context.tell)
  const { system } = register
  // Other people at every try, and others again to warm up with: nobody's rows were read just before.
  const { result, ref } = await context.reference.steady(async () => {
    const cookies = await signInPersons(system.owner, await drawPersons(register, ASKED + WARM_UP))
    const groups = cookies.map((cookie) => PARTS.map((path): Question => ({ path, cookie })))
    await askInTurn(system.citizenUrl, groups.slice(ASKED))
    return cpuOfAsking(system, () => askInTurn(system.citizenUrl, groups.slice(0, ASKED)))
  })
  const { serverMs, databaseMs } = result
  const cpu = { serverCpu: rounded(serverMs / ASKED), databaseCpu: rounded(databaseMs / ASKED) }
  const size = { people, p50: percentile(result.result, 0.5), p99: percentile(result.result, 0.99), ...cpu, ref }
  context.tell(
    `${people} people: p50 ${size.p50.toFixed(2)} ms, p99 ${size.p99.toFixed(2)} ms; CPU ${size.serverCpu} + ${size.databaseCpu} ms`,
  )
  return size
}

async function countSpells({ owner }: RunningSystem): Promise<{ spells: number; least: number }> {
  const [row] = await owner<{ spells: number; least: number }[]>`
    SELECT (SELECT sum(c.reltuples)::float8 FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'participation_spells'::regclass) AS spells,
      (SELECT min(n)::int FROM (SELECT count(s.spell_id) AS n FROM persons p LEFT JOIN participation_spells s USING (person_id) WHERE p.person_id % 997 = 0 GROUP BY p.person_id) AS counted) AS least`
  return row ?? { spells: 0, least: 0 }
}

async function measureHistory(context: MeasureContext): Promise<MeasureLine[]> {
  const register = await openRegister(context)
  const begun = performance.now()
  const small = await measureSize(context, register, register.people / GROWTH)
  const large = await measureSize(context, register, register.people)
  const seconds = rounded((performance.now() - begun) / 1000, 0)
  const counted = await countSpells(register.system)
  const ratio = large.p50 / small.p50
  const parts: MeasureLine[] = [
    {
      name: 'history-growth',
      value: rounded(ratio),
      unit: `× p50 of ${small.people} people at ${large.people}`,
      bar: `≤ ${RATIO_BAR}, at least ${LEAST_SPELLS} spells each`,
      ok: ratio <= RATIO_BAR && counted.least >= LEAST_SPELLS,
      ref: Math.max(small.ref, large.ref),
      smallP50: rounded(small.p50),
      largeP50: rounded(large.p50),
      smallCpu: [small.serverCpu, small.databaseCpu],
      largeCpu: [large.serverCpu, large.databaseCpu],
      ...counted,
      seconds,
    },
    {
      name: 'history-p99',
      value: rounded(large.p99),
      unit: `ms for ${PARTS.length} answers of the API`,
      bar: `≤ ${P99_BAR_MS}`,
      ok: large.p99 <= P99_BAR_MS,
      ref: large.ref,
      smallP99: rounded(small.p99),
    },
  ]
  return [...parts, sumParts('history', parts)]
}

/** One person's whole history in a small and in a ten times larger register. */
export const measure: Measure = { name: 'history', run: measureHistory }

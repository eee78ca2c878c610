import { askInTurn, type Question } from './ask-in-turn.ts'
import { drawPersons, type Generated, generatePeople, growRegister } from './grow-register.ts'
import { type Measure, type MeasureContext, type MeasureLine, percentile, rounded, sumParts } from './measure-line.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { signInPersons } from './signed-in-persons.ts'

const RATIO_BAR = 1.3
const P99_BAR_MS = 20
const LEAST_SPELLS = 6
const ASKED = 1000
const WARM_UP = 200
/** The larger register has ten times the people of the smaller one; both grow from the same generated people. */
const GROWTH = 10
const PEOPLE = 1_000_000
const FULL_PEOPLE = 10_000_000
const GENERATED_SHARE = 50
/** One person's whole history at the API, asked one after the other. */
const PARTS = ['/api/me/participation', '/api/me/health-card', '/api/me/benefits', '/api/me/visits']

/** The generated people get the spells they lack to six: months of health insurance long past. As the owner, since no product does this. */
async function topUpSpells({ owner }: RunningSystem): Promise<void> {
  await owner`
    INSERT INTO participation_spells (person_id, spell_id, branch, from_month, to_month, employer_name, source)
    SELECT p.person_id, gen_random_uuid(), 'health', date '2010-01-01' + at * interval '1 month', date '2010-01-01' + at * interval '1 month', 'Hộ gia đình', 'synthetic'
    FROM persons p LEFT JOIN (SELECT person_id, count(*)::int AS n FROM participation_spells GROUP BY 1) s USING (person_id),
      generate_series(1, ${LEAST_SPELLS}::int - coalesce(s.n, 0)) AS at`
}

type Size = { people: number; p50: number; p99: number; ref: number }

async function measureSize(context: MeasureContext, system: RunningSystem, generated: Generated, copies: number): Promise<Size> {
  await system.owner`VACUUM ANALYZE`
  const personIds = await drawPersons(system, generated, copies, ASKED)
  const cookies = await signInPersons(system.owner, personIds)
  const groups = cookies.map((cookie) => PARTS.map((path): Question => ({ path, cookie })))
  const { result, ref } = await context.reference.steady(async () => {
    await askInTurn(system.citizenUrl, groups.slice(0, WARM_UP))
    return askInTurn(system.citizenUrl, groups)
  })
  const people = (generated.toId - generated.fromId + 1) * (copies + 1)
  const size = { people, p50: percentile(result, 0.5), p99: percentile(result, 0.99), ref }
  context.tell(`${people} people: p50 ${size.p50.toFixed(2)} ms, p99 ${size.p99.toFixed(2)} ms`)
  return size
}

async function countSpells({ owner }: RunningSystem): Promise<{ spells: number; least: number }> {
  const [row] = await owner<{ spells: number; least: number }[]>`
    SELECT (SELECT sum(c.reltuples)::float8 FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'participation_spells'::regclass) AS spells,
      (SELECT min(n)::int FROM (SELECT count(s.spell_id) AS n FROM persons p LEFT JOIN participation_spells s USING (person_id) WHERE p.person_id % 997 = 0 GROUP BY p.person_id) AS counted) AS least`
  return row ?? { spells: 0, least: 0 }
}

async function measureHistory(context: MeasureContext): Promise<MeasureLine[]> {
  const people = context.people ?? (context.full ? FULL_PEOPLE : PEOPLE)
  const system = await startSystem({ people: 20, worker: false, durable: false })
  try {
    const begun = performance.now()
    const generated = generatePeople(system, Math.round(Math.min(100_000, people / GENERATED_SHARE)))
    await topUpSpells(system)
    const few = await growRegister(system, generated, people / GROWTH, 0)
    const small = await measureSize(context, system, generated, few)
    const many = await growRegister(system, generated, people, few)
    const loadedSeconds = rounded((performance.now() - begun) / 1000, 0)
    const large = await measureSize(context, system, generated, many)
    const counted = await countSpells(system)
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
        ...counted,
        loadedSeconds,
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
  } finally {
    await system.stop()
  }
}

/** One person's whole history in a small and in a ten times larger register. */
export const measure: Measure = { name: 'history', run: measureHistory }

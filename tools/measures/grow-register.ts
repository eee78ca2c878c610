import { drawPersonBlock } from '../../apps/server/src/persons/index.ts'
import { openSql } from '../../apps/server/src/platform/sql.ts'
import { multiplyPeople } from '../../apps/server/src/population/index.ts'
import type { MeasureContext } from './measure-line.ts'
import { type RunningSystem, startSystem } from './running-system.ts'

/** Synthetic people of one run of `synth`, ids in one piece. */
type Generated = { fromId: number; toId: number }

/** Default size: a register that grows in less than a minute. */
const PEOPLE = 200_000
const FULL_PEOPLE = 10_000_000
/** One is generated, the others are multiplied. */
const GENERATED_SHARE = 50
const MOST_GENERATED = 100_000
const LEAST_SPELLS = 6

/** A running product with a nation that grows. `copies`: how often the generated are there beside themselves. */
export type GrownRegister = { system: RunningSystem; generated: Generated; people: number; copies: number }

/** The generated people get the spells they lack to six: months of health insurance long past. As the owner, since no product does this. */
async function topUpSpells({ owner }: RunningSystem): Promise<void> {
  await owner`
    INSERT INTO participation_spells (person_id, spell_id, branch, from_month, to_month, employer_name, source)
    SELECT p.person_id, gen_random_uuid(), 'health', date '2010-01-01' + at * interval '1 month', date '2010-01-01' + at * interval '1 month', 'Hộ gia đình', 'synthetic'
    FROM persons p LEFT JOIN (SELECT person_id, count(*)::int AS n FROM participation_spells GROUP BY 1) s USING (person_id),
      generate_series(1, ${LEAST_SPELLS}::int - coalesce(s.n, 0)) AS at`
}

async function startRegister(context: MeasureContext): Promise<GrownRegister> {
  const people = context.people ?? (context.full ? FULL_PEOPLE : PEOPLE)
  const system = await startSystem({ people: 20, worker: false, durable: false })
  context.atEnd(() => system.stop())
  const generated = generatePeople(system, Math.round(Math.min(MOST_GENERATED, people / GENERATED_SHARE)))
  await topUpSpells(system)
  return { system, generated, people, copies: 0 }
}

let shared: Promise<GrownRegister> | null = null
/** One register for all bars of this run that need many people; every one of them has six spells or more. */
export const openRegister = (context: MeasureContext): Promise<GrownRegister> => (shared ??= startRegister(context))

/**
 * What autovacuum and the checkpointer do for a register within the hour: pages marked as known to all (the first reader of a fresh page
 * would write it again), statistics, everything on the disk. Statistics of a small sample: the usual one reads 30,000 pages for each of
 * 32 partitions of a dozen tables. Indexes have nothing to clean where nothing was deleted, except the names' waiting list (GIN).
 */
async function settle({ owner }: RunningSystem): Promise<void> {
  const session = await owner.reserve()
  try {
    await session`SET default_statistics_target = 10`
    await session`VACUUM (INDEX_CLEANUP OFF, TRUNCATE OFF, ANALYZE)`
    await session`VACUUM person_names`
    await session`CHECKPOINT`
  } finally {
    session.release()
  }
}

/** Lets the register grow to so many people, settled as one in use is. */
export async function growTo(register: GrownRegister, people: number, tell: (line: string) => void): Promise<void> {
  const begun = performance.now()
  const before = register.copies
  register.copies = await growRegister(register.system, register.generated, people, before)
  if (register.copies > before) tell(`grown to ${people} people in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  const vacuumed = performance.now()
  await settle(register.system)
  tell(`settled in ${((performance.now() - vacuumed) / 1000).toFixed(0)} s`)
}

/** The nation that `synth` generates, nobody multiplied yet. */
function generatePeople(system: RunningSystem, people: number): Generated {
  const printed = system.cli('synth', '--people', String(people), '--seed', '1')
  const { firstPersonId } = JSON.parse(printed.trim().split('\n').at(-1) ?? '') as { firstPersonId: number }
  return { fromId: firstPersonId, toId: firstPersonId + people - 1 }
}

/** Multiplies the generated until `people` are there. `after`: how many copies there are already. Answers how many there are then. */
async function growRegister(system: RunningSystem, { fromId, toId }: Generated, people: number, after: number): Promise<number> {
  const size = toId - fromId + 1
  const times = Math.max(0, Math.round(people / size) - 1 - after)
  if (times === 0) return after
  const sql = openSql(system.ownerUrl, { max: 2, statementTimeoutMs: 0, name: 'measure' })
  try {
    // Nobody else draws ids here: the block begins where the last one ended.
    await drawPersonBlock(sql, times * size)
    await multiplyPeople(sql, { fromId, toId }, { after, times, tell: () => undefined })
    return after + times
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Ids of the register's synthetic people, drawn by chance and evenly. */
export async function drawPersons(
  { system: { owner }, generated: { fromId, toId }, copies }: GrownRegister,
  count: number,
): Promise<number[]> {
  const size = (toId - fromId + 1) * (copies + 1)
  const rows = await owner<{ personId: string }[]>`
    SELECT p.person_id AS "personId" FROM (SELECT DISTINCT ${fromId} + floor(random() * ${size})::bigint AS person_id FROM generate_series(1, ${count * 2})) AS drawn
    JOIN persons p USING (person_id) WHERE p.died_on IS NULL AND length(p.born_on_partial) = 10 ORDER BY random() LIMIT ${count}`
  return rows.map((row) => Number(row.personId))
}

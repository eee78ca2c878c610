import { drawPersonBlock } from '../../apps/server/src/persons/index.ts'
import { openSql } from '../../apps/server/src/platform/sql.ts'
import { multiplyPeople } from '../../apps/server/src/population/index.ts'
import type { RunningSystem } from './running-system.ts'

/** Synthetic people of one run of `synth`, ids in one piece. */
export type Generated = { fromId: number; toId: number }

/** The nation that `synth` generates, nobody multiplied yet. */
export function generatePeople(system: RunningSystem, people: number): Generated {
  const printed = system.cli('synth', '--people', String(people), '--seed', '1')
  const { firstPersonId } = JSON.parse(printed.trim().split('\n').at(-1) ?? '') as { firstPersonId: number }
  return { fromId: firstPersonId, toId: firstPersonId + people - 1 }
}

/** Multiplies the generated until `people` are there. `after`: how many copies there are already. Answers how many there are then. */
export async function growRegister(system: RunningSystem, { fromId, toId }: Generated, people: number, after: number): Promise<number> {
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
export async function drawPersons({ owner }: RunningSystem, { fromId, toId }: Generated, copies: number, count: number): Promise<number[]> {
  const size = (toId - fromId + 1) * (copies + 1)
  const rows = await owner<{ personId: string }[]>`
    SELECT p.person_id AS "personId" FROM (SELECT DISTINCT ${fromId} + floor(random() * ${size})::bigint AS person_id FROM generate_series(1, ${count * 2})) AS drawn
    JOIN persons p USING (person_id) WHERE p.died_on IS NULL AND length(p.born_on_partial) = 10 ORDER BY random() LIMIT ${count}`
  return rows.map((row) => Number(row.personId))
}

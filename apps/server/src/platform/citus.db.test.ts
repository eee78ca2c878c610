import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDatabase } from './test-database.ts'

const FILE = readFileSync(join(import.meta.dirname, '../../../../database/citus.sql'), 'utf8')

/** Functions of the extension's names that only write down what they were asked; the extension itself is not in every package list. */
const STAND_INS = `
  CREATE TABLE pgboss.placed (at serial, kind text, name text, by_column text, beside text);
  CREATE FUNCTION create_reference_table(name text) RETURNS void LANGUAGE sql AS $$ INSERT INTO pgboss.placed (kind, name) VALUES ('reference', name) $$;
  CREATE FUNCTION create_distributed_table(name text, by_column text, colocate_with text) RETURNS void LANGUAGE sql AS
    $$ INSERT INTO pgboss.placed (kind, name, by_column, beside) VALUES ('distributed', name, by_column, colocate_with) $$`

type Placed = { kind: 'reference' | 'distributed'; name: string; byColumn: string | null; beside: string | null }

describe('the schema over several machines', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>
  let owner: postgres.Sql
  let placed: Map<string, Placed>
  beforeAll(async () => {
    database = await createTestDatabase()
    owner = postgres(database.migratorUrl, { max: 1, onnotice: () => undefined })
  })
  afterAll(async () => {
    await owner.end()
    await database.drop()
  })

  it('is refused with a sentence where Citus is missing, and nothing is changed', async () => {
    await expect(owner.unsafe(FILE)).rejects.toThrow(/chưa có Citus.*nothing was changed/u)
  })
  it('knows of every table where it belongs, exactly once', async () => {
    await owner.unsafe(STAND_INS)
    await owner.unsafe(FILE)
    const rows = await owner<Placed[]>`SELECT kind, name, by_column AS "byColumn", beside FROM pgboss.placed ORDER BY at`
    placed = new Map(rows.map((row) => [row.name, row]))
    expect(placed.size).toBe(rows.length)
    expect(placed.get('persons')).toMatchObject({ byColumn: 'person_id', beside: 'none' })
    expect(placed.get('health_cards')).toMatchObject({ byColumn: 'person_id', beside: 'persons' })
  })
  it('stops before anything moved when a table is of no kind', async () => {
    await owner`DELETE FROM pgboss.placed`
    await owner`CREATE TABLE nobody_said (id int)`
    await expect(owner.unsafe(FILE)).rejects.toThrow('nobody_said')
    await owner`DROP TABLE nobody_said`
    expect(await owner`SELECT FROM pgboss.placed`).toHaveLength(0)
  })
  it('has every unique key of a distributed table contain the column it is distributed by', async () => {
    const keys = await owner<{ name: string; columns: string[] }[]>`
      SELECT c.relname AS name, array_agg(a.attname::text) AS columns FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey::int2[])
      WHERE i.indisunique AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname, i.indexrelid`
    let checked = 0
    for (const { name, columns } of keys) {
      const place = placed.get(name)
      if (place?.kind !== 'distributed') continue
      checked += 1
      expect([name, columns]).toStrictEqual([name, expect.arrayContaining([place.byColumn])])
    }
    expect(checked).toBeGreaterThan(8)
  })
  it('has foreign keys only as Citus allows: to reference tables, or along the column two tables share; none into distributed from elsewhere', async () => {
    const keys = await owner<{ name: string; points: string; columns: string[] }[]>`
      SELECT c.conrelid::regclass::text AS name, c.confrelid::regclass::text AS points,
        ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)) AS columns
      FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND NOT t.relispartition`
    const order = [...placed.keys()]
    for (const { name, points, columns } of keys) {
      const [from, to] = [placed.get(name), placed.get(points)]
      const allowed =
        to === undefined
          ? from === undefined
          : to.kind === 'reference'
            ? from?.kind !== 'reference' || order.indexOf(points) <= order.indexOf(name)
            : from?.kind === 'distributed' && from.byColumn === to.byColumn && columns.includes(to.byColumn ?? '')
      expect([name, points, allowed]).toStrictEqual([name, points, true])
    }
    expect(keys.length).toBeGreaterThan(10)
  })
})

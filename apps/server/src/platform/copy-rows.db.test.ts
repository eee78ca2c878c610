import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { copyRows } from './copy-rows.ts'
import { openSql, type Sql } from './sql.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
let sql: Sql
beforeAll(async () => {
  database = await createTestDatabase()
  sql = openSql(database.migratorUrl, { max: 1 })
  await sql`CREATE TABLE copied (at integer PRIMARY KEY, word text)`
})
afterAll(async () => {
  await sql.end({ timeout: 1 })
  await database.drop()
})

const copy = (rows: (string | number | null)[][]) =>
  sql.begin((transaction) => copyRows(transaction`COPY copied (at, word) FROM STDIN`, rows))
const outcomeOf = (work: Promise<unknown>): Promise<string> => Promise.race([work.then(() => 'done').catch(String), wait(5000, 'hangs')])

describe('rows copied into the database', () => {
  it('come out as they went in, whatever they hold', async () => {
    const words = [null, '', '\\N', 'a\tb', 'c\nd\r', 'Hoà \\ Hòa', '\\.', '𠀀', 'x'.repeat(200_000)]
    await copy(words.map((word, at) => [at, word]))
    const rows = await sql<{ word: string | null }[]>`SELECT word FROM copied ORDER BY at`
    expect(rows.map((row) => row.word)).toStrictEqual(words)
  })
  it('are refused all together when one is wrong, also when nothing more was to be sent, and the connection goes on', async () => {
    for (let round = 0; round < 20; round += 1) {
      const size = round % 2 === 0 ? 1 : 20_000
      const rows = Array.from({ length: size }, (_, at) => [1000 + at, 'new'])
      expect(await outcomeOf(copy([...rows, [1, 'taken']]))).toContain('copied_pkey')
      expect(await sql`SELECT FROM copied WHERE at >= 1000`).toHaveLength(0)
    }
    expect(await outcomeOf(copy([['x', 'no number']]))).toContain('integer')
  })
})

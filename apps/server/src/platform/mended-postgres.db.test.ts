import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSql, type Sql } from './sql.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
let owner: Sql
beforeAll(async () => {
  database = await createTestDatabase()
  owner = openSql(database.migratorUrl, { max: 1, name: 'owner' })
})
afterAll(async () => {
  await owner.end({ timeout: 1 })
  await database.drop()
})

const settles = async (work: Promise<unknown>): Promise<'done' | 'failed' | 'hangs'> =>
  Promise.race([
    work.then(
      () => 'done' as const,
      () => 'failed' as const,
    ),
    wait(8000, 'hangs' as const),
  ])
const killAll = (): Promise<unknown> =>
  owner`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'victim'`

const makeGate = (): { open: () => void; opened: Promise<void> } => {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}

describe('a connection that is cut', () => {
  it('inside a transaction fails that transaction; the process lives and the pool goes on', async () => {
    const sql = openSql(database.appUrl, { max: 3, name: 'victim' })
    for (let round = 0; round < 20; round += 1) {
      expect(await settles(sql.begin((transaction) => transaction`SELECT pg_terminate_backend(pg_backend_pid())`))).toBe('failed')
      await wait(5)
      expect(await settles(sql.begin((transaction) => transaction`SELECT 1`))).toBe('done')
    }
    await sql.end({ timeout: 1 })
  })

  it('while a transaction waits for something else lets no later statement of it through', async () => {
    const sql = openSql(database.migratorUrl, { max: 1, name: 'victim' })
    await sql`CREATE TABLE effects (name text)`
    for (let round = 0; round < 10; round += 1) {
      const begun = makeGate()
      const taken = makeGate()
      const broken = settles(
        sql.begin(async (transaction) => {
          await transaction`INSERT INTO effects VALUES ('first')`
          begun.open()
          await taken.opened
          await transaction`INSERT INTO effects VALUES ('second')`
        }),
      )
      await begun.opened
      await killAll()
      // Meanwhile somebody else's transaction takes the connection that was made anew.
      let attempts = 0
      const takeOver = async (): Promise<'done' | 'failed' | 'hangs'> => {
        attempts += 1
        let inside = false
        const outcome = await settles(
          sql.begin(async (transaction) => {
            await transaction`INSERT INTO effects VALUES ('of another')`
            inside = true
            taken.open()
            await wait(50)
            throw new Error('rolled back')
          }),
        )
        return inside || attempts > 20 ? outcome : takeOver()
      }
      const other = await takeOver()
      taken.open()
      expect([await broken, other]).toStrictEqual(['failed', 'failed'])
    }
    expect(await sql`SELECT name FROM effects`).toHaveLength(0)
    await sql.end({ timeout: 1 })
  })

  it('while others write leaves no query waiting for ever, and the pool goes on', async () => {
    const sql = openSql(database.appUrl, { max: 5, name: 'victim' })
    for (let round = 0; round < 25; round += 1) {
      const asked = Array.from({ length: 12 }, async (_, at) => {
        await wait(at % 4)
        return sql`SELECT ${at}::integer, pg_sleep(0.001)`
      }).map(settles)
      const transactions = Array.from({ length: 6 }, (_, at) =>
        sql.begin(async (transaction) => {
          await transaction`SELECT ${at}::integer`
          await wait(at % 3)
          await transaction`SELECT pg_sleep(0.001)`
        }),
      ).map(settles)
      await killAll()
      const outcomes = await Promise.all([...asked, ...transactions])
      expect(outcomes.filter((outcome) => outcome === 'hangs')).toStrictEqual([])
    }
    expect(await settles(sql`SELECT 1`)).toBe('done')
    expect(await settles(Promise.all(Array.from({ length: 20 }, () => sql`SELECT 1`)))).toBe('done')
    await sql.end({ timeout: 1 })
  })
})

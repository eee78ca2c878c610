import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from './test-database.ts'

describe('the role that runs the product', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>
  let app: postgres.Sql
  beforeAll(async () => {
    database = await createTestDatabase()
    app = postgres(database.appUrl, { max: 1, onnotice: () => undefined })
  })
  afterAll(async () => {
    await app.end()
    await database.drop()
  })

  it.each([
    ['UPDATE audit_lines SET action = action'],
    ['DELETE FROM audit_seals'],
    ['UPDATE participation_spells SET source = source'],
    ['DELETE FROM participation_spells'],
    ['UPDATE participation_spells_p07 SET source = source'],
    ['DELETE FROM participation_spells_p31'],
    ['SELECT * FROM accounts_p00'],
    ['UPDATE installation SET demo = false'],
    ['CREATE TABLE mine (id int)'],
    ['TRUNCATE audit_lines'],
  ])('may not: %s', async (statement) => {
    await expect(app.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
  })

  it('has no right on any partition, and its work goes through the parents', async () => {
    const rights = await app`
      SELECT c.relname FROM pg_class c WHERE c.relispartition AND c.relnamespace = 'public'::regnamespace
        AND has_table_privilege(current_user, c.oid, 'SELECT, INSERT, UPDATE, DELETE')`
    expect(rights).toHaveLength(0)
    expect([...(await app`SELECT count(*)::int AS count FROM persons`)]).toStrictEqual([{ count: 0 }])
  })
})

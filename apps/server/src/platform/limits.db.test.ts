import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from './limits.ts'
import { Refusal } from './refusal.ts'
import { openTestPlatform, type TestPlatform } from './test-platform.ts'
import { inTransaction } from './transaction.ts'

const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refusal)) throw new Error(`no refusal but ${String(error)}`)
  return error
}

describe('limits', () => {
  let platform: TestPlatform
  beforeAll(async () => void (platform = await openTestPlatform()))
  afterAll(() => platform.drop())

  it('let as many tries through as the table says and then tell when to try again', async () => {
    for (let at = 0; at < 10; at += 1) await platform.limits.consume('first-password', '9900000001')
    const refusal = await refusalOf(platform.limits.consume('first-password', '9900000001'))
    expect(refusal.code).toBe('too-many')
    const minutes = ((refusal.details.tryAgainAt?.getTime() ?? 0) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(14)
    expect(minutes).toBeLessThanOrEqual(15)
  })

  it('of one key do not touch another', async () => {
    await expect(platform.limits.consume('first-password', '9900000002')).resolves.toBeUndefined()
  })

  it('grow: the longer window of a phone still counts when the short one is over', async () => {
    const phone = '+84950000001'
    await platform.limits.consume('one-time-code-send', phone)
    await refusalOf(platform.limits.consume('one-time-code-send', phone))
    for (let sent = 1; sent < 3; sent += 1) {
      await platform.sql`UPDATE limit_counters SET expire = 1 WHERE key LIKE 'one-time-code-send.0:%'`
      await platform.limits.consume('one-time-code-send', phone)
    }
    await platform.sql`UPDATE limit_counters SET expire = 1 WHERE key LIKE 'one-time-code-send.0:%'`
    const refusal = await refusalOf(platform.limits.consume('one-time-code-send', phone))
    expect((refusal.details.tryAgainAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(9 * 60_000)
  })

  it('count exactly under a hundred tries at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => platform.limits.consume('sign-in', 'at-once')))
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(10)
  })

  it('keep keyed hashes, no numbers and no addresses', async () => {
    await platform.limits.consume('sign-in-address', '9900000003/203.0.113.9')
    const rows = await platform.sql<{ key: string }[]>`SELECT key FROM limit_counters`
    expect(rows.length).toBeGreaterThan(0)
    for (const { key } of rows) expect(key).toMatch(/^[a-z-]+\.\d:[\w-]{43}$/)
  })

  it('do not wait for a connection while every connection sits in a transaction', async () => {
    const all = Array.from({ length: platform.settings.databasePoolSize + 5 }, (_, at) =>
      inTransaction(platform, async (transaction) => {
        await transaction`SELECT pg_sleep(0.05)`
        await platform.limits.consume('photo-start', `busy/${at}`)
      }),
    )
    await expect(Promise.all(all)).resolves.toBeDefined()
  })

  it('whose window is over are taken away by night', async () => {
    await platform.limits.consume('sign-in', 'old')
    const [before] = await platform.sql<{ count: number }[]>`SELECT count(*) FROM limit_counters`
    expect(await platform.limits.deleteOutdated()).toBeLessThan(before?.count ?? 0)
    await platform.sql`UPDATE limit_counters SET expire = 1`
    await platform.limits.deleteOutdated()
    expect(await platform.sql`SELECT key FROM limit_counters`).toHaveLength(0)
  })

  it('never count by an address alone', () => {
    for (const { per } of Object.values(LIMITS)) expect(per).not.toMatch(/^address/)
  })
})

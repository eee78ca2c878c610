import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { enqueueMessage } from './index.ts'
import { freshPhone, startSmpp, until } from './smpp-fixture.ts'

const MESSAGES = 400
const KILLS = 8

describe('the worker, killed −9 again and again while it sends', () => {
  let platform: TestPlatform
  let gateway: Awaited<ReturnType<typeof startSmpp>>
  beforeAll(async () => {
    gateway = await startSmpp()
    platform = await openTestPlatform()
  })
  afterAll(async () => {
    await platform.drop()
    await gateway.kill()
  })

  const startWorker = async (): Promise<ChildProcess> => {
    const { settings } = platform
    const child = spawn(process.execPath, [join(import.meta.dirname, '../worker.ts')], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...process.env,
        DATABASE_URL: settings.databaseUrl,
        ANSINH_DATA_DIR: settings.dataDir,
        ANSINH_LOG_LEVEL: 'silent',
        ANSINH_SMS_GATEWAY: 'smpp',
        ANSINH_SMPP_URL: `smpp://127.0.0.1:${gateway.port}`,
        ANSINH_SMPP_PASSWORD: 'open',
      },
    })
    await new Promise((resolve) => child.once('message', resolve))
    return child
  }
  const kill = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGKILL'))

  it('loses nothing, and every SMS happens once in effect', async () => {
    const phones = Array.from({ length: MESSAGES }, freshPhone)
    for (const [at, phone] of phones.entries()) {
      // Spread out, so that every kill falls into sending.
      const sendAfter = new Date(Date.now() + at * 25)
      await inTransaction(platform, (transaction) =>
        enqueueMessage(platform, transaction, {
          idempotencyKey: phone,
          content: { event: 'one-time-code', code: '123456' },
          to: { phone },
          sendAfter,
        }),
      )
    }
    for (let kills = 0; kills < KILLS; kills += 1) {
      const worker = await startWorker()
      await new Promise((resolve) => setTimeout(resolve, 300 + ((kills * 211) % 700)))
      await kill(worker)
      // What half a minute does: the dead worker's leases run out.
      await platform.sql`UPDATE messages SET leased_until = ansinh_now() WHERE leased_until IS NOT NULL`
    }
    const last = await startWorker()
    await until(async () => {
      const [row] = await platform.sql<{ open: number }[]>`SELECT count(*)::integer AS open FROM messages WHERE state <> 'delivered'`
      expect(row?.open).toBe(0)
    }, 40_000)
    const effects = new Set(gateway.submitted.map((one) => `${one.to}/${one.reference}`))
    expect(effects.size).toBe(MESSAGES)
    expect(new Set(gateway.submitted.map((one) => `+${one.to}`))).toStrictEqual(new Set(phones))
    await kill(last)
  }, 120_000)
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { enqueueMessage, findMessageState, startMessageSender } from './index.ts'
import { giveUpMessages } from './outbox-queries.ts'
import { freshPhone, startSmpp, until } from './smpp-fixture.ts'

describe('what an SMPP gateway may do wrong, against a real server in its own process', () => {
  let platform: TestPlatform
  let gateway: Awaited<ReturnType<typeof startSmpp>>
  let sender: { stop: () => Promise<void> }

  beforeAll(async () => {
    gateway = await startSmpp()
    const smpp = { url: `smpp://127.0.0.1:${gateway.port}`, systemId: 'ansinh', password: 'open', sender: 'AN SINH' }
    platform = await openTestPlatform({ settings: { smsGateway: 'smpp', smpp } })
    sender = await startMessageSender(platform)
  })
  afterAll(async () => {
    await sender.stop()
    await platform.drop()
    await gateway.kill()
  })
  beforeEach(() => gateway.behave('deliver'))

  const enqueue = async (phone: string, key = phone, sendAfter: Date | null = null): Promise<string> => {
    await inTransaction(platform, (transaction) =>
      enqueueMessage(platform, transaction, {
        idempotencyKey: key,
        content: { event: 'one-time-code', code: '123456' },
        to: { phone },
        sendAfter,
      }),
    )
    return key
  }
  const row = async (key: string) => {
    const [found] = await platform.sql<
      Record<string, unknown>[]
    >`SELECT state, attempts, failure_code, text_encrypted, recipient_encrypted, final_at, leased_until FROM messages WHERE idempotency_key = ${key}`
    return found
  }
  const state = (key: string) => findMessageState(platform.sql, key)
  const makeDueNow = (key: string) =>
    platform.sql`UPDATE messages SET send_after = ansinh_now(), leased_until = NULL WHERE idempotency_key = ${key}`

  it('a refused number is final at once', async () => {
    gateway.behave('refuse')
    const key = await enqueue(freshPhone())
    await until(async () =>
      expect(await row(key)).toMatchObject({
        state: 'permanent',
        failure_code: 'smpp-000b',
        text_encrypted: null,
        recipient_encrypted: null,
      }),
    )
  })

  it('a failing gateway is tried again after 60 s, then 10 min, then hourly, until the time to give up', async () => {
    gateway.behave('fail')
    const key = freshPhone()
    await inTransaction(platform, (transaction) =>
      enqueueMessage(platform, transaction, {
        idempotencyKey: key,
        content: { event: 'received', fileNumber: '91234/2026/00001' },
        to: { phone: key },
      }),
    )
    for (const [at, seconds] of [60, 600, 3600, 3600].entries()) {
      await until(async () => expect(await row(key)).toMatchObject({ state: 'temporary', attempts: at + 1, leased_until: null }))
      const [wait] = await platform.sql<
        { seconds: number }[]
      >`SELECT extract(epoch FROM send_after - ansinh_now())::integer AS seconds FROM messages WHERE idempotency_key = ${key}`
      expect(Math.abs((wait?.seconds ?? 0) - seconds)).toBeLessThan(5)
      await makeDueNow(key)
    }
    await until(async () => expect(await row(key)).toMatchObject({ attempts: 5, leased_until: null }))
    await platform.sql`UPDATE messages SET give_up_at = ansinh_now() WHERE idempotency_key = ${key}`

    await giveUpMessages(platform.sql)
    expect(await row(key)).toMatchObject({ state: 'permanent', failure_code: 'smpp-0008', text_encrypted: null })
    expect(new Set(gateway.to(key).map((one) => one.reference)).size).toBe(1)
  })

  it('a gateway asking for patience gets the message again in seconds, and that is no lost try', async () => {
    gateway.behave('throttle-once')
    const key = await enqueue(freshPhone())
    await until(async () => expect(await row(key)).toMatchObject({ state: 'temporary', attempts: 0, failure_code: 'smpp-0058' }))
    await until(async () => expect(await row(key)).toMatchObject({ state: 'delivered', attempts: 1 }), 15_000)
  }, 20_000)

  it('two receipts for one message change nothing twice', async () => {
    gateway.behave('deliver-twice')
    const key = await enqueue(freshPhone())
    const before = gateway.receiptAnswers.length
    await until(() => expect(gateway.receiptAnswers.length).toBe(before + 2))
    expect(gateway.receiptAnswers.slice(before)).toStrictEqual([0, 0])
    expect(await state(key)).toBe('delivered')
  })

  it('a receipt that overtakes the gateway’s own answer is not lost', async () => {
    gateway.behave('receipt-first')
    const key = await enqueue(freshPhone())
    await until(async () => expect(await state(key)).toBe('delivered'))
  })

  it('an undeliverable message is final, by its receipt', async () => {
    gateway.behave('undeliverable')
    const key = await enqueue(freshPhone())
    await until(async () =>
      expect(await row(key)).toMatchObject({ state: 'permanent', failure_code: 'receipt-undeliv-000', text_encrypted: null }),
    )
  })

  it('without a receipt a message waits as sent, and is final and wiped when its time is over', async () => {
    gateway.behave('accept')
    const key = await enqueue(freshPhone())
    await until(async () => expect(await state(key)).toBe('sent'))

    await platform.sql`UPDATE messages SET give_up_at = ansinh_now() WHERE idempotency_key = ${key}`
    await giveUpMessages(platform.sql)
    expect(await row(key)).toMatchObject({ state: 'permanent', failure_code: 'no-receipt', recipient_encrypted: null })
  })

  it('a gateway that hangs does not hold the others up, and the same message goes again under the same reference', async () => {
    gateway.behave('hang')
    const key = await enqueue(freshPhone())
    await until(() => expect(gateway.to(key)).toHaveLength(1))
    gateway.behave('deliver')
    const other = await enqueue(freshPhone())
    await until(async () => expect(await state(other)).toBe('delivered'), 3000)
    await until(async () => expect(await row(key)).toMatchObject({ state: 'temporary', failure_code: 'gateway-silent' }), 12_000)
    await makeDueNow(key)
    await until(async () => expect(await state(key)).toBe('delivered'))
    expect(gateway.to(key)).toHaveLength(2)
    expect(gateway.to(key)[0]?.reference).toBe(gateway.to(key)[1]?.reference)
    expect(gateway.to(key)[0]?.text).toBe(gateway.to(key)[1]?.text)
  }, 30_000)

  it('a connection dropped in mid-message is made anew, and the message goes again under the same reference', async () => {
    gateway.behave('drop-once')
    const key = await enqueue(freshPhone())
    await until(async () => expect(await row(key)).toMatchObject({ state: 'temporary', failure_code: 'gateway-lost' }))
    await makeDueNow(key)
    await until(async () => {
      if ((await state(key)) === 'temporary') await makeDueNow(key)
      expect(await state(key)).toBe('delivered')
    }, 15_000)
    expect(new Set(gateway.to(key).map((one) => one.reference)).size).toBe(1)
  }, 20_000)

  it('a gateway that was dead is found again, and what waited is sent', async () => {
    const { port } = gateway
    await gateway.kill()
    const key = await enqueue(freshPhone())
    await until(async () => expect(await row(key)).toMatchObject({ state: 'temporary' }))
    gateway = await startSmpp(port)
    await until(async () => {
      await makeDueNow(key)
      expect(await state(key)).toBe('delivered')
    }, 20_000)
  }, 30_000)
})

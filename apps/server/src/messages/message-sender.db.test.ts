import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { cancelMessages, enqueueMessage, findMessageState, startMessageSender } from './index.ts'
import { claimMessages } from './outbox-queries.ts'
import { freshPhone, startSmpp, until } from './smpp-fixture.ts'

describe('the sender, over a real SMPP server in its own process', () => {
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
    >`SELECT state, attempts, failure_code, text_encrypted, recipient_encrypted, final_at, send_after FROM messages WHERE idempotency_key = ${key}`
    return found
  }
  const state = (key: string) => findMessageState(platform.sql, key)

  it('a message reaches the gateway within 2 s, is delivered by its receipt, and text and recipient are wiped', async () => {
    const phone = freshPhone()
    const startedAt = Date.now()
    await enqueue(phone)
    await until(() => expect(gateway.to(phone)).toHaveLength(1))
    expect(Date.now() - startedAt).toBeLessThan(2000)
    expect(gateway.to(phone)[0]?.text).toMatch(/^BHXH: Ma xac nhan cua ban la 123456\./u)
    await until(async () => expect(await state(phone)).toBe('delivered'))
    expect(await row(phone)).toMatchObject({ text_encrypted: null, recipient_encrypted: null, attempts: 1 })
  })

  it('nothing readable lies in the outbox', async () => {
    const phone = freshPhone()
    await enqueue(phone, 'unreadable', new Date(Date.now() + 60_000))
    const [found] = await platform.sql<
      { line: string }[]
    >`SELECT messages::text || encode(text_encrypted, 'escape') || encode(recipient_encrypted, 'escape') AS line FROM messages WHERE idempotency_key = 'unreadable'`
    expect(found?.line).not.toContain(phone.slice(3))
    expect(found?.line).not.toContain('123456')
  })

  it('the same key enqueued twice, also at once, is one message', async () => {
    const phone = freshPhone()
    const ids = await Promise.all(
      Array.from({ length: 10 }, () =>
        inTransaction(platform, (transaction) =>
          enqueueMessage(platform, transaction, {
            idempotencyKey: phone,
            content: { event: 'one-time-code', code: '123456' },
            to: { phone },
          }),
        ),
      ),
    )
    expect(new Set(ids).size).toBe(1)
    await until(async () => expect(await state(phone)).toBe('delivered'))
    expect(gateway.to(phone)).toHaveLength(1)
  })

  it('a transaction that is rolled back sends nothing', async () => {
    const phone = freshPhone()
    await expect(
      inTransaction(platform, async (transaction) => {
        await enqueueMessage(platform, transaction, { idempotencyKey: phone, content: { event: 'password-set' }, to: { phone } })
        throw new Error('cut')
      }),
    ).rejects.toThrow('cut')
    expect(await state(phone)).toBeNull()
  })

  it('a held message waits for its time; until then it can be taken back, and then it never leaves', async () => {
    const phone = freshPhone()
    await enqueue(phone, `${phone}/a`, new Date(Date.now() + 1500))
    await enqueue(phone, `${phone}/b`, new Date(Date.now() + 1500))
    expect(await inTransaction(platform, (transaction) => cancelMessages(transaction, { idempotencyKeys: [`${phone}/a`] }))).toStrictEqual({
      cancelled: 1,
      gone: 0,
    })
    expect(gateway.to(phone)).toHaveLength(0)
    await until(async () => expect(await state(`${phone}/b`)).toBe('delivered'))
    expect(gateway.to(phone)).toHaveLength(1)
    expect(await row(`${phone}/a`)).toMatchObject({ state: 'cancelled', text_encrypted: null })
  })

  it('a message that has left cannot be taken back', async () => {
    const phone = freshPhone()
    await enqueue(phone)
    await until(async () => expect(await state(phone)).toBe('delivered'))
    expect(await inTransaction(platform, (transaction) => cancelMessages(transaction, { idempotencyKeys: [phone] }))).toStrictEqual({
      cancelled: 0,
      gone: 1,
    })
  })

  it('a sender killed between claim and record loses nothing: the lease runs out and another takes the message', async () => {
    const key = freshPhone()
    await enqueue(key, key, new Date(Date.now() + 400))
    // Claimed by a process that dies: nobody records an outcome.
    const [dead] = await until(async () => {
      const claimed =
        await platform.sql`UPDATE messages SET leased_until = ansinh_now() + interval '60 seconds', lease_id = gen_random_uuid(), attempts = attempts + 1 WHERE idempotency_key = ${key} AND state = 'queued' RETURNING 1`
      expect(claimed).toHaveLength(1)
      return claimed
    })
    expect(dead).toBeDefined()
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(await state(key)).toBe('queued')
    await platform.sql`UPDATE messages SET leased_until = ansinh_now() WHERE idempotency_key = ${key}`
    await until(async () => expect(await state(key)).toBe('delivered'))
  })

  it('two senders at once send 200 messages once each', async () => {
    const second = await startMessageSender(platform)
    const phones = Array.from({ length: 200 }, freshPhone)
    await Promise.all(phones.map((phone) => enqueue(phone)))
    await until(async () => {
      const [open] = await platform.sql<
        { count: number }[]
      >`SELECT count(*)::integer AS count FROM messages WHERE idempotency_key = ANY(${phones}) AND state <> 'delivered'`
      expect(open?.count).toBe(0)
    }, 20_000)
    expect(phones.map((phone) => gateway.to(phone).length).every((count) => count === 1)).toBe(true)
    await second.stop()
  }, 30_000)

  it('a claim belongs to one of many that ask at once', async () => {
    const phones = Array.from({ length: 40 }, freshPhone)
    await sender.stop()
    await Promise.all(phones.map((phone) => enqueue(phone)))
    const claims = (await Promise.all(Array.from({ length: 8 }, () => claimMessages(platform.sql, crypto.randomUUID(), 10, 60)))).flat()
    expect(new Set(claims.map((claim) => claim.messageId)).size).toBe(claims.length)
    expect(claims.length).toBeLessThanOrEqual(40)
    await platform.sql`UPDATE messages SET leased_until = NULL`
    sender = await startMessageSender(platform)
    await until(async () => expect(await state(phones[39] ?? '')).toBe('delivered'))
  })

  it('a number is not sent more than the cap in a day', async () => {
    const phone = freshPhone()
    for (let at = 0; at < 41; at += 1) await enqueue(phone, `${phone}/${at}`)
    expect(await row(`${phone}/40`)).toMatchObject({ state: 'permanent', failure_code: 'cost-cap', text_encrypted: null })
    await until(async () => expect(await state(`${phone}/39`)).toBe('delivered'))
    expect(gateway.to(phone)).toHaveLength(40)
  })
})

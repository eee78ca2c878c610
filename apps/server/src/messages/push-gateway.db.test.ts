import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { enqueueMessage, findMessageState, isPushEndpoint, makeVapidKeys, startMessageSender } from './index.ts'
import { startPushService } from './push-service-fixture.ts'
import { until } from './smpp-fixture.ts'

describe('ringing a browser', () => {
  let platform: TestPlatform
  let service: Awaited<ReturnType<typeof startPushService>>
  let sender: { stop: () => Promise<void> }
  const lines: string[] = []
  beforeAll(async () => {
    service = await startPushService()
    const settings = { pushHosts: ['127.0.0.1'], logLevel: 'info' }
    platform = await openTestPlatform({ settings, logTo: { write: (line) => void lines.push(line) } })
    sender = await startMessageSender(platform)
  })
  afterAll(async () => {
    await sender.stop()
    await platform.drop()
    await service.stop()
  })
  const ring = (key: string, path: string) =>
    inTransaction(platform, (transaction) =>
      enqueueMessage(platform, transaction, {
        idempotencyKey: key,
        content: { event: 'employer-unpaid', employerName: 'Công ty Mẫu Kín', months: 2 },
        to: { push: `${service.origin}${path}` },
        personId: 1,
      }),
    )
  const stateOf = (key: string) => findMessageState(platform.sql, key)
  const failureOf = async (key: string) =>
    (await platform.sql<{ code: string }[]>`SELECT failure_code AS code FROM messages WHERE idempotency_key = ${key}`)[0]?.code

  it('is signed, has a time to live, carries not one byte of content, and is delivered', async () => {
    await ring('a/push', '/201/a')
    await until(async () => expect(await stateOf('a/push')).toBe('delivered'))
    const [rung] = service.rings
    expect(rung).toMatchObject({ path: '/201/a', body: '', isSigned: true })
    expect(Number(rung?.headers['ttl'])).toBeGreaterThan(3600)
  })
  it('a browser that is gone is gone at once; a service that is away is tried again', async () => {
    await ring('b/push', '/410/b')
    await ring('c/push', '/503-once/c')
    await until(async () => expect(await failureOf('b/push')).toBe('push-gone'))
    expect(await stateOf('b/push')).toBe('permanent')
    await until(async () => expect(await stateOf('c/push')).toBe('temporary'))
    await platform.sql`UPDATE messages SET send_after = ansinh_now() WHERE idempotency_key = 'c/push'`
    await until(async () => expect(await stateOf('c/push')).toBe('delivered'))
    expect(service.rings.filter(({ path }) => path === '/503-once/c')).toHaveLength(2)
  })
  it('neither rings nor logs hold anything of the person, the event or the address', () => {
    expect(lines.length).toBeGreaterThan(2)
    for (const line of [...lines, ...service.rings.map((one) => JSON.stringify(one.headers))]) {
      expect(line).not.toContain('Mẫu Kín')
      expect(line).not.toContain('employer')
    }
    for (const line of lines) expect(line).not.toContain('/201/a')
  })
  it('the key pair is the same after every start and another for another master key', async () => {
    const other = await openTestPlatform()
    expect(makeVapidKeys(platform.keyring).publicKey).toBe(makeVapidKeys(platform.keyring).publicKey)
    expect(makeVapidKeys(other.keyring).publicKey).not.toBe(makeVapidKeys(platform.keyring).publicKey)
    await other.drop()
  })
  it.each([
    ['https://fcm.googleapis.com/fcm/send/x', true],
    ['https://web.push.apple.com/x', true],
    ['http://fcm.googleapis.com/x', false],
    ['https://fcm.googleapis.com.evil.invalid/x', false],
    ['https://evilpush.apple.com/x', false],
    ['https://user:word@fcm.googleapis.com/x', false],
    ['http://127.0.0.1:5432/', false],
    ['https://169.254.169.254/latest', false],
    ['file:///etc/passwd', false],
    ['nothing', false],
  ])('%s is a push service: %s', (address, known) => {
    expect(isPushEndpoint(address, ['fcm.googleapis.com', 'push.apple.com'])).toBe(known)
  })
})

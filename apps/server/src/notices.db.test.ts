import { randomUUID } from 'node:crypto'
import { NOTICE_CHANNELS, NOTICE_KIND_RULES, type NoticeKind } from '@an-sinh/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInCitizen } from './access-fixture.ts'
import { createApp } from './app.ts'
import { eraseNotices, recordNotice, tellPerson } from './notices/index.ts'
import { copyPersons } from './persons/index.ts'
import type { Server } from './platform/add-route.ts'
import { findCanary } from './platform/find-canary.ts'
import { openSql } from './platform/sql.ts'
import type { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { inTransaction } from './platform/transaction.ts'

type Listed = {
  unread: number
  notices: { noticeId: string; title: { vi: string }; body: { vi: string }; isRead: boolean; screen: string | null }[]
}

describe('the inbox', () => {
  let platform: TestPlatform
  let server: Server
  let count = 0
  beforeAll(async () => {
    platform = await openTestPlatform({ settings: { pushHosts: ['127.0.0.1'] } })
    server = await createApp(platform, 'citizen')
    await server.fastify.ready()
  })
  afterAll(async () => {
    await server.fastify.close()
    await platform.drop()
  })

  type Holder = { client: TestClient; personId: number; phone: string; email: string }
  const openHolder = async (): Promise<Holder> => {
    count += 1
    const insuranceNumber = `99000009${String(count).padStart(2, '0')}`
    const absent = { legacyId: null, passportNumber: null, nationality: 'VN', wardCode: null, address: null, householdId: null }
    const rest = { householdRelation: null, phoneOnFile: null, diedOn: null, mergedIntoPersonId: null, nationalId: null }
    const person = { fullName: 'Trần Thị Mẫu', bornOn: '1980-03-05', sex: 'female', insuranceNumber } as const
    const [personId = 0] = await copyPersons(platform.sql, { persons: [{ ...person, ...absent, ...rest }], households: [] }, 'test')
    const phone = `+849500009${String(count).padStart(2, '0')}`
    const client = await signInCitizen(platform, server, { personId, insuranceNumber, bornOn: person.bornOn, phone })
    return { client, personId, phone, email: 'mau@example.invalid' }
  }
  const listed = async ({ client }: Holder): Promise<Listed> => (await client.get('/api/me/notices')).json<Listed>()
  const tell = (holder: Holder, key: string, content: Parameters<typeof tellPerson>[3]['content']) =>
    inTransaction(platform, (transaction) => tellPerson(platform, transaction, holder, { key, content }))
  const channelsOf = async ({ personId }: Holder, key: string): Promise<string[]> =>
    (
      await platform.sql<{ channel: string }[]>`
        SELECT channel FROM messages WHERE person_id = ${personId} AND starts_with(idempotency_key, ${`${key}/`}) ORDER BY channel`
    ).map(({ channel }) => channel)

  it('keeps what was told, unread first, and a reading stays the first one', async () => {
    const holder = await openHolder()
    await tell(holder, 'card-ends/1', { event: 'card-ends', validTo: '2026-12-31' })
    await tell(holder, 'employment-unpaid/1', { event: 'employer-unpaid', employerName: 'Công ty Mẫu', months: 2 })
    const before = await listed(holder)
    expect(before.unread).toBe(3)
    const card = before.notices.find(({ screen }) => screen === 'card')
    expect(card).toMatchObject({ title: { vi: 'Thẻ BHYT sắp hết hạn' }, isRead: false })
    expect(card?.body.vi).toContain('31/12/2026')
    expect((await holder.client.post(`/api/me/notices/${card?.noticeId}/reading`)).statusCode).toBe(204)
    const after = await listed(holder)
    expect(after.unread).toBe(2)
    expect(after.notices.map(({ isRead }) => isRead)).toStrictEqual([false, false, true])
    await holder.client.post('/api/me/notice-readings')
    expect((await holder.client.get('/api/me/unread-notices')).json()).toStrictEqual({ unread: 0 })
  })
  it('is nobody else’s', async () => {
    const [holder, other] = [await openHolder(), await openHolder()]
    const [own] = (await listed(holder)).notices
    expect((await other.client.get(`/api/me/notices/${own?.noticeId}`)).statusCode).toBe(404)
    expect((await other.client.post(`/api/me/notices/${own?.noticeId}/reading`)).statusCode).toBe(404)
  })
  it('shows what became of the event on every channel', async () => {
    const holder = await openHolder()
    await tell(holder, 'card-next/1', { event: 'card-next', validFrom: '2027-01-01' })
    await platform.sql`UPDATE messages SET state = 'delivered', accepted_at = now(), final_at = now(), text_encrypted = NULL, recipient_encrypted = NULL
      WHERE person_id = ${holder.personId} AND idempotency_key = 'card-next/1/sms'`
    const notice = (await listed(holder)).notices.find(({ screen }) => screen === 'card')
    const { deliveries } = (await holder.client.get(`/api/me/notices/${notice?.noticeId}`)).json<{ deliveries: unknown[] }>()
    expect(deliveries).toMatchObject([
      { channel: 'sms', state: 'delivered' },
      { channel: 'email', state: 'waiting' },
    ])
  })
  it('one event told ten times, also at once, lies there once and goes out once', async () => {
    const holder = await openHolder()
    await Promise.all(Array.from({ length: 10 }, () => tell(holder, 'card-changed/1', { event: 'card-changed' })))
    expect((await listed(holder)).notices.filter(({ screen }) => screen === 'card')).toHaveLength(1)
    expect(await channelsOf(holder, 'card-changed/1')).toStrictEqual(['email', 'sms'])
  })
  it('every kind goes by the channels its owner left on, in each of the eight ways to choose', async () => {
    const holder = await openHolder()
    const subscribed = await holder.client.post('/api/me/push-subscriptions', { endpoint: 'http://127.0.0.1:9/ring' })
    expect(subscribed.statusCode).toBe(201)
    const again = await holder.client.post('/api/me/push-subscriptions', { endpoint: 'http://127.0.0.1:9/ring' })
    expect(again.json()).toStrictEqual(subscribed.json())
    const events = {
      security: { event: 'contact-changed', kind: 'phone' },
      case: { event: 'correction-decided', fileNumber: '99999/2026/DC1', outcome: 'kept', reason: null },
      card: { event: 'card-changed' },
      participation: { event: 'employer-unpaid', employerName: 'Công ty Mẫu', months: 2 },
      visit: { event: 'visit-recorded', visitedOn: '2026-11-01' },
      statement: { event: 'statement-ready', year: 2025 },
      announcement: { event: 'announced', title: { vi: 'Nghỉ Tết', en: 'Tết' }, words: { vi: 'Nghỉ.', en: 'Closed.' } },
    } as const satisfies Record<NoticeKind, unknown>
    for (const [kind, content] of Object.entries(events) as [NoticeKind, (typeof events)[NoticeKind]][])
      for (let mask = 0; mask < 8; mask += 1) {
        const wanted = NOTICE_CHANNELS.filter((_channel, at) => (mask & (1 << at)) !== 0)
        for (const channel of NOTICE_CHANNELS) {
          const answer = await holder.client.send('PUT', '/api/me/notice-choices', { kind, channel, isOn: wanted.includes(channel) })
          expect(answer.statusCode).toBe(NOTICE_KIND_RULES[kind].fixed ? 400 : 200)
        }
        const key = `matrix/${kind}/${mask}`
        await tell(holder, key, content)
        const due = NOTICE_KIND_RULES[kind].fixed ? [...NOTICE_CHANNELS] : wanted
        expect([key, await channelsOf(holder, key)]).toStrictEqual([key, due.toSorted()])
      }
  })
  it('an address that is no push service is refused with the next step', async () => {
    const holder = await openHolder()
    const answer = await holder.client.post('/api/me/push-subscriptions', { endpoint: 'https://intranet.example.invalid/' })
    expect(answer.json()).toMatchObject({ code: 'push-service-unknown' })
  })
  it('holds no secret: of a first password it tells that it was sent', async () => {
    const holder = await openHolder()
    const content = { event: 'approved', loginHint: '888', firstPassword: 'mmmm-8888-mmmm' } as const
    await inTransaction(platform, (transaction) => recordNotice(transaction, holder.personId, { key: 'decision/x', content }))
    expect(JSON.stringify(await listed(holder))).not.toContain('mmmm-8888')
    const owner = openSql(platform.migratorUrl, { max: 1, statementTimeoutMs: 20_000 })
    expect(await findCanary(owner, ['mmmm-8888-mmmm'])).toStrictEqual([])
    await owner.end()
  })
  it('keeps a notice for 24 months and no longer; browsers called gone go as well', async () => {
    const holder = await openHolder()
    await tell(holder, 'old', { event: 'card-changed' })
    await platform.sql`INSERT INTO notices (person_id, notice_key, event, kind, title_vi, body_vi, title_en, body_en, told_at)
      VALUES (${holder.personId}, 'older', 'card-changed', 'card', 'a', 'b', 'c', 'd', ansinh_now() - interval '24 months 1 day')`
    const endpoint = `http://127.0.0.1:9/${randomUUID()}`
    await holder.client.post('/api/me/push-subscriptions', { endpoint })
    await tell(holder, 'ring', { event: 'card-changed' })
    await platform.sql`UPDATE messages SET state = 'permanent', failure_code = 'push-gone', final_at = ansinh_now(), text_encrypted = NULL, recipient_encrypted = NULL
      WHERE person_id = ${holder.personId} AND channel = 'push'`
    expect(await eraseNotices(platform)).toStrictEqual({ notices: 1, browsers: 1 })
    expect(await eraseNotices(platform)).toStrictEqual({ notices: 0, browsers: 0 })
    expect((await listed(holder)).notices.length).toBeGreaterThan(1)
  })
})

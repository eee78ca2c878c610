import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Announcement, AnswerOf, listAnnouncementsRoute, previewAnnouncementRoute } from '@an-sinh/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sendAnnouncements } from './announcements/index.ts'
import { openSql, type Sql } from './platform/sql.ts'
import { codeOf, type Colleague, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'

let fixture: OfficeFixture
let operator: Colleague
let other: Colleague
let supervisor: Colleague
let wardOfOffice: string
let owner: Sql
let officeOfWard: number
const [SMALL, LARGE, WHOLE] = ['00004', '00008', '00025']
const NOON = '2027-03-10'

/** People of a ward with an account, numbered from `from` on. */
const settle = async (ward: string, from: number, count: number): Promise<void> => {
  const { sql } = fixture.platform
  await sql`
    WITH made AS (INSERT INTO persons (full_name, born_on_partial, born_on, birth_year, sex, insurance_number, ward_code, source)
      SELECT 'Người Mẫu ' || n, '1980-01-01', '1980-01-01', 1980, 'female', '99' || lpad(n::text, 8, '0'), ${ward}, 'test' FROM generate_series(${from}::integer, ${from + count - 1}::integer) n
      RETURNING person_id, insurance_number)
    INSERT INTO accounts (person_id, state, phone) SELECT person_id, 'active', '+8495' || right(insurance_number, 7) FROM made`
}

beforeAll(async () => {
  fixture = await openOfficeFixture()
  owner = openSql(fixture.platform.migratorUrl, { max: 1 })
  await fixture.setToday(NOON)
  operator = await fixture.hire({ role: 'operator' })
  other = await fixture.hire({ role: 'operator' })
  const [row] = await fixture.platform.sql<{ ward: string; officeId: number }[]>`
    SELECT ward_codes[1] AS ward, office_id AS "officeId" FROM offices
    WHERE receives_registrations AND cardinality(ward_codes) > 1 AND NOT ward_codes && ARRAY['00004', '00008', '00025'] ORDER BY office_id LIMIT 1`
  officeOfWard = row?.officeId ?? 0
  supervisor = await fixture.hire({ role: 'supervisor', officeId: officeOfWard })
  wardOfOffice = row?.ward ?? ''
  await settle(SMALL, 30_000_000, 30)
  await settle(LARGE, 31_000_000, 1300)
  await settle(wardOfOffice, 32_000_000, 5)
})
afterAll(async () => {
  await owner.end()
  await fixture.close()
})
beforeEach(async () => {
  await fixture.platform.sql`UPDATE announcements SET state = 'stopped' WHERE state IN ('waiting', 'sending')`
})

const words = {
  title: { vi: 'Lịch làm việc dịp lễ', en: 'Opening hours' },
  words: { vi: 'Cơ quan nghỉ ngày 15.\n\n<img src=x onerror=alert(1)>', en: 'Closed on the 15th.' },
}
const to = (ward: string, change: object = {}) => ({
  segment: 'ward',
  segmentCode: ward,
  correctsId: null,
  ...words,
  urgent: false,
  ...change,
})
const ask = (change: object, who = operator) => who.client.post('/api/content/announcements', { announcementId: randomUUID(), ...change })
const decide = (one: Announcement, who: Colleague, approve = true, reason: string | null = null) =>
  who.client.post(`/api/content/announcements/${one.announcementId}/decision`, { approve, reason })
const stop = (one: Announcement) => operator.client.post(`/api/content/announcements/${one.announcementId}/stop`)
const find = async ({ announcementId }: Announcement): Promise<Announcement | undefined> =>
  must<AnswerOf<typeof listAnnouncementsRoute>>(await operator.client.get('/api/content/announcements')).announcements.find(
    (one) => one.announcementId === announcementId,
  )
const countTold = async ({ announcementId }: Announcement): Promise<number> =>
  (await fixture.platform.sql`SELECT FROM notices WHERE notice_key = ${`announcement/${announcementId}`}`).count
const countTexts = async ({ announcementId }: Announcement): Promise<number> =>
  (await fixture.platform.sql`SELECT FROM messages WHERE channel = 'sms' AND idempotency_key LIKE ${`announcement/${announcementId}/%`}`)
    .count

describe('an announcement', () => {
  it('is counted before: whom it reaches, in how long, whether a second person has to see it', async () => {
    const look = async (order: object) =>
      must<AnswerOf<typeof previewAnnouncementRoute>>(await operator.client.post('/api/content/announcement-previews', order))
    expect(await look(to(SMALL))).toMatchObject({ people: 30, fourEyes: false, minutes: 1, quiet: false, sms: null })
    expect(await look(to(LARGE, { urgent: true }))).toMatchObject({
      people: 1300,
      fourEyes: true,
      sms: expect.stringMatching(/^BHXH: Lich/u),
    })
    expect(await look({ ...to(SMALL), segment: 'all', segmentCode: null })).toMatchObject({ more: false, fourEyes: true })
  })

  it('reaches each of a ward once, in the inbox, and nobody else; asked for twice it is one', async () => {
    const order = { announcementId: randomUUID(), ...to(SMALL) }
    const [first, second] = [await ask(order), await ask(order)]
    const one = must<Announcement>(first)
    expect(must<Announcement>(second).announcementId).toBe(one.announcementId)
    expect(one).toMatchObject({ state: 'sending', people: 30 })
    await Promise.all([sendAnnouncements(fixture.platform), sendAnnouncements(fixture.platform)])
    await sendAnnouncements(fixture.platform)
    expect(await find(one)).toMatchObject({ state: 'sent', told: 30, sms: 0 })
    expect(await countTold(one)).toBe(30)
    expect(await countTexts(one)).toBe(0)
  })

  it('to many waits for somebody else, who is not who asked; of two who let it go at once one is told', async () => {
    const one = must<Announcement>(await ask(to(LARGE)))
    expect(one).toMatchObject({ state: 'waiting', mayDecide: false })
    await sendAnnouncements(fixture.platform)
    expect(await countTold(one)).toBe(0)
    expect(codeOf(await decide(one, operator))).toBe('four-eyes')
    const third = await fixture.hire({ role: 'operator' })
    expect((await Promise.all([decide(one, other), decide(one, third)])).map(codeOf).toSorted()).toStrictEqual([
      '200',
      'announcement-decided',
    ])
    await sendAnnouncements(fixture.platform)
    expect(await find(one)).toMatchObject({ state: 'sent', told: 1300 })
    const refused = must<Announcement>(await ask(to(LARGE)))
    expect(codeOf(await decide(refused, other, false))).toBe('reason-missing')
    expect(must<Announcement>(await decide(refused, other, false, 'Sai ngày'))).toMatchObject({
      state: 'refused',
      decidedReason: 'Sai ngày',
    })
  })

  it('stopped half-way is told to nobody more, and a correction goes to those alone who got it', async () => {
    await owner`UPDATE announcement_rules SET per_minute = 100`
    const one = must<Announcement>(await ask(to(LARGE)))
    must(await decide(one, other))
    await sendAnnouncements(fixture.platform, { chunk: 40 })
    expect(await find(one)).toMatchObject({ state: 'sending', told: 100 })
    await sendAnnouncements(fixture.platform)
    expect(await countTold(one)).toBe(100)
    expect(must<Announcement>(await stop(one)).state).toBe('stopped')
    must(await stop(one))
    await owner`UPDATE announcement_rules SET per_minute = 20000`
    await sendAnnouncements(fixture.platform)
    expect(await countTold(one)).toBe(100)
    const correction = must<Announcement>(await ask(to(LARGE, { correctsId: one.announcementId })))
    expect(correction).toMatchObject({ people: 100, state: 'sending' })
    await sendAnnouncements(fixture.platform)
    expect(await countTold(correction)).toBe(100)
    const [both] = await fixture.platform.sql<{ people: number }[]>`
      SELECT count(*)::integer AS people FROM notices n JOIN notices m ON m.person_id = n.person_id
      WHERE n.notice_key = ${`announcement/${one.announcementId}`} AND m.notice_key = ${`announcement/${correction.announcementId}`}`
    expect(both?.people).toBe(100)
  })

  it('goes by SMS only when urgent, within the budget, and not to who switched it off', async () => {
    await owner`UPDATE announcement_rules SET sms_budget = 12`
    await fixture.platform.sql`
      INSERT INTO notice_choices (person_id, kind, channel, is_on) SELECT person_id, 'announcement', 'sms', false FROM persons WHERE ward_code = ${SMALL} ORDER BY person_id LIMIT 25`
    const one = must<Announcement>(await ask(to(SMALL, { urgent: true })))
    await sendAnnouncements(fixture.platform, { chunk: 7 })
    expect(await find(one)).toMatchObject({ state: 'sent', told: 30, sms: 5 })
    expect(await countTexts(one)).toBe(5)
    await owner`DELETE FROM notice_choices WHERE kind = 'announcement'`
    const again = must<Announcement>(await ask(to(SMALL, { urgent: true })))
    await sendAnnouncements(fixture.platform, { chunk: 7 })
    expect(await find(again)).toMatchObject({ told: 30, sms: 12 })
    expect(await countTexts(again)).toBe(12)
    await owner`UPDATE announcement_rules SET sms_budget = 50000`
  })

  it('waits for the morning unless it is urgent', async () => {
    await fixture.platform.moveClock(`${Math.round((Date.parse('2027-03-10T22:30:00+07:00') - Date.now()) / 1000)} seconds`)
    const night = await fixture.hire({ role: 'operator' })
    const [calm, urgent] = [
      must<Announcement>(await ask(to(SMALL), night)),
      must<Announcement>(await ask(to(SMALL, { urgent: true }), night)),
    ]
    await sendAnnouncements(fixture.platform)
    expect([await countTold(calm), await countTold(urgent)]).toStrictEqual([0, 30])
    await fixture.setToday('2027-03-11')
    await sendAnnouncements(fixture.platform)
    expect(await countTold(calm)).toBe(30)
    ;[operator, other, supervisor] = [
      await fixture.hire({ role: 'operator' }),
      await fixture.hire({ role: 'operator' }),
      await fixture.hire({ role: 'supervisor', officeId: officeOfWard }),
    ]
  })

  it('of a supervisor goes to the own office’s people, not to everybody’s', async () => {
    const own = must<Announcement>(await ask(to(wardOfOffice), supervisor))
    expect(own.people).toBeGreaterThanOrEqual(5)
    const post = async (change: object): Promise<string> => codeOf(await ask({ ...to(SMALL), ...change }, supervisor))
    expect(await post({ segment: 'all', segmentCode: null })).toBe('announcement-segment')
    expect(await post({ segment: 'office', segmentCode: String(fixture.officeIds.at(-1)) })).toBe('announcement-segment')
    expect(await post({ segmentCode: '99999' })).toBe('announcement-segment')
    expect(
      must<Announcement>(await ask({ ...to(''), segment: 'office', segmentCode: String(officeOfWard) }, supervisor)).people,
    ).toBeGreaterThanOrEqual(5)
  })

  it('carries no address, asks for no secret, and is said in both languages', async () => {
    const post = async (change: object): Promise<string> => codeOf(await ask(to(SMALL, change)))
    expect(await post({ words: { vi: 'Mở https://example.invalid', en: 'x' } })).toBe('announcement-link')
    expect(await post({ words: { vi: 'Gửi mật khẩu cho chúng tôi', en: 'x' } })).toBe('announcement-secret')
    expect(await post({ title: { vi: 'x', en: '' } })).toBe('announcement-words')
    expect(await post({ words: { vi: 'x'.repeat(2001), en: 'x' } })).toBe('bad-request')
  })

  it('is tried in one’s own inbox only by who has one', async () => {
    expect(codeOf(await operator.client.post('/api/content/announcement-tests', { testId: randomUUID(), ...words }))).toBe(
      'announcement-no-inbox',
    )
  })
})

describe('the worker, killed −9 while it tells a ward', () => {
  const startWorker = async (): Promise<ChildProcess> => {
    const { settings } = fixture.platform
    const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts')], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, DATABASE_URL: settings.databaseUrl, ANSINH_DATA_DIR: settings.dataDir, ANSINH_LOG_LEVEL: 'silent' },
    })
    await new Promise((resolve) => child.once('message', resolve))
    return child
  }
  const kill = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGKILL'))

  it('leaves out nobody and tells nobody twice', async () => {
    await settle(WHOLE, 33_000_000, 6000)
    const one = must<Announcement>(await ask(to(WHOLE)))
    must(await decide(one, other))
    const first = await startWorker()
    await vi.waitFor(async () => expect(await countTold(one)).toBeGreaterThan(0), { timeout: 20_000, interval: 10 })
    await kill(first)
    const half = await countTold(one)
    expect(half).toBeLessThan(6000)
    const [row] = await fixture.platform.sql<
      { told: number }[]
    >`SELECT told FROM announcements WHERE announcement_id = ${one.announcementId}`
    expect(row?.told).toBe(half)
    await sendAnnouncements(fixture.platform)
    expect(await find(one)).toMatchObject({ state: 'sent', told: 6000 })
    expect(await countTold(one)).toBe(6000)
  }, 60_000)
})

import { randomUUID } from 'node:crypto'
import type { Announcement, AnswerOf, listAnnouncementsRoute } from '@an-sinh/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendAnnouncements } from './announcements/index.ts'
import { codeOf, type Colleague, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'
import { openSql, type Sql } from './platform/sql.ts'

let fixture: OfficeFixture
let owner: Sql
let operator: Colleague
let other: Colleague
const [MOVING, GROWING, CALM, ELSEWHERE] = ['00004', '00008', '00025', '00070']

/** People of a ward with an account, numbered from `from` on. */
const settle = async (ward: string, from: number, count: number): Promise<void> => {
  await fixture.platform.sql`
    WITH made AS (INSERT INTO persons (full_name, born_on_partial, born_on, birth_year, sex, insurance_number, ward_code, source)
      SELECT 'Người Mẫu ' || n, '1980-01-01', '1980-01-01', 1980, 'female', '99' || lpad(n::text, 8, '0'), ${ward}, 'test' FROM generate_series(${from}::integer, ${from + count - 1}::integer) n
      RETURNING person_id, insurance_number)
    INSERT INTO accounts (person_id, state, phone) SELECT person_id, 'active', '+8495' || right(insurance_number, 7) FROM made`
}

beforeAll(async () => {
  fixture = await openOfficeFixture()
  owner = openSql(fixture.platform.migratorUrl, { max: 1 })
  await fixture.setToday('2027-03-10')
  operator = await fixture.hire({ role: 'operator' })
  other = await fixture.hire({ role: 'operator' })
})
afterAll(async () => {
  await owner.end()
  await fixture.close()
})

const ask = async (ward: string, correctsId: string | null = null): Promise<Announcement> =>
  must(
    await operator.client.post('/api/content/announcements', {
      announcementId: randomUUID(),
      segment: 'ward',
      segmentCode: ward,
      correctsId,
      title: { vi: 'Lịch làm việc dịp lễ', en: 'Opening hours' },
      words: { vi: 'Cơ quan nghỉ ngày 15.', en: 'Closed on the 15th.' },
      urgent: false,
    }),
  )
const decide = (one: Announcement, who: Colleague, reason: string | null = null) =>
  who.client.post(`/api/content/announcements/${one.announcementId}/decision`, { approve: reason === null, reason })
const find = async ({ announcementId }: Announcement): Promise<Announcement | undefined> =>
  must<AnswerOf<typeof listAnnouncementsRoute>>(await operator.client.get('/api/content/announcements')).announcements.find(
    (one) => one.announcementId === announcementId,
  )
const countTold = async ({ announcementId }: Announcement): Promise<number> =>
  (await fixture.platform.sql`SELECT FROM notices WHERE notice_key = ${`announcement/${announcementId}`}`).count

it('a correction reaches everybody who was told, also who moved away since, and nobody who moved in', async () => {
  await settle(MOVING, 30_000_000, 30)
  const first = await ask(MOVING)
  await sendAnnouncements(fixture.platform)
  await fixture.platform.sql`
    UPDATE persons SET ward_code = ${ELSEWHERE} WHERE person_id IN (SELECT person_id FROM persons WHERE ward_code = ${MOVING} ORDER BY person_id LIMIT 10)`
  await settle(MOVING, 30_100_000, 5)
  const correction = await ask(MOVING, first.announcementId)
  expect(correction.people).toBe(30)
  await sendAnnouncements(fixture.platform, { chunk: 7 })
  const [both] = await fixture.platform.sql<{ people: number }[]>`
    SELECT count(*)::integer AS people FROM notices n JOIN notices m ON m.person_id = n.person_id
    WHERE n.notice_key = ${`announcement/${first.announcementId}`} AND m.notice_key = ${`announcement/${correction.announcementId}`}`
  expect([both?.people, await countTold(correction)]).toStrictEqual([30, 30])
})

it('one whose segment grew past the limit since it was asked for waits for a second person, before it is told and half-way', async () => {
  await settle(GROWING, 31_000_000, 20)
  await settle(CALM, 32_000_000, 20)
  const growing = await ask(GROWING)
  await owner`UPDATE announcement_rules SET per_minute = 10`
  await sendAnnouncements(fixture.platform)
  await owner`UPDATE announcement_rules SET per_minute = 20000`
  const calm = await ask(CALM)
  await settle(GROWING, 33_000_000, 1000)
  await settle(CALM, 34_000_000, 1000)
  await sendAnnouncements(fixture.platform)
  expect(await find(growing)).toMatchObject({ state: 'waiting', told: 10, people: 1020 })
  expect(await find(calm)).toMatchObject({ state: 'waiting', told: 0, people: 1020 })
  expect(codeOf(await decide(growing, operator))).toBe('four-eyes')
  must(await decide(growing, other))
  must(await decide(calm, other, 'Nhiều người hơn dự định'))
  await sendAnnouncements(fixture.platform)
  expect([await countTold(growing), await countTold(calm)]).toStrictEqual([1020, 0])
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countQueues, listQueueRows, type QueueName, type QueueRow } from './index.ts'
import { openRegistrationsFixture, type RegistrationsFixture } from './registrations-fixture.ts'

let fixture: RegistrationsFixture
let officeId: number
beforeAll(async () => {
  fixture = await openRegistrationsFixture()
  officeId = fixture.officeIds[2] ?? 0
  await fixture.setToday('2027-03-01')
  const names = ['Nguyễn Đức Anh', 'Trần Thị Hoà', 'Lê Văn Trăm', 'Đặng Thùy Dương', 'Phạm Ngọc Ánh']
  for (const [at, fullName] of names.entries()) await fixture.makeSubmitted({ officeId, fullName }, { phone: `+8495444000${at}` })
  await fixture.makeSubmitted({ officeId: fixture.officeIds[3] ?? 0 })
  const set = (name: string, state: string): Promise<unknown> =>
    fixture.platform.sql`UPDATE registrations SET state = ${state} WHERE declared ->> 'fullName' = ${name}`
  await set('Đặng Thùy Dương', 'received')
  await set('Phạm Ngọc Ánh', 'withdrawn')
})
afterAll(() => fixture.close())

const ask = (change: { queue?: QueueName; q?: string; cursor?: string; limit?: number }): Promise<QueueRow[]> =>
  listQueueRows(fixture.platform.sql, {
    officeIds: [officeId],
    queue: change.queue ?? null,
    q: change.q ?? null,
    cursor: change.cursor ?? null,
    limit: change.limit ?? 50,
  })
const names = async (change: Parameters<typeof ask>[0]): Promise<string[]> => (await ask(change)).map((row) => row.fullName)

describe('an office’s queues', () => {
  it('are counted exactly, by the database’s clock', async () => {
    expect(await countQueues(fixture.platform.sql, [officeId])).toStrictEqual({
      'awaiting-visit': 3,
      received: 1,
      returned: 0,
      'near-deadline': 0,
      'in-grace': 0,
      decided: 0,
      expired: 0,
    })
    await fixture.setToday('2027-03-09')
    expect(await countQueues(fixture.platform.sql, [officeId])).toMatchObject({ 'awaiting-visit': 3, 'near-deadline': 3 })
    await fixture.setToday('2027-03-12')
    expect(await countQueues(fixture.platform.sql, [officeId])).toMatchObject({ 'near-deadline': 0, 'in-grace': 3, expired: 0 })
    await fixture.setToday('2027-03-17')
    expect(await countQueues(fixture.platform.sql, [officeId])).toMatchObject({ 'in-grace': 0, expired: 3 })
    await fixture.setToday('2027-03-01')
  })

  it.each([
    ['duc anh', ['Nguyễn Đức Anh']],
    ['ĐỨC', ['Nguyễn Đức Anh']],
    ['hòa', ['Trần Thị Hoà']],
    ['/2027/00002', ['Trần Thị Hoà']],
    ['0954440003', ['Đặng Thùy Dương']],
    ['440000', ['Nguyễn Đức Anh']],
    ['%', []],
    ['_', []],
    ["'; DROP TABLE registrations; --", []],
  ])('are searched for %s', async (q, found) => {
    expect(await names({ q })).toStrictEqual(found)
  })

  it('are turned page by page without a row twice or missing; a bad cursor begins at the start', async () => {
    const first = await ask({ limit: 2 })
    const second = await ask({ limit: 2, cursor: first[1]?.cursor ?? '' })
    expect([...first, ...second].map((row) => row.registrationId)).toStrictEqual((await ask({})).map((row) => row.registrationId))
    expect(await ask({ cursor: "2027-01-01_'; --" })).toHaveLength(4)
  })

  it('show neither withdrawn cases nor those of another office', async () => {
    expect((await names({})).toSorted()).toStrictEqual(['Lê Văn Trăm', 'Nguyễn Đức Anh', 'Trần Thị Hoà', 'Đặng Thùy Dương'])
    expect(await names({ queue: 'received' })).toStrictEqual(['Đặng Thùy Dương'])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HoldersFixture, openHolders } from './holders-fixture.ts'
import { startNumberRequestJobs } from './number-requests/index.ts'
import { workFor } from './platform/do-work-fixture.ts'
import { TestClient } from './platform/test-client.ts'
import type { TestPlatform } from './platform/test-platform.ts'

describe('finding one’s insurance number', () => {
  let fixture: HoldersFixture
  beforeAll(async () => {
    fixture = await openHolders()
  })
  afterAll(() => fixture.close())

  let networks = 0
  const visitor = (): TestClient => {
    networks += 1
    return new TestClient(fixture.server, { address: `198.51.${networks % 250}.9` })
  }
  const ask = async (body: object, client = visitor(), headers = {}) => client.post('/api/number-requests', body, headers)
  const TAKEN = { taken: true }

  it('answers alike whether there is somebody or not, and never with a number', async () => {
    const holder = await fixture.openHolder()
    const facts = { fullName: 'Trần Thị Mẫu', bornOn: holder.bornOn, wardCode: '00004' }
    const hit = await ask(facts)
    const miss = await ask({ ...facts, fullName: 'Không Có Ai' })
    expect([hit.statusCode, miss.statusCode]).toEqual([202, 202])
    expect(hit.json()).toEqual(TAKEN)
    expect(miss.body).toBe(hit.body)
    expect(Object.keys(hit.headers).toSorted()).toEqual(Object.keys(miss.headers).toSorted())
  })
  it('asks a busy device to work for a moment, and then takes what it asks; nobody else has to', async () => {
    const busy = visitor()
    const facts = { fullName: 'Ai Đó', bornOn: '1970-01-01', nationalId: '099170000001' }
    for (let at = 0; at < 3; at += 1) await ask({ ...facts, bornOn: `1970-01-0${at + 1}` }, busy)
    const refused = await ask(facts, busy)
    expect([refused.statusCode, refused.json()]).toMatchObject([428, { code: 'work-first', work: { bits: 14 } }])
    const work = workFor(refused)
    const wrong = { 'x-work': work['x-work'].replace(/\d$/u, (digit) => String((Number(digit) + 1) % 10)) }
    expect((await ask({ ...facts, fullName: 'Người Khác' }, busy, work)).statusCode).toBe(428)
    expect((await ask(facts, busy, wrong)).statusCode).toBe(428)
    expect((await ask(facts, busy, work)).json()).toEqual(TAKEN)
    for (let at = 0; at < 3; at += 1) expect((await ask(facts, busy, work)).statusCode).toBe(428)
    expect((await ask({ ...facts, fullName: 'Láng Giềng' })).json()).toEqual(TAKEN)
  })
  it('says what is missing before anything is asked', async () => {
    for (const body of [
      { fullName: ' ', bornOn: '1980-03-05', wardCode: '00004' },
      { fullName: 'Trần Thị Mẫu', bornOn: '1980-02-30', wardCode: '00004' },
      { fullName: 'Trần Thị Mẫu', bornOn: '1980-03-05' },
    ])
      expect((await ask(body)).json()).toMatchObject({ code: 'number-request-facts' })
  })
})

describe('what becomes of the question', () => {
  let fixture: HoldersFixture
  let worker: TestPlatform
  beforeAll(async () => {
    fixture = await openHolders()
    worker = fixture.platform
    await startNumberRequestJobs(worker)
  })
  afterAll(() => fixture.close())

  const left = async (): Promise<number> => {
    const [row] = await worker.sql<{ left: number }[]>`SELECT count(*)::int AS left FROM number_requests`
    return row?.left ?? -1
  }
  const ask = async (body: object, address: string): Promise<void> => {
    expect((await new TestClient(fixture.server, { address }).post('/api/number-requests', body)).json()).toEqual({ taken: true })
    await expect.poll(left, { timeout: 15_000 }).toBe(0)
  }

  it('the number goes to the phone on file, to whoever it belongs, and nothing is kept of the question', { timeout: 60_000 }, async () => {
    const holder = await fixture.openHolder()
    await worker.sql`UPDATE persons SET ward_code = '00004' WHERE person_id = ${holder.personId}`
    const [person] = await worker.sql<{ fullName: string; number: string }[]>`
      SELECT full_name AS "fullName", insurance_number AS number FROM persons WHERE person_id = ${holder.personId}`
    const before = (await fixture.messagesTo(holder.phone)).length
    const facts = { fullName: person?.fullName.toUpperCase() ?? '', bornOn: holder.bornOn, wardCode: '00004' }
    await ask(facts, '198.51.1.1')
    const told = (await fixture.messagesTo(holder.phone)).slice(before)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(person?.number)
    await ask({ ...facts, wardCode: '00008' }, '198.51.2.1')
    await ask({ ...facts, fullName: 'Trần Thị Khác' }, '198.51.3.1')
    expect((await fixture.messagesTo(holder.phone)).slice(before)).toHaveLength(1)
  })

  it('of a stopped account neither its phone nor its e-mail is told', { timeout: 60_000 }, async () => {
    const { personId, bornOn } = await fixture.openHolder()
    await worker.sql`UPDATE persons SET ward_code = '00025', phone_on_file = NULL WHERE person_id = ${personId}`
    await worker.sql`UPDATE accounts SET state = 'stopped', email = 'mau@example.invalid' WHERE person_id = ${personId}`
    const facts = { fullName: 'Trần Thị Mẫu', bornOn, wardCode: '00025' }
    const askWithWork = async (address: string): Promise<void> => {
      const client = new TestClient(fixture.server, { address })
      const first = await client.post('/api/number-requests', facts)
      if (first.statusCode === 428) expect((await client.post('/api/number-requests', facts, workFor(first))).statusCode).toBe(202)
      await expect.poll(left, { timeout: 15_000 }).toBe(0)
    }
    const sent = () => worker.sql`SELECT FROM messages WHERE event = 'number-asked' AND person_id = ${personId}`
    await askWithWork('198.51.4.1')
    expect(await sent()).toHaveLength(0)
    await worker.sql`UPDATE persons SET phone_on_file = '+84950009999' WHERE person_id = ${personId}`
    await askWithWork('198.51.5.1')
    expect(await sent()).toHaveLength(1)
    expect(await fixture.messagesTo('+84950009999')).toHaveLength(1)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessFixture, openAccessFixture } from './access-fixture.ts'
import { createApp } from './app.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'

const A = 9_000_001
type Slips = { slips: { entryId: string; code: string }[]; skipped: number }
type Keys = { secret: string; keys: { keyId: string }[] }

describe('what an employer hands out of its roster', () => {
  let platform: TestPlatform
  let server: Server
  let fixture: AccessFixture
  let entries: string[] = []

  beforeAll(async () => {
    platform = await openTestPlatform()
    server = await createApp(platform, 'both')
    await server.fastify.ready()
    fixture = await openAccessFixture(platform, server)
    const rows = await platform.sql<{ entryId: string }[]>`
      INSERT INTO roster_entries (employer_id, entry_id, full_name, born_on, sex, national_id, insurance_number, department, left_on, source)
      SELECT ${A}, gen_random_uuid(), CASE n WHEN 3 THEN '=HYPERLINK("x")' ELSE 'Trần Văn Mẫu ' || n END, '1990-05-20', 'male', '09909000000' || n, '990000010' || n, 'Phòng ' || n,
        CASE n WHEN 5 THEN ansinh_today() END, 'test'
      FROM generate_series(1, 5) AS n RETURNING entry_id AS "entryId"`
    entries = rows.map(({ entryId }) => entryId)
  })
  afterAll(async () => {
    await server.fastify.close()
    await platform.drop()
  })

  const officer = (): TestClient => fixture.clients.get('employer officer') ?? new TestClient(server)
  const administrator = (): TestClient => fixture.clients.get('employer administrator') ?? new TestClient(server)
  const stranger = (): TestClient => fixture.clients.get('officer of another employer') ?? new TestClient(server)
  const prepare = async (entryIds: string[], by = officer()): Promise<Slips> =>
    (await by.post('/api/employer/prepared-drafts', { entryIds })).json<Slips>()
  const open = (phone: TestClient, code: string) => phone.post('/api/prepared-drafts/openings', { code })
  const codeIn = async (entryId: string): Promise<string> => (await prepare([entryId])).slips[0]?.code ?? ''

  it('lays out what the roster holds, to be opened by the first phone, again by it, and by no second one', async () => {
    const [entryId = ''] = entries
    const code = await codeIn(entryId)
    const [phone, other] = [new TestClient(server), new TestClient(server)]
    expect((await open(phone, code.toLowerCase())).json()).toMatchObject({
      employerName: 'Công ty Mẫu Một',
      fullName: 'Trần Văn Mẫu 1',
      bornOn: '1990-05-20',
      insuranceNumber: '9900000101',
      nationalId: '099090000001',
    })
    expect((await open(other, code)).json()).toMatchObject({ code: 'prepared-code-taken' })
    expect((await open(phone, code)).statusCode).toBe(200)
    expect((await open(other, '0000-0000-0000')).json()).toMatchObject({ code: 'prepared-code-wrong' })
    const list = (await officer().get('/api/employer/prepared-drafts')).json<{
      people: { entryId: string; draft: { openedAt: string | null } | null }[]
    }>()
    expect(list.people.find((one) => one.entryId === entryId)?.draft?.openedAt).not.toBeNull()
  })

  it('is given to one of two phones that open it at the same moment', async () => {
    const code = await codeIn(entries[1] ?? '')
    const answers = await Promise.all(Array.from({ length: 6 }, () => open(new TestClient(server), code)))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  })

  it('holds one draft a person: a new code ends the one before, a withdrawn one is worth nothing, 30 days end all', async () => {
    const [, , entryId = ''] = entries
    const [first, second] = [await codeIn(entryId), await codeIn(entryId)]
    expect((await open(new TestClient(server), first)).json()).toMatchObject({ code: 'prepared-code-wrong' })
    expect((await open(new TestClient(server), second)).statusCode).toBe(200)
    const list = (await officer().get('/api/employer/prepared-drafts?q=Phòng 3')).json<{
      people: { draft: { draftId: string } | null }[]
    }>()
    const draftId = list.people[0]?.draft?.draftId ?? ''
    expect((await stranger().delete(`/api/employer/prepared-drafts/${draftId}`)).json()).toMatchObject({ code: 'not-found' })
    expect((await officer().delete(`/api/employer/prepared-drafts/${draftId}`)).statusCode).toBe(204)
    expect((await open(new TestClient(server), second)).statusCode).toBe(404)
    const third = await codeIn(entryId)
    await platform.sql`UPDATE prepared_drafts SET prepared_at = prepared_at - interval '30 days', expires_at = expires_at - interval '30 days' WHERE entry_id = ${entryId}`
    expect((await open(new TestClient(server), third)).statusCode).toBe(404)
  })

  it('makes none for who left, registered, or is another employer’s', async () => {
    await platform.sql`UPDATE roster_entries SET state = 'registered' WHERE entry_id = ${entries[3] ?? ''}`
    expect(await prepare(entries.slice(3))).toMatchObject({ slips: [], skipped: 2 })
    expect(await prepare(entries, stranger())).toMatchObject({ slips: [], skipped: 5 })
  })

  it('copies the whole roster without who left, neutral for table programs, with the date of the figures', async () => {
    const csv = (await officer().get('/api/employer/roster-copies/csv')).body
    expect(csv.split('\r\n')[0]).toMatch(/Công ty Mẫu Một,TZ0001A,.*Số liệu lúc/u)
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
    expect(csv).toContain('20/05/1990,Nam,099090000001,9900000101')
    expect(csv).not.toContain('Mẫu 5')
    const xlsx = await officer().get('/api/employer/roster-copies/xlsx')
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await stranger().get('/api/employer/roster-copies/csv')).body).not.toContain('Mẫu 1')
  })

  it('is read by programs with a key alone, a page at a time, and not after the key was revoked', async () => {
    const { secret, keys } = (await administrator().post('/api/employer/roster-keys', { name: 'Phần mềm nhân sự' })).json<Keys>()
    const program = new TestClient(server)
    const headers = { authorization: `Bearer ${secret}` }
    const first = (await program.get('/api/roster/v1/entries?limit=3', headers)).json<{ entries: { fullName: string }[]; next: string }>()
    expect(first).toMatchObject({ employerCode: 'TZ0001A' })
    const second = (await program.get(`/api/roster/v1/entries?limit=3&after=${first.next}`, headers)).json<typeof first>()
    expect([first.entries.length, second.entries.length, second.next]).toStrictEqual([3, 1, null])
    for (const wrong of [{}, { authorization: `Bearer ansinh_${'a'.repeat(43)}` }])
      expect((await program.get('/api/roster/v1/entries', wrong)).json()).toMatchObject({ code: 'roster-key-wrong' })
    expect((await officer().get('/api/employer/roster-keys')).json()).toMatchObject({ code: 'not-allowed' })
    await administrator().delete(`/api/employer/roster-keys/${keys[0]?.keyId}`)
    expect((await program.get('/api/roster/v1/entries', headers)).json()).toMatchObject({ code: 'roster-key-wrong' })
    const [kept] = await platform.sql<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM roster_keys WHERE key_hash::text LIKE ${`%${secret}%`}`
    expect(kept?.n).toBe(0)
  })
})

import { randomUUID } from 'node:crypto'
import type { AnswerOf, Campaign, getRolloutProgressRoute, listRolloutEmployersRoute } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countRollout } from './campaigns/index.ts'
import { copyEmployers } from './employers/index.ts'
import { codeOf, type Colleague, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'

type Progress = AnswerOf<typeof getRolloutProgressRoute>
type Employers = AnswerOf<typeof listRolloutEmployersRoute>

describe('the campaign desk', () => {
  let office: OfficeFixture
  let [supervisor, elsewhere, province]: Colleague[] = []
  const far = 4_000_000
  /** Employers 0 and 1 at the first office, 2 at another one of the same province. */
  const id = (at: number): number => far + at
  const sql = () => office.platform.sql

  const list = async (employerId: number, state: string, people: number, since = '2026-11-02'): Promise<void> => {
    await sql()`
      INSERT INTO roster_entries (employer_id, entry_id, full_name, born_on, department, source, state, help_reason, state_since)
      SELECT ${employerId}, gen_random_uuid(), 'Người Mẫu', '1990-01-01', 'Kho ' || n % 3, 'test', ${state}, ${state === 'needs-help' ? 'supplement-needed' : null}, ${since}::date
      FROM generate_series(1, ${people}) AS n`
  }
  const who = (colleague: Colleague | undefined): Colleague => {
    if (colleague === undefined) throw new Error('nobody hired')
    return colleague
  }
  const progress = async (body: object = { by: 'office', filter: {} }, reader = supervisor): Promise<Progress> =>
    must<Progress>(await who(reader).client.post('/api/campaigns/progress', body))
  const employers = async (body: object = {}, reader = supervisor): Promise<Employers> =>
    must<Employers>(
      await who(reader).client.post('/api/campaigns/employers', {
        standing: 'all',
        filter: {},
        sort: 'name',
        down: false,
        page: 1,
        ...body,
      }),
    )
  const count = (whole = false): Promise<void> => countRollout(office.platform, { whole })

  beforeAll(async () => {
    office = await openOfficeFixture()
    const [top = 0, first = 0, second = 0] = office.officeIds
    supervisor = await office.hire({ role: 'supervisor', officeId: first })
    elsewhere = await office.hire({ role: 'supervisor', officeId: second })
    province = await office.hire({ role: 'province', officeId: top })
    const [ward] = await sql()<{ code: string }[]>`
      SELECT d.ward_code AS code FROM ward_districts d JOIN administrative_units u ON u.unit_level = 'ward' AND u.unit_code = d.ward_code ORDER BY d.ward_code LIMIT 1`
    await copyEmployers(
      sql(),
      [first, first, second].map((officeId, at) => ({
        employerId: id(at),
        employerCode: `TZ090${at}Z`,
        name: ['Công ty Đông Á', '=Công ty Ánh', 'Trường Bắc'][at] ?? '',
        address: 'Số 1',
        wardCode: ward?.code ?? null,
        officeId,
      })),
      'test',
    )
    await sql()`UPDATE employer_versions SET industry = 'Dệt may', size = 300 WHERE employer_code = 'TZ0900Z'`
    await list(id(0), 'not-started', 10)
    await list(id(0), 'registered', 5)
    await list(id(0), 'form-handed-in', 3)
    await list(id(0), 'signed-in', 2)
    await list(id(2), 'not-started', 7)
    await count()
  })
  afterAll(() => office.close())

  it('shows each level with everybody who is further, as of the last counting', async () => {
    const { total, countedAt, weeks } = await progress()
    expect(total).toStrictEqual({
      employers: 2,
      noRoster: 1,
      nobodyRegistered: 0,
      people: 20,
      registered: 10,
      handedIn: 5,
      approved: 2,
      signedIn: 2,
      needsHelp: 0,
    })
    expect(Date.parse(countedAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
    expect(weeks).toHaveLength(1)
    expect(weeks[0]).toMatchObject({ people: 20, registered: 10 })
  })

  it('follows every change with the next counting, and equals a recount of the lines', async () => {
    await sql()`UPDATE roster_entries SET state = 'needs-help', help_reason = 'deadline-passed' WHERE employer_id = ${id(0)} AND state = 'registered'`
    await sql()`UPDATE roster_entries SET left_on = ansinh_today() WHERE employer_id = ${id(2)} AND entry_id = (SELECT entry_id FROM roster_entries WHERE employer_id = ${id(2)} LIMIT 1)`
    await list(id(1), 'approved', 4)
    await count()
    await count()
    const [recount] = await sql()`
      SELECT count(*)::int AS people, count(*) FILTER (WHERE state = 'needs-help')::int AS "needsHelp",
        count(*) FILTER (WHERE state NOT IN ('not-started', 'needs-help'))::int AS registered, count(*) FILTER (WHERE state IN ('approved', 'signed-in'))::int AS approved
      FROM roster_entries WHERE left_on IS NULL`
    expect((await progress(undefined, province)).total).toMatchObject({ ...recount, employers: expect.any(Number) as number })
    const before = await sql()`SELECT * FROM rollout_cells ORDER BY 1, 2, 3, 4`
    await count(true)
    expect([...(await sql()`SELECT * FROM rollout_cells WHERE employers <> 0 ORDER BY 1, 2, 3, 4`)]).toStrictEqual(
      before.filter((row) => row['employers'] !== 0),
    )
  })

  it('groups by district, office, industry and size, and tells what is not known', async () => {
    const names = async (by: string) => (await progress({ by, filter: {} }, province)).groups.map(({ name }) => name.vi)
    expect(await names('industry')).toStrictEqual(['Dệt may', 'Chưa rõ'])
    expect(await names('size')).toStrictEqual(expect.arrayContaining(['Đến 10 người', '201–1.000 người']) as string[])
    expect((await names('district')).some((name) => /^(Quận|Huyện|Thị xã|Thành phố)/u.test(name))).toBe(true)
    expect((await names('office')).length).toBeGreaterThan(1)
    const only = await progress({ by: 'office', filter: { industry: 'Dệt may' } })
    expect(only.total.employers).toBe(1)
  })

  it('ends at the offices in view', async () => {
    const codes = async (reader: Colleague | undefined) => (await employers({}, reader)).employers.map(({ employerCode }) => employerCode)
    expect((await codes(supervisor)).toSorted()).toStrictEqual(['TZ0900Z', 'TZ0901Z'])
    expect(await codes(elsewhere)).toStrictEqual(['TZ0902Z'])
    expect(await codes(province)).toStrictEqual(expect.arrayContaining(['TZ0900Z', 'TZ0901Z', 'TZ0902Z']) as string[])
    const [own] = (await progress()).groups
    expect((await progress({ by: 'office', filter: { officeId: Number(own?.key) } }, elsewhere)).total.employers).toBe(0)
    const clerk = await office.hire()
    expect(codeOf(await clerk.client.post('/api/campaigns/progress', { by: 'office', filter: {} }))).toBe('not-allowed')
  })

  it('finds employers without accents, sorts and chooses those not started', async () => {
    expect((await employers({ q: 'dong a' })).employers.map(({ name }) => name)).toStrictEqual(['Công ty Đông Á'])
    expect((await employers({ q: 'tz0901z' })).found).toBe(1)
    expect((await employers({ sort: 'lacking', down: true })).employers[0]?.employerCode).toBe('TZ0900Z')
    expect((await employers({ standing: 'nobody-registered' }, province)).employers.map(({ employerCode }) => employerCode)).toContain(
      'TZ0902Z',
    )
  })

  const plan = { name: 'Đợt cuối năm', fromOn: '2026-11-01', toOn: '2026-12-31', ended: false }
  const targets = { registered: 80, 'handed-in': 60, approved: null, 'signed-in': null }
  it('has campaigns whose every version stays, changed only by their own office and never over somebody else’s change', async () => {
    const campaignId = randomUUID()
    const save = (version: number, more: object = {}, reader = supervisor) =>
      who(reader).client.post('/api/campaigns', { campaignId, version, ...plan, targets, ...more })
    expect(must<Campaign>(await save(1))).toMatchObject({ version: 1, mine: true, targets })
    expect(codeOf(await save(1))).toBe('campaign-changed')
    expect(codeOf(await save(2, { targets: { ...targets, 'handed-in': 90 } }))).toBe('campaign-targets')
    expect(codeOf(await save(2, {}, elsewhere))).toBe('campaign-elsewhere')
    expect(must<Campaign>(await save(2, { name: 'Đợt mới' })).name).toBe('Đợt mới')
    const { versions } = must<{ versions: Campaign[] }>(await who(province).client.get(`/api/campaigns/${campaignId}/versions`))
    expect(versions.map(({ version, name }) => [version, name])).toStrictEqual([
      [2, 'Đợt mới'],
      [1, 'Đợt cuối năm'],
    ])
    expect(codeOf(await who(elsewhere).client.get(`/api/campaigns/${campaignId}/versions`))).toBe('not-found')
  })

  it('of the province is seen below it; a target of one employer goes before the campaign’s', async () => {
    const campaignId = randomUUID()
    must(await who(province).client.post('/api/campaigns', { campaignId, version: 1, ...plan, targets }))
    const { campaigns } = must<{ campaigns: Campaign[] }>(await who(supervisor).client.get('/api/campaigns'))
    expect(campaigns.find((one) => one.campaignId === campaignId)).toMatchObject({ mine: false })
    const aim = (employerId: number, registeredPercent: number | null, reader = supervisor) =>
      who(reader).client.post(`/api/campaigns/${campaignId}/employer-targets`, { employerId, registeredPercent })
    const behind = async () => (await employers({ campaignId, standing: 'behind' })).employers.map(({ employerCode }) => employerCode)
    expect(await behind()).toStrictEqual(['TZ0900Z'])
    expect((await aim(id(0), 10)).statusCode).toBe(204)
    expect(await behind()).toStrictEqual([])
    expect((await employers({ campaignId, q: 'TZ0900Z' })).employers[0]).toMatchObject({ targetPercent: 10, ownTarget: true })
    expect((await aim(id(0), null)).statusCode).toBe(204)
    expect(await behind()).toStrictEqual(['TZ0900Z'])
    expect(codeOf(await aim(id(0), 10, elsewhere))).toBe('campaign-elsewhere')
  })

  it('leaves as CSV and XLSX, each line with the time of its figures and nothing a table program would run', async () => {
    const body = { standing: 'all', filter: {} }
    const csv = await who(supervisor).client.post('/api/campaigns/exports/csv', body)
    const lines = csv.body.trim().split('\n')
    expect([...csv.rawPayload.subarray(0, 3)]).toStrictEqual([0xef, 0xbb, 0xbf])
    expect(lines[0]).toMatch(/^Mã đơn vị/u)
    expect(lines).toHaveLength(3)
    expect(csv.body).toContain("'=Công ty Ánh")
    for (const line of lines.slice(1)) expect(line).toMatch(/\d{1,2}\/\d{1,2}\/\d{2,4}/u)
    const ExcelJS = (await import('exceljs')).default
    const book = new ExcelJS.Workbook()
    const xlsx = await who(supervisor).client.post('/api/campaigns/exports/xlsx', body)
    await book.xlsx.load(xlsx.rawPayload as unknown as ArrayBuffer)
    expect(book.worksheets[0]?.rowCount).toBe(3)
  })
})

import { execFileSync, spawnSync } from 'node:child_process'
import type { BulkForms, BulkRun, EmployerPrinting } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmployerDesk, type Enrolled, openEmployerDesk, SEWING, WOOD } from './employer-desk-fixture.ts'
import type { TestClient } from './platform/test-client.ts'
import { inEmployerTransaction } from './platform/transaction.ts'

const codeOf = (answer: { json: () => unknown; statusCode: number }): string =>
  (answer.json() as { code?: string }).code ?? String(answer.statusCode)
const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0
const pagesOf = (pdf: Buffer): string[] =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).split('\f').slice(0, -1)
const EVERYBODY = { sort: 'name', departments: null, entryIds: null, again: false }

describe('forms an employer prints', () => {
  let desk: EmployerDesk
  let officer: TestClient
  beforeAll(async () => {
    desk = await openEmployerDesk()
    officer = await desk.officer()
  })
  afterAll(() => desk.close())

  const start = (change: object = {}, who = officer) => who.post('/api/employer/bulk-forms', { ...EVERYBODY, ...change })
  const run = async (change: object = {}, who = officer) => {
    const answer = await start(change, who)
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json<BulkRun>()
  }
  const fetch = (runId: string, who = officer) => who.get(`/api/employer/bulk-forms/${runId}/file`)
  const read = async (runId: string, who = officer) => (await who.get(`/api/employer/bulk-forms/${runId}`)).json<BulkRun>()
  const printing = async ({ browser, url }: Enrolled) => (await browser.get(`${url}/employer-printing`)).json<EmployerPrinting>()

  it('are agreed to by the applicant, for one employer that lists them by number, name and birth date; off until then', async () => {
    const one = await desk.enrol()
    expect(await printing(one)).toMatchObject({ employers: [{ employerId: SEWING, name: 'Công ty May Mẫu' }], chosen: null, prints: [] })
    const other = await desk.enrol({}, { fullName: 'Trần Văn Khác' })
    await desk.platform.sql`UPDATE roster_entries SET full_name = 'Lê Thị Không Phải' WHERE entry_id = ${other.entryId}`
    expect((await printing(other)).employers).toStrictEqual([])
    expect(codeOf(await other.browser.send('PUT', `${other.url}/employer-printing`, { employerId: SEWING }))).toBe(
      'printing-employer-unknown',
    )
    expect(codeOf(await one.browser.send('PUT', `${one.url}/employer-printing`, { employerId: WOOD }))).toBe('printing-employer-unknown')
    await desk.agree(one)
    expect((await printing(one)).chosen).toMatchObject({ employerId: SEWING })
    expect(codeOf(await other.browser.send('PUT', `${one.url}/employer-printing`, { employerId: null }))).toBe('registration-not-yours')
    await desk.agree(one, null)
    expect((await printing(one)).chosen).toBeNull()
    await desk.platform.sql`UPDATE roster_entries SET left_on = ansinh_today() WHERE entry_id = ${one.entryId}`
    expect((await printing(one)).employers).toStrictEqual([])
  })

  it.skipIf(!hasPoppler)(
    'come in one file, one page each, in the order asked for, phone and e-mail hidden, and each holder is told',
    async () => {
      const people = [
        await desk.enrol({ department: 'Kho', shift: 'B' }, { fullName: 'Nguyễn Thị Ánh', email: 'anh@example.invalid' }),
        await desk.enrol({ department: 'May', shift: 'A' }, { fullName: 'Đặng Văn Bình' }),
        await desk.enrol({ department: 'May', shift: 'B' }, { fullName: 'Ấu Thị Cúc' }),
      ]
      const alone = await desk.enrol({ department: 'May' }, { fullName: 'Phạm Văn Riêng' })
      for (const one of people) await desk.agree(one)
      const overview = (await officer.get('/api/employer/bulk-forms')).json<BulkForms>()
      expect(overview.departments).toContainEqual({ department: 'May', agreed: 2, printed: 0, alone: expect.any(Number) as number })
      expect(overview.alone.map(({ entryId }) => entryId)).toContain(alone.entryId)
      expect(overview.alone.map(({ entryId }) => entryId)).not.toContain(people[0]?.entryId)
      const names = async (sort: string) => {
        const { runId, forms } = await run({ sort, again: true })
        expect(forms).toBe(3)
        const answer = await fetch(runId)
        expect(answer.headers['content-type']).toBe('application/pdf')
        expect(await read(runId)).toMatchObject({ state: 'done', printed: 3, leftOut: 0 })
        const pages = pagesOf(answer.rawPayload)
        expect(pages).toHaveLength(3)
        for (const page of pages) {
          expect(page).toContain('Đồng ý để Công ty May Mẫu in và nộp giúp')
          for (const { phone } of people) expect(page.replaceAll(/\s/gu, '')).not.toContain(phone)
          expect(page).not.toContain('@')
          expect(page.match(/\*\*\*/gu)?.length).toBe(page.includes('Ánh') ? 2 : 1)
        }
        return pages.map((page) => ['Ánh', 'Bình', 'Cúc'].find((name) => page.includes(name)))
      }
      expect(await names('name')).toStrictEqual(['Cúc', 'Bình', 'Ánh'])
      expect(await names('department')).toStrictEqual(['Ánh', 'Cúc', 'Bình'])
      expect(await names('shift')).toStrictEqual(['Bình', 'Ánh', 'Cúc'])
      const [first] = people
      if (first === undefined) throw new Error('nobody')
      expect((await printing(first)).prints).toHaveLength(3)
      const lines = await desk.platform.sql<{ kind: string }[]>`
      SELECT actor_kind AS kind FROM audit_lines WHERE registration_id = ${first.registrationId} AND action = 'form-printed-by-employer'`
      expect(lines.map(({ kind }) => kind)).toStrictEqual(['employer', 'employer', 'employer'])
    },
  )

  it('leave out whoever took the agreement back, has left, or handed the form in, even after the run was made', async () => {
    const [kept, withdrawn, left, received] = [
      await desk.enrol({ department: 'Sau' }),
      await desk.enrol({ department: 'Sau' }),
      await desk.enrol({ department: 'Sau' }),
      await desk.enrol({ department: 'Sau' }),
    ]
    for (const one of [kept, withdrawn, left, received]) await desk.agree(one)
    const { runId, forms } = await run({ departments: ['Sau'] })
    expect(forms).toBe(4)
    await desk.agree(withdrawn, null)
    await desk.platform.sql`UPDATE roster_entries SET left_on = ansinh_today() WHERE entry_id = ${left.entryId}`
    await desk.platform.sql`UPDATE registrations SET state = 'received' WHERE registration_id = ${received.registrationId}`
    expect((await fetch(runId)).statusCode).toBe(200)
    expect(await read(runId)).toMatchObject({ state: 'done', printed: 1, leftOut: 3 })
    expect((await printing(kept)).prints).toHaveLength(1)
    for (const one of [withdrawn, left, received]) expect((await printing(one)).prints).toHaveLength(0)
  })

  it('are fetched once, one file at a time; a stopped run gives nothing', async () => {
    const person = await desk.enrol({ department: 'Một' })
    await desk.agree(person)
    const first = await run({ departments: ['Một'] })
    const stopped = await run({ departments: ['Một'] })
    await officer.post(`/api/employer/bulk-forms/${stopped.runId}/stop`)
    expect(codeOf(await fetch(stopped.runId))).toBe('bulk-run-used')
    await desk.platform.sql`UPDATE bulk_form_runs SET state = 'running', moved_at = ansinh_now() WHERE run_id = ${first.runId}`
    const second = await run({ departments: ['Một'] })
    expect(codeOf(await fetch(second.runId))).toBe('bulk-run-at-work')
    await desk.platform.sql`UPDATE bulk_form_runs SET moved_at = ansinh_now() - interval '2 minutes' WHERE run_id = ${first.runId}`
    const answers = await Promise.all([fetch(second.runId), fetch(second.runId), fetch(second.runId)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toStrictEqual([200, 409, 409])
    expect(await read(first.runId)).toMatchObject({ state: 'stopped' })
    expect(codeOf(await start({ departments: ['Một'] }))).toBe('nobody-to-print')
    expect((await start({ departments: ['Một'], again: true })).statusCode).toBe(201)
  })

  it('belong to their employer: another one reads, fetches and stops nothing, and chooses none of its people', async () => {
    const person = await desk.enrol({ department: 'Tường' })
    await desk.agree(person)
    const { runId } = await run({ departments: ['Tường'] })
    const stranger = await desk.officer(WOOD)
    for (const answer of [
      await stranger.get(`/api/employer/bulk-forms/${runId}`),
      await fetch(runId, stranger),
      await stranger.post(`/api/employer/bulk-forms/${runId}/stop`),
    ])
      expect(codeOf(answer)).toBe('bulk-run-unknown')
    expect(codeOf(await start({ entryIds: [person.entryId] }, stranger))).toBe('nobody-to-print')
    const colleague = await desk.officer()
    expect(codeOf(await fetch(runId, colleague))).toBe('bulk-run-unknown')
    await expect(inEmployerTransaction(desk.platform, (sql) => sql`SELECT registration_id FROM bulk_form_lines`)).rejects.toThrow(
      /permission denied/u,
    )
    await expect(inEmployerTransaction(desk.platform, (sql) => sql`SELECT FROM printing_consents`)).rejects.toThrow(/permission denied/u)
  })
})

import { randomUUID } from 'node:crypto'
import type { BulkForms, EmployerPrinting } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endConsentsOfMerger } from './bulk-forms/index.ts'
import { type EmployerDesk, openEmployerDesk, SEWING, WOOD } from './employer-desk-fixture.ts'
import { createEmployerOfficer } from './employer-officers/index.ts'
import { moveSignedForms } from './hand-ins/index.ts'
import type { TestClient } from './platform/test-client.ts'
import { moveDraftsOfMerger } from './prepared-drafts/index.ts'
import { endDueLines, eraseEndedLines, settleMergers } from './roster-ends/index.ts'

type Home = { people: number; mergers: { name: string; moved: number; united: number; consentsEnded: number }[] }
type Lines = { lines: { fullName: string; department: string; origins: string[] }[] }

describe('an employer that is merged or renamed', () => {
  let desk: EmployerDesk
  let [sewing, wood]: TestClient[] = []
  beforeAll(async () => {
    desk = await openEmployerDesk()
    ;[sewing, wood] = [await desk.officer(SEWING), await desk.officer(WOOD)]
  })
  afterAll(() => desk.close())

  const at = (client: TestClient | undefined): TestClient => {
    if (client === undefined) throw new Error('nobody is signed in')
    return client
  }
  const sql = () => desk.platform.sql
  const settle = () => settleMergers(desk.platform, [endConsentsOfMerger, moveSignedForms, moveDraftsOfMerger])
  const merge = (into: string | null) =>
    sql()`UPDATE employers SET successor_code = ${into}, valid_to = ${into === null ? null : sql()`ansinh_today() - 1`} WHERE employer_id = ${SEWING}`
  const homeOf = async (client: TestClient | undefined) => (await at(client).get('/api/employer/home')).json<Home>()
  const linesOf = async (client: TestClient | undefined) => (await at(client).get('/api/employer/roster')).json<Lines>().lines
  const list = async (employerId: number, fullName: string, number: string | null, department: string, leftOn: string | null = null) => {
    const entryId = randomUUID()
    await sql()`
      INSERT INTO roster_entries (employer_id, entry_id, full_name, born_on, insurance_number, department, source, left_on)
      VALUES (${employerId}, ${entryId}, ${fullName}, '1990-01-01', ${number}, ${department}, 'test', ${leftOn})`
    return entryId
  }
  const recount = async () =>
    expect(
      await sql()`SELECT employer_id, department, state, sum(people)::integer AS people FROM rollout_counts GROUP BY 1, 2, 3 HAVING sum(people) <> 0 ORDER BY 1, 2, 3`,
    ).toEqual(
      await sql()`SELECT employer_id, department, state, count(*)::integer AS people FROM roster_entries WHERE left_on IS NULL OR left_on > ansinh_today() GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )

  it('passes its people on in one step: departments and states kept, one line for whom both listed, the rest asked anew', async () => {
    const one = await desk.enrol({ department: 'May' })
    await desk.agree(one)
    await list(SEWING, 'Trần Thị Hai Nơi', '9912345678', 'Cắt')
    await list(WOOD, 'Trần Thị Hai Nơi', '9912345678', '')
    await list(SEWING, 'Lê Văn Sắp Nghỉ', '9912345679', 'Kho', '2099-01-01')
    await list(SEWING, 'Phạm Văn Đã Nghỉ', '9912345680', 'Kho', '2020-01-01')
    await recount()
    expect((await homeOf(sewing)).people).toBe(3)
    await merge('TZ9101B')
    expect((await at(sewing).get('/api/employer/home')).statusCode).toBe(401)
    expect(await settle()).toEqual({ undone: 0, settled: 1 })
    expect(await settle()).toEqual({ undone: 0, settled: 0 })
    await recount()
    const lines = await linesOf(wood)
    expect(lines.map(({ fullName, department, origins }) => [fullName, department, origins])).toEqual(
      expect.arrayContaining([
        ['Trần Thị Hai Nơi', 'Cắt', ['Công ty May Mẫu']],
        ['Lê Văn Sắp Nghỉ', 'Kho', ['Công ty May Mẫu']],
      ]),
    )
    expect(lines).toHaveLength(3)
    expect(await sql()`SELECT state, registration_id AS id FROM roster_entries WHERE employer_id = ${WOOD} AND department = 'May'`).toEqual(
      [{ state: 'registered', id: one.registrationId }],
    )
    expect(await homeOf(wood)).toMatchObject({
      people: 3,
      mergers: [{ name: 'Công ty May Mẫu', moved: 2, united: 1, consentsEnded: 1 }],
    })
    expect(await sql()`SELECT count(*)::integer AS lines FROM audit_lines WHERE action = 'employer-merged'`).toEqual([{ lines: 1 }])

    const shown = (await one.browser.get(`${one.url}/employer-printing`)).json<EmployerPrinting>()
    expect(shown).toMatchObject({ chosen: null, ended: { employerName: 'Công ty May Mẫu', successorName: 'Công ty Gỗ Mẫu' } })
    expect(shown.employers.map(({ employerId }) => employerId)).toEqual([WOOD])
    const before = (await at(wood).get('/api/employer/bulk-forms')).json<BulkForms>()
    expect([before.askAnew, before.departments.find(({ department }) => department === 'May')?.agreed]).toEqual([1, 0])
    await desk.agree(one, WOOD)
    expect((await at(wood).get('/api/employer/bulk-forms')).json<BulkForms>()).toMatchObject({ askAnew: 0 })
    expect((await one.browser.get(`${one.url}/employer-printing`)).json<EmployerPrinting>().ended).toBeNull()
  })

  it('gives its officers no reach into a successor that has officers of its own', async () => {
    expect((await at(sewing).get('/api/employer/roster')).statusCode).toBe(401)
  })

  it('takes its people back when the register takes the merger back; who was in both lists stays in both', async () => {
    await merge(null)
    expect(await settle()).toEqual({ undone: 1, settled: 0 })
    await recount()
    expect((await linesOf(wood)).map(({ fullName, origins }) => [fullName, origins])).toEqual([['Trần Thị Hai Nơi', []]])
    expect((await homeOf(sewing)).people).toBe(3)
    expect((await homeOf(wood)).mergers).toEqual([])
    await merge('TZ9101B')
    expect(await settle()).toEqual({ undone: 0, settled: 1 })
    await recount()
    expect(await homeOf(wood)).toMatchObject({ people: 3, mergers: [{ moved: 2, united: 1 }] })
    await merge(null)
    await settle()
  })

  it('keeps its officers when it only goes on under another code', async () => {
    await sql()`
      INSERT INTO employers (employer_id, employer_code, name, address, office_id, source)
      SELECT 9100009, 'TZ9109K', 'Công ty May Mẫu Mới', address, office_id, source FROM employers WHERE employer_id = ${SEWING}`
    await merge('TZ9109K')
    expect(await settle()).toEqual({ undone: 0, settled: 1 })
    expect((await at(sewing).get('/api/employer/me')).json()).toMatchObject({ employer: { code: 'TZ9109K' } })
    expect((await homeOf(sewing)).people).toBe(3)
    await createEmployerOfficer(desk.platform, {
      employerId: 9_100_009,
      userName: 'moi@tz9109k',
      fullName: 'Lý Thị Mới',
      role: 'officer',
      password: 'cơn mưa chiều nay đi đâu',
    })
    expect((await homeOf(sewing)).people).toBe(3)
    await recount()
  })

  it('stops counting somebody on the day they leave, and keeps an ended line a year and no longer', async () => {
    const entryId = await list(WOOD, 'Đỗ Văn Mai Nghỉ', null, 'Xẻ', '2099-01-01')
    await recount()
    const due = await list(WOOD, 'Đỗ Văn Hôm Nay', null, 'Xẻ')
    await sql()`UPDATE roster_entries SET left_on = ansinh_today() WHERE entry_id = ${due}`
    // As it stood yesterday, when the day was still to come.
    await sql()`UPDATE roster_entries SET listed = true WHERE entry_id = ${due}`
    expect(await endDueLines(sql())).toBe(1)
    await recount()
    const kept = await list(WOOD, 'Đỗ Văn Mới Nghỉ', null, 'Xẻ', '2099-01-01')
    await sql()`UPDATE roster_entries SET left_on = ansinh_today() - 300 WHERE entry_id = ${kept}`
    await sql()`UPDATE roster_entries SET left_on = (ansinh_today() - interval '13 months')::date WHERE entry_id = ${entryId}`
    await recount()
    await sql()`INSERT INTO roster_changes (employer_id, entry_id, kind) VALUES (${WOOD}, ${entryId}, 'ended')`
    expect(await eraseEndedLines(desk.platform)).toBe(2)
    expect(await sql()`SELECT entry_id AS id FROM roster_entries WHERE entry_id IN (${entryId}, ${kept})`).toEqual([{ id: kept }])
    await expect(sql()`SELECT erase_roster_lines(ansinh_today(), 10)`).rejects.toThrow(/half a year/u)
    await expect(sql()`DELETE FROM roster_entries WHERE entry_id = ${kept}`).rejects.toThrow(/permission denied/u)
  })
})

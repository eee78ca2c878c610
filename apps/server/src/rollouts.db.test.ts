import { randomUUID } from 'node:crypto'
import type { EmployerWishes, Rollout, RolloutPeople } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { copyEmployers } from './employers/index.ts'
import { createEmployerOfficer } from './employer-officers/index.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { followRollouts } from './rollouts/index.ts'
import { currentTotp } from './staff/index.ts'

const PASSWORD = 'cơn mưa chiều nay đi đâu'

describe('the employer’s roll-out', () => {
  let platform: TestPlatform
  let server: Server
  let officer: TestClient
  let administrator: TestClient
  let stranger: TestClient
  let applicant: TestClient
  const registrationId = randomUUID()

  const signIn = async (userName: string, employerId: number, role: 'officer' | 'administrator'): Promise<TestClient> => {
    const { totpSecret } = await createEmployerOfficer(platform, {
      employerId,
      userName,
      fullName: 'Đỗ Thị Nhân Sự',
      role,
      password: PASSWORD,
    })
    const client = new TestClient(server)
    await client.post('/api/staff/sessions', { userName, password: PASSWORD })
    await client.post('/api/employer/sessions/second-factor', { code: currentTotp(totpSecret) })
    return client
  }
  const list = async (employerId: number, n: number, change: { department?: string; name?: string } = {}): Promise<void> => {
    await platform.sql`INSERT INTO roster_entries (employer_id, entry_id, full_name, born_on, national_id, department, source)
      VALUES (${employerId}, ${randomUUID()}, ${change.name ?? `Nguyễn Văn Mẫu ${String(n).padStart(3, '0')}`}, '1990-05-04', ${`099${String(n).padStart(9, '0')}`}, ${change.department ?? 'Xưởng 1'}, 'test')`
  }

  beforeAll(async () => {
    platform = await openTestPlatform()
    await platform.sql`INSERT INTO offices (office_id, provisional_code, name, office_level, province_code, address, valid_from, source)
      VALUES (1, '90001', 'BHXH Mẫu', 'grassroots', '01', 'Số 1 đường Mẫu', '2025-07-01', 'test')`
    const place = { address: 'Số 2 phố Mẫu', wardCode: null, officeId: 1 }
    await copyEmployers(
      platform.sql,
      [
        { employerId: 9_000_001, employerCode: 'TZ0001A', name: 'Công ty Mẫu Một', ...place },
        { employerId: 9_000_002, employerCode: 'TZ0002B', name: 'Công ty Mẫu Hai', ...place },
      ],
      'test',
    )
    server = await createApp(platform, 'both')
    await server.fastify.ready()
    officer = await signIn('officer@tz0001a', 9_000_001, 'officer')
    administrator = await signIn('administrator@tz0001a', 9_000_001, 'administrator')
    stranger = await signIn('officer@tz0002b', 9_000_002, 'officer')
    applicant = new TestClient(server)
    await applicant.post('/api/registrations', { registrationId })
    for (let n = 1; n <= 120; n += 1) await list(9_000_001, n, { department: n % 3 === 0 ? 'Văn phòng' : 'Xưởng 1' })
    await list(9_000_002, 500)
    // The browser's registration, sent and then returned at the counter.
    await platform.sql`UPDATE registrations SET state = 'returned', declared = ${platform.sql.json({ fullName: 'Nguyễn Văn Mẫu 001', nationalId: '099000000001', bornOn: '1990-05-04' })}, proved_phone = '+84950000001',
      office_id = 1, file_number = '90001/2026/00001', form_code_hmac = 'x', submitted_at = ansinh_now() - interval '8 days', submitted_on = ansinh_today() - 8 WHERE registration_id = ${registrationId}`
    await platform.sql`INSERT INTO registration_moves (registration_id, move_no, move, from_state, to_state, actor_kind, reason_codes)
      VALUES (${registrationId}, 1, 'return', 'received', 'returned', 'staff', '{unsigned}')`
    await followRollouts(platform)
  })
  afterAll(async () => {
    await server.fastify.close()
    await platform.drop()
  })

  const rollout = async (client: TestClient, query = ''): Promise<Rollout> =>
    (await client.get(`/api/employer/rollout${query}`)).json<Rollout>()
  const people = async (client: TestClient, query = ''): Promise<RolloutPeople> =>
    (await client.get(`/api/employer/rollout/people${query}`)).json<RolloutPeople>()
  const wishes = async (body: EmployerWishes): Promise<number> =>
    (await applicant.send('PUT', `/api/registrations/${registrationId}/employer-wishes`, body)).statusCode

  it('counts by department and state as of a moment, and nobody of another employer', async () => {
    const shown = await rollout(officer)
    expect(shown.people).toBe(120)
    expect(shown.departments.map(({ department, states }) => [department, states.reduce((sum, one) => sum + one.people, 0)])).toStrictEqual(
      [
        ['Văn phòng', 40],
        ['Xưởng 1', 80],
      ],
    )
    expect(Date.parse(shown.asOf)).toBeGreaterThan(Date.now() - 60_000)
    expect((await rollout(stranger)).people).toBe(1)
    expect((await rollout(officer, `?department=${encodeURIComponent('Văn phòng')}`)).people).toBe(40)
  })

  it('shows by week who had come so far', async () => {
    const { weeks } = await rollout(officer)
    expect(weeks).toHaveLength(13)
    expect(weeks.at(-1)).toMatchObject({ registered: 1, handedIn: 0, approved: 0, signedIn: 0 })
    expect(weeks.at(-3)?.registered).toBe(0)
  })

  it('lists names by page, state and search, each once', async () => {
    const first = await people(officer)
    const second = await people(officer, `?after=${encodeURIComponent(first.next ?? '')}`)
    const third = await people(officer, `?after=${encodeURIComponent(second.next ?? '')}`)
    const all = [...first.people, ...second.people, ...third.people]
    expect([first.total, all.length, new Set(all.map(({ entryId }) => entryId)).size, third.next]).toStrictEqual([120, 120, 120, null])
    expect((await people(officer, '?search=mau%20007')).people.map(({ fullName }) => fullName)).toStrictEqual(['Nguyễn Văn Mẫu 007'])
    expect((await people(officer, '?state=needs-help')).total).toBe(1)
    expect((await people(stranger, '?search=mau%20007')).total).toBe(0)
  })

  it('says what has to be added only while the person agrees, from the next look on; refusals and reviews read alike', async () => {
    const missing = async () => (await people(officer, '?state=needs-help')).people[0]
    expect(await missing()).toMatchObject({ helpReason: 'supplement-needed', missing: [] })
    expect(await wishes({ shareReasons: true, help: false })).toBe(200)
    await followRollouts(platform)
    expect((await missing())?.missing).toHaveLength(1)
    expect(await wishes({ shareReasons: false, help: false })).toBe(200)
    // Before the job has run.
    expect((await missing())?.missing).toStrictEqual([])
    const said = await platform.sql`SELECT is_on FROM employer_wishes WHERE registration_id = ${registrationId} ORDER BY wish_no`
    expect(said.map((row) => row['is_on'] as boolean)).toStrictEqual([true, false])
  })

  it('the employee asks for help and takes it back', async () => {
    await platform.sql`UPDATE registrations SET state = 'expired' WHERE registration_id = ${registrationId}`
    await platform.sql`UPDATE registrations SET state = 'submitted' WHERE registration_id = ${registrationId}`
    await wishes({ shareReasons: false, help: true })
    await followRollouts(platform)
    expect((await people(officer, '?state=needs-help')).people[0]).toMatchObject({ helpReason: 'asked-by-employee' })
    await wishes({ shareReasons: false, help: false })
    await followRollouts(platform)
    expect((await people(officer, '?state=registered')).total).toBe(1)
  })

  it('a target is the administrator’s, dated, said anew and taken back', async () => {
    const target = { department: '', milestone: 'registered', percent: 80, dueOn: '2099-12-31' }
    expect((await officer.post('/api/employer/rollout/targets', target)).statusCode).toBe(403)
    expect((await administrator.post('/api/employer/rollout/targets', target)).statusCode).toBe(204)
    expect(
      (await administrator.post('/api/employer/rollout/targets', { ...target, percent: 90, department: 'Văn phòng' })).statusCode,
    ).toBe(204)
    expect((await administrator.post('/api/employer/rollout/targets', { ...target, department: 'Kho' })).statusCode).toBe(400)
    expect((await administrator.post('/api/employer/rollout/targets', { ...target, dueOn: '2020-01-01' })).statusCode).toBe(400)
    expect((await rollout(officer)).targets).toMatchObject([
      { department: '', percent: 80, people: 120, reached: 1 },
      { department: 'Văn phòng', percent: 90, people: 40, reached: 0 },
    ])
    await administrator.post('/api/employer/rollout/targets', { ...target, percent: null })
    expect((await rollout(officer)).targets.map(({ department }) => department)).toStrictEqual(['Văn phòng'])
    expect((await rollout(stranger)).targets).toStrictEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { createEmployerOfficer } from './employer-officers/index.ts'
import { copyEmployers } from './employers/index.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { inEmployerTransaction } from './platform/transaction.ts'
import { createStaffUser, currentTotp } from './staff/index.ts'

const PASSWORD = 'cơn mưa chiều nay đi đâu'
const [A, B] = [9_000_001, 9_000_002]

describe('an employer’s officer', () => {
  let platform: TestPlatform
  let server: Server
  let count = 0

  beforeAll(async () => {
    platform = await openTestPlatform()
    server = await createApp(platform, 'office')
    await server.fastify.ready()
    await platform.sql`INSERT INTO offices (office_id, provisional_code, name, office_level, province_code, address, valid_from, source)
      VALUES (1, '90001', 'BHXH Mẫu', 'grassroots', '01', 'Số 1 đường Mẫu', '2025-07-01', 'test'), (2, '90002', 'BHXH Khác', 'grassroots', '01', 'Số 1 đường Mẫu', '2025-07-01', 'test')`
    const place = { address: 'Số 2 đường Mẫu', wardCode: null, officeId: 1 }
    const employers = [
      { employerId: A, employerCode: 'TZ0001A', name: 'Công ty Mẫu Một', ...place },
      { employerId: B, employerCode: 'TZ0002B', name: 'Công ty Mẫu Hai', ...place },
      { employerId: 9_000_003, employerCode: 'TZ0003C', name: 'Trường Mẫu Ba', ...place },
    ]
    await copyEmployers(platform.sql, employers, 'test')
  })
  afterAll(async () => {
    await server.fastify.close()
    await platform.drop()
  })

  const makeOfficer = async (employerId = A, role: 'officer' | 'administrator' = 'officer') => {
    count += 1
    const userName = `nhan-su.${count}@tz0001a`
    const made = await createEmployerOfficer(platform, {
      employerId,
      userName,
      fullName: 'Đỗ Thị Nhân Sự',
      role,
      password: PASSWORD,
    })
    return { ...made, userName }
  }
  const signIn = async (
    employerId = A,
    role: 'officer' | 'administrator' = 'officer',
  ): Promise<{ client: TestClient; officerId: number }> => {
    const { userName, totpSecret, officerId } = await makeOfficer(employerId, role)
    const client = new TestClient(server)
    const first = await client.post('/api/staff/sessions', { userName, password: PASSWORD })
    expect(first.json()).toMatchObject({ kind: 'employer', secondFactor: 'totp' })
    expect((await client.get('/api/employer/me')).statusCode).not.toBe(200)
    expect((await client.post('/api/employer/sessions/second-factor', { code: currentTotp(totpSecret) })).statusCode).toBe(201)
    return { client, officerId }
  }
  const hireClerk = async (userName: string, officeId: number): Promise<TestClient> => {
    const hired = await createStaffUser(platform, { userName, fullName: 'Lê Văn Quầy', role: 'clerk', officeId, password: PASSWORD })
    const client = new TestClient(server)
    await client.post('/api/staff/sessions', { userName, password: PASSWORD })
    await client.post('/api/staff/sessions/second-factor', { code: currentTotp(hired.totpSecret) })
    return client
  }
  const isIn = async (client: TestClient): Promise<boolean> => (await client.get('/api/employer/me')).statusCode === 200

  it('signs in at the page of staff, is told the same for an unknown name and a wrong password, and is nobody there', async () => {
    const { client } = await signIn()
    expect((await client.get('/api/employer/me')).json()).toMatchObject({ employer: { code: 'TZ0001A' }, officeName: 'BHXH Mẫu' })
    expect((await client.get('/api/staff/me')).json()).toMatchObject({ code: 'not-signed-in' })
    const { userName } = await makeOfficer()
    const stranger = new TestClient(server)
    for (const name of [userName, 'khong-co-ai@tz0001a', 'khong.co.ai']) {
      const answer = await stranger.post('/api/staff/sessions', { userName: name, password: 'không phải mật khẩu này' })
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toStrictEqual([401, 'staff-sign-in-wrong'])
    }
  })

  it('is out at once when stopped, when the days ran out, and when the organisation is ended', async () => {
    for (const end of ['stopped_at = ansinh_now()', 'valid_from = ansinh_today() - 9, valid_to = ansinh_today() - 1']) {
      const { client, officerId } = await signIn()
      expect(await isIn(client)).toBe(true)
      await platform.sql.unsafe(`UPDATE employer_officers SET ${end} WHERE officer_id = ${officerId}`)
      expect(await isIn(client)).toBe(false)
    }
    const { client } = await signIn(B)
    await platform.sql`UPDATE employer_organisations SET ended_at = ansinh_now(), end_reason = 'x' WHERE employer_id = ${B}`
    expect(await isIn(client)).toBe(false)
    await platform.sql`UPDATE employer_organisations SET ended_at = NULL, end_reason = NULL WHERE employer_id = ${B}`
    expect(await isIn(client)).toBe(true)
  })

  it('belongs to nobody once the employer was merged into one with officers of its own, also while that is not settled', async () => {
    const { client } = await signIn()
    const { client: own } = await signIn(B)
    await platform.sql`UPDATE employers SET successor_code = 'TZ0002B', valid_to = ansinh_today() - 1 WHERE employer_id = ${A}`
    expect([await isIn(client), await isIn(own)]).toStrictEqual([false, true])
    await platform.sql`UPDATE employers SET successor_code = NULL, valid_to = NULL WHERE employer_id = ${A}`
    expect(await isIn(client)).toBe(true)
  })

  it('asks with rights that reach no table of a person, also when a statement is wrong', async () => {
    for (const table of [
      'persons',
      'participation_spells',
      'benefits',
      'visits',
      'documents',
      'registrations',
      'staff_users',
      'employer_sessions',
    ])
      await expect(
        inEmployerTransaction(platform, (transaction) => transaction`SELECT count(*) FROM ${transaction(table)}`),
      ).rejects.toThrow(/permission denied|does not exist/u)
    await expect(
      inEmployerTransaction(platform, (transaction) => transaction`SELECT password_hash FROM employer_officers`),
    ).rejects.toThrow(/permission denied/u)
    expect(await platform.sql`SELECT count(*) FROM persons`).toHaveLength(1)
  })

  it('sees how many people of its own roster stand where', async () => {
    await platform.sql`
      INSERT INTO roster_entries (employer_id, entry_id, full_name, born_on, source)
      SELECT ${B}, gen_random_uuid(), 'Trần Văn Mẫu ' || n, '1990-01-01', 'test' FROM generate_series(1, 3) AS n`
    const [own, other] = [await signIn(B), await signIn(A)]
    expect((await own.client.get('/api/employer/home')).json()).toMatchObject({ people: 3, states: [{ state: 'not-started', people: 3 }] })
    expect((await other.client.get('/api/employer/home')).json()).toMatchObject({ people: 0, states: [] })
  })

  it('is made by the office of the employer alone, activates with the slip once, and chooses password and authenticator', async () => {
    const [clerk, elsewhere] = await Promise.all([hireClerk('quay.mau', 1), hireClerk('quay.khac', 2)])
    const organisation = '/api/counter/employers/TZ0003C'
    expect((await clerk.get('/api/counter/employers?q=mau ba')).json()).toMatchObject({
      employers: [{ employerCode: 'TZ0003C', open: false }],
    })
    expect((await elsewhere.get(organisation)).statusCode).toBe(404)
    const order = { name: 'nhansu', fullName: 'Đỗ Thị Nhân Sự', validTo: null }
    expect((await clerk.post(`${organisation}/officers`, order)).json()).toMatchObject({ code: 'employer-not-open' })
    expect((await clerk.send('PUT', `${organisation}/organisation`, { kind: 'school' })).statusCode).toBe(200)
    const slip = (await clerk.post(`${organisation}/officers`, order)).json<{ userName: string; code: string }>()
    expect(slip.userName).toBe('nhansu@tz0003c')
    expect((await clerk.post(`${organisation}/officers`, order)).json()).toMatchObject({ code: 'officer-name-taken' })

    const client = new TestClient(server)
    const first = { userName: slip.userName, code: slip.code.toLowerCase() }
    expect((await client.post('/api/employer/activations', { ...first, code: '0000-0000-0000' })).json()).toMatchObject({
      code: 'officer-code-wrong',
    })
    const { totpSecret } = (await client.post('/api/employer/activations', first)).json<{ totpSecret: string }>()
    const finish = { ...first, password: PASSWORD, totp: currentTotp(totpSecret) }
    expect((await client.post('/api/employer/activations/completion', { ...finish, password: 'ngắn' })).json()).toMatchObject({
      code: 'password-too-short',
    })
    expect((await client.post('/api/employer/activations/completion', finish)).statusCode).toBe(204)
    expect((await client.post('/api/employer/activations/completion', finish)).json()).toMatchObject({ code: 'officer-code-wrong' })
    expect((await client.post('/api/staff/sessions', { userName: slip.userName, password: PASSWORD })).json()).toMatchObject({
      kind: 'employer',
    })
    await clerk.post(`${organisation}/organisation/ending`, { reason: 'thử' })
    expect((await client.post('/api/staff/sessions', { userName: slip.userName, password: PASSWORD })).statusCode).toBe(401)
  })

  it('who administrates adds others, ends their days, reads what they did, and is never the last to go', async () => {
    const { client: administrator } = await signIn(A, 'administrator')
    const { client: officer, officerId } = await signIn(A)
    const { client: stranger } = await signIn(B, 'administrator')
    const list = (await administrator.get('/api/employer/officers')).json<{ officers: { officerId: number; isSelf: boolean }[] }>()
    const self = list.officers.find(({ isSelf }) => isSelf)
    const none = { role: 'officer', validTo: null, stopped: false }
    expect((await administrator.send('PUT', `/api/employer/officers/${self?.officerId}`, none)).json()).toMatchObject({
      code: 'officer-last-administrator',
    })
    expect((await stranger.send('PUT', `/api/employer/officers/${officerId}`, none)).json()).toMatchObject({ code: 'not-found' })
    expect(await isIn(officer)).toBe(true)
    expect((await administrator.send('PUT', `/api/employer/officers/${officerId}`, { ...none, stopped: true })).statusCode).toBe(200)
    expect(await isIn(officer)).toBe(false)
    const added = await administrator.post('/api/employer/officers', {
      name: 'them',
      fullName: 'Mai Văn Thêm',
      role: 'officer',
      validTo: null,
    })
    expect(added.json()).toMatchObject({ userName: 'them@tz0001a' })
    const { acts } = (await administrator.get('/api/employer/acts')).json<{ acts: { action: string }[] }>()
    expect(acts.map(({ action }) => action).slice(0, 2)).toStrictEqual([
      'Thêm một cán bộ của đơn vị',
      'Đổi vai trò hoặc thời gian của một cán bộ',
    ])
    expect((await stranger.get('/api/employer/acts')).json<{ acts: unknown[] }>().acts.length).toBeLessThan(acts.length)
  })
})

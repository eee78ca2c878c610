import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import { TestClient } from '../platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { createStaffUser, currentTotp, registerStaff, resolveStaff } from './index.ts'
import { findTotpStep } from './totp.ts'

const PASSWORD = 'tách trà buổi sáng sớm'
const STEP_MS = 30_000

describe('staff', () => {
  let platform: TestPlatform
  let server: Server
  let count = 0
  const nobody = async (): Promise<null> => null
  const hire = async (role: 'clerk' | 'supervisor' | 'operator' = 'clerk') => {
    count += 1
    const userName = `can.bo-${count}`
    return { userName, ...(await createStaffUser(platform, { userName, fullName: 'Lê Văn Quầy', role, officeId: 1, password: PASSWORD })) }
  }
  const first = async (userName: string, password = PASSWORD, client = new TestClient(server)) => ({
    client,
    answer: await client.post('/api/staff/sessions', { userName, password }),
  })
  const second = (client: TestClient, code: string) => client.post('/api/staff/sessions/second-factor', { code })
  const signedIn = async (role?: 'clerk' | 'supervisor' | 'operator') => {
    const staff = await hire(role)
    const { client } = await first(staff.userName)
    const answer = await second(client, currentTotp(staff.totpSecret))
    expect(answer.statusCode).toBe(201)
    return { ...staff, client, answer }
  }

  beforeAll(async () => {
    platform = await openTestPlatform()
    await platform.sql`INSERT INTO offices (office_id, provisional_code, name, office_level, province_code, address, valid_from, source) VALUES (1, '90001', 'BHXH cơ sở Mẫu', 'grassroots', '01', 'Số 1 đường Mẫu', '2025-07-01', 'test')`
    server = await makeServer(platform, 'office', { applicant: nobody, citizen: nobody, staff: resolveStaff(platform), employer: nobody })
    registerStaff(server, platform)
    await server.fastify.ready()
  })
  afterAll(async () => {
    await server.fastify.close()
    await platform.drop()
  })

  it('sign in by password and then by the code of their authenticator', async () => {
    const { userName, totpSecret } = await hire()
    const { client, answer } = await first(` ${userName.toUpperCase()} `)
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({ secondFactor: 'totp' })
    expect((await client.get('/api/staff/me')).statusCode).toBe(401)
    const full = await second(client, currentTotp(totpSecret))
    expect(full.statusCode).toBe(201)
    expect(full.json()).toMatchObject({ userName, fullName: 'Lê Văn Quầy', role: 'clerk', officeId: 1, officeName: 'BHXH cơ sở Mẫu' })
    expect((await client.get('/api/staff/me')).json()).toMatchObject({ userName })
  })

  it('of every role may ask who they are and sign out', async () => {
    for (const role of ['clerk', 'supervisor', 'operator'] as const) {
      const { client } = await signedIn(role)
      expect((await client.get('/api/staff/me')).json()).toMatchObject({ role })
      const copy = client.cookies.get('__Host-ansinh-staff') ?? ''
      expect((await client.delete('/api/staff/sessions/current')).statusCode).toBe(204)
      client.cookies.set('__Host-ansinh-staff', copy)
      expect((await client.get('/api/staff/me')).statusCode).toBe(401)
    }
  })

  it('get a cookie no script and no other site can use, and a new one at each stage', async () => {
    const staff = await hire()
    const { client, answer } = await first(staff.userName)
    const stage = client.cookies.get('__Host-ansinh-staff')
    const full = await second(client, currentTotp(staff.totpSecret))
    for (const one of [answer, full])
      expect(one.cookies.find(({ name }) => name === '__Host-ansinh-staff')).toMatchObject({
        httpOnly: true,
        secure: true,
        sameSite: 'Strict',
        path: '/',
      })
    expect(client.cookies.get('__Host-ansinh-staff')).not.toBe(stage)
    const thief = new TestClient(server)
    thief.cookies.set('__Host-ansinh-staff', stage ?? '')
    expect((await thief.get('/api/staff/me')).statusCode).toBe(401)
    expect((await second(thief, currentTotp(staff.totpSecret))).statusCode).toBe(401)
  })

  it('are told the same for an unknown user name, a wrong password, and one who left', async () => {
    const staff = await hire()
    const left = await hire()
    await platform.sql`UPDATE staff_users SET stopped_at = now() WHERE staff_id = ${left.staffId}`
    const answers = [
      (await first('khong.co.ai')).answer,
      (await first(staff.userName, 'sai')).answer,
      (await first(left.userName)).answer,
      (await first('')).answer,
    ]
    for (const answer of answers)
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toStrictEqual([401, 'staff-sign-in-wrong'])
  })

  it('use each code once, also in two requests at the same time', async () => {
    const staff = await hire()
    const code = currentTotp(staff.totpSecret)
    const clients = await Promise.all([1, 2, 3].map(async () => (await first(staff.userName)).client))
    const answers = await Promise.all(clients.map((client) => second(client, code)))
    expect(answers.map((answer) => String(answer.statusCode)).toSorted()).toStrictEqual(['201', '401', '401'])
    const { client } = await first(staff.userName)
    expect((await second(client, code)).json()).toMatchObject({ code: 'staff-sign-in-wrong' })
    expect((await second(client, currentTotp(staff.totpSecret, new Date(Date.now() + STEP_MS)))).statusCode).toBe(201)
  })

  it('may have a clock one step off, not two, and may not go back', async () => {
    const staff = await hire()
    const { client } = await first(staff.userName)
    for (const steps of [-3, 3])
      expect((await second(client, currentTotp(staff.totpSecret, new Date(Date.now() + steps * STEP_MS)))).statusCode).toBe(401)
    expect((await second(client, currentTotp(staff.totpSecret, new Date(Date.now() + STEP_MS)))).statusCode).toBe(201)
    const again = await first(staff.userName)
    expect((await second(again.client, currentTotp(staff.totpSecret))).statusCode).toBe(401)
  })

  it('are told to wait after ten wrong codes, whatever browser they try from', async () => {
    const staff = await hire()
    const { client } = await first(staff.userName)
    for (let at = 0; at < 10; at += 1) expect((await second(client, '000000')).statusCode).toBe(401)
    const other = await first(staff.userName)
    const answer = await second(other.client, currentTotp(staff.totpSecret))
    expect(answer.statusCode).toBe(429)
    expect(answer.json<{ tryAgainAt: string }>().tryAgainAt).toMatch(/^\d{4}-/)
  })

  it('have five minutes for the second factor', async () => {
    const staff = await hire()
    const { client } = await first(staff.userName)
    await platform.moveClock('6 minutes')
    expect((await second(client, currentTotp(staff.totpSecret))).json()).toMatchObject({ code: 'not-signed-in' })
    await platform.moveClock('0')
  })

  it('are signed out after 15 idle minutes and after 8 hours however busy, and are told the end', async () => {
    const { client, answer } = await signedIn()
    const told = new Date(answer.json<{ sessionEndsAt: string }>().sessionEndsAt).getTime() - Date.now()
    expect(Math.round(told / 60_000)).toBe(15)
    await platform.moveClock('14 minutes')
    expect((await client.get('/api/staff/me')).statusCode).toBe(200)
    await platform.moveClock('30 minutes')
    expect((await client.get('/api/staff/me')).statusCode).toBe(401)
    await platform.moveClock('0')
    const busy = await signedIn()
    await platform.moveClock('479 minutes')
    await platform.sql`UPDATE staff_sessions SET last_seen_at = ansinh_now() - interval '5 minutes'`
    expect((await busy.client.get('/api/staff/me')).statusCode).toBe(200)
    await platform.moveClock('481 minutes')
    expect((await busy.client.get('/api/staff/me')).statusCode).toBe(401)
    await platform.moveClock('0')
  })

  it('who leave or whose time is over are signed out at once', async () => {
    const { client, staffId } = await signedIn()
    await platform.sql`UPDATE staff_users SET valid_to = ansinh_today() - 1 WHERE staff_id = ${staffId}`
    expect((await client.get('/api/staff/me')).statusCode).toBe(401)
  })

  it('have their secret encrypted, bound to their row', async () => {
    const [one, other] = [await hire(), await hire()]
    const [row] = await platform.sql<
      { text: string; secret: Buffer }[]
    >`SELECT u::text AS text, totp_secret_encrypted AS secret FROM staff_users u WHERE staff_id = ${one.staffId}`
    expect(row?.text).not.toContain(one.totpSecret)
    expect(row?.text).not.toContain(PASSWORD)
    await platform.sql`UPDATE staff_users SET totp_secret_encrypted = ${row?.secret ?? Buffer.alloc(0)} WHERE staff_id = ${other.staffId}`
    const { client } = await first(other.userName)
    expect((await second(client, currentTotp(one.totpSecret))).statusCode).toBe(500)
  })

  it('leave a line for each step of signing in and out', async () => {
    const { client, staffId } = await signedIn()
    await client.delete('/api/staff/sessions/current')
    const rows = await platform.sql<
      { action: string }[]
    >`SELECT action FROM audit_lines WHERE actor_id = ${String(staffId)} OR details ->> 'staffId' = ${String(staffId)} ORDER BY line_id`
    expect(rows.map(({ action }) => action)).toStrictEqual(['staff-created', 'staff-password-right', 'staff-signed-in', 'staff-signed-out'])
  })
})

describe('the authenticator’s code', () => {
  it('is that of RFC 6238, appendix B', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    for (const [seconds, code] of [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_111_111_111, '050471'],
      [1_234_567_890, '005924'],
      [2_000_000_000, '279037'],
      [20_000_000_000, '353130'],
    ] as const) {
      expect(currentTotp(secret, new Date(seconds * 1000))).toBe(code)
      expect(findTotpStep(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
    }
    for (const wrong of ['', '12345', 'abcdef', '1234567', '2870820']) expect(findTotpStep(secret, wrong, new Date(59_000))).toBeNull()
  })
})

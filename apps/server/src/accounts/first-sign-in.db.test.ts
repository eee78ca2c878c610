import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestClient } from '../platform/test-client.ts'
import { type AccountsFixture, openAccountsFixture } from './accounts-fixture.ts'
import { findAccount } from './index.ts'

const GOOD = 'cơn mưa chiều nay đi đâu'
const RUN_OUT = { status: 401, code: 'first-password-run-out' }

describe('the first sign-in', () => {
  let fixture: AccountsFixture
  const prove = async (body: { login: string; firstPassword: string; bornOn: string }, client = new TestClient(fixture.server)) => {
    const answer = await client.post('/api/first-sign-ins', body)
    return { client, answer, told: { status: answer.statusCode, code: answer.json<{ code?: string }>().code } }
  }
  const ready = async (
    change: Parameters<AccountsFixture['addPerson']>[0] = {},
    options: Parameters<AccountsFixture['openFor']>[1] = {},
  ) => {
    const person = await fixture.addPerson(change)
    const firstPassword = await fixture.openFor(person, options)
    return { person, firstPassword, body: { login: person.insuranceNumber, firstPassword, bornOn: person.bornOn } }
  }
  beforeAll(async () => void (fixture = await openAccountsFixture()))
  afterAll(() => fixture.close())

  it('goes from number, first password and birth date over one’s own password to being signed in', async () => {
    const registrationId = randomUUID()
    const { person, body } = await ready({}, { registrationId })
    const { client, answer } = await prove(body)
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({ fullName: person.fullName })
    expect(client.cookies.has('__Host-ansinh-session')).toBe(false)
    expect((await client.get('/api/me')).statusCode).toBe(401)

    const set = await client.post('/api/first-sign-ins/password', { password: GOOD })
    expect(set.statusCode).toBe(201)
    expect(set.json()).toStrictEqual({
      fullName: person.fullName,
      insuranceNumber: person.insuranceNumber,
      // What the phone's stores are kept under: says nothing about the person.
      personTag: expect.stringMatching(/^[\w-]{22}$/),
      bornOn: person.bornOn,
      sex: 'female',
      phoneMasked: `09••• ••${person.phone.slice(-3)}`,
      asksWard: false,
    })
    expect((await client.get('/api/me')).json()).toStrictEqual(set.json())
    expect(client.cookies.has('__Host-ansinh-ticket')).toBe(false)
    expect(fixture.firstSignIns.at(-1)).toStrictEqual({ personId: person.personId, registrationId })
    expect((await fixture.readSms(person.phone)).at(-1)).toMatch(/Mat khau tai khoan cua ban vua duoc dat/)
  })

  it('takes the 12-digit id and a first password typed with capitals, spaces and look-alikes', async () => {
    const { person, firstPassword, body } = await ready()
    const typed = ` ${firstPassword.toUpperCase().replaceAll('-', ' ')} `
    expect(
      (await prove({ ...body, login: person.nationalId.replace(/(\d{3})(\d{3})/, '$1 $2 '), firstPassword: typed })).answer.statusCode,
    ).toBe(201)
  })

  it('sets cookies no script and no other site can read', async () => {
    const { body } = await ready()
    const { client, answer } = await prove(body)
    const set = await client.post('/api/first-sign-ins/password', { password: GOOD })
    const cookies = [...answer.cookies, ...set.cookies].filter(({ value }) => value !== '')
    expect([...new Set(cookies.map(({ name }) => name))].toSorted()).toStrictEqual([
      '__Host-ansinh-device',
      '__Host-ansinh-session',
      '__Host-ansinh-ticket',
    ])
    for (const cookie of cookies)
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, path: '/', sameSite: cookie.name.endsWith('ticket') ? 'Strict' : 'Lax' })
  })

  it('answers the same for an unknown number, a wrong password, another birth date and no account', async () => {
    const { person, body } = await ready()
    const stranger = await fixture.addPerson()
    for (const wrong of [
      { ...body, login: '9999999999' },
      { ...body, login: 'abc' },
      { ...body, login: stranger.insuranceNumber },
      { ...body, firstPassword: 'bbbb-2222-bbbb' },
      { ...body, firstPassword: '' },
      { ...body, bornOn: '1980-03-06' },
      { ...body, bornOn: '1980' },
    ])
      expect((await prove(wrong)).told).toStrictEqual(RUN_OUT)
    expect((await findAccount(fixture.platform.sql, person.personId))?.state).toBe('pending-first-sign-in')
  })

  it('takes a whole birth date where the register knows the year only', async () => {
    const { body } = await ready({ bornOn: '1955' })
    expect((await prove({ ...body, bornOn: '1955' })).answer.statusCode).toBe(201)
    expect((await prove({ ...body, bornOn: '1955-07-01' })).answer.statusCode).toBe(201)
    expect((await prove({ ...body, bornOn: '1956-07-01' })).told).toStrictEqual(RUN_OUT)
  })

  it('is closed while the decision can still be undone, and open after', async () => {
    const { body, person } = await ready({}, { heldUntil: new Date(Date.now() + 20_000) })
    expect((await findAccount(fixture.platform.sql, person.personId))?.state).toBe('held')
    expect((await prove(body)).told).toStrictEqual(RUN_OUT)
    await fixture.platform.moveClock('25 seconds')
    expect((await prove(body)).answer.statusCode).toBe(201)
    await fixture.platform.moveClock('0')
  })

  it('is closed 72 hours after the undo time', async () => {
    const { body } = await ready()
    await fixture.platform.moveClock('71 hours 59 minutes')
    expect((await prove(body)).answer.statusCode).toBe(201)
    await fixture.platform.moveClock('72 hours 1 minute')
    expect((await prove(body)).told).toStrictEqual(RUN_OUT)
    await fixture.platform.moveClock('0')
  })

  it('works once: after the own password is set the first one is worthless', async () => {
    const { person, firstPassword, body } = await ready()
    await fixture.signInFirst(person, firstPassword, GOOD)
    expect((await prove(body)).told).toStrictEqual(RUN_OUT)
  })

  it('lets a broken connection try again, and only the newest ticket counts', async () => {
    const { body } = await ready()
    const first = await prove(body)
    const second = await prove(body)
    expect((await first.client.post('/api/first-sign-ins/password', { password: GOOD })).json()).toMatchObject({ code: 'ticket-run-out' })
    expect((await second.client.post('/api/first-sign-ins/password', { password: GOOD })).statusCode).toBe(201)
  })

  it('gives one session to two tabs that set a password with one ticket at the same time', async () => {
    const { body } = await ready()
    const { client } = await prove(body)
    const answers = await Promise.all([1, 2, 3].map((at) => client.post('/api/first-sign-ins/password', { password: `${GOOD} ${at}` })))
    expect(answers.map((answer) => String(answer.statusCode)).toSorted()).toStrictEqual(['201', '401', '401'])
  })

  it('gives ten minutes to choose a password', async () => {
    const { body } = await ready()
    const { client } = await prove(body)
    await fixture.platform.moveClock('11 minutes')
    expect((await client.post('/api/first-sign-ins/password', { password: GOOD })).json()).toMatchObject({ code: 'ticket-run-out' })
    await fixture.platform.moveClock('0')
  })

  it.each([
    ['ngắn', 'password-too-short'],
    ['x'.repeat(300), 'password-too-long'],
    ['matkhau123', 'password-common'],
    ['Mật khẩu 2026', 'password-common'],
    ['05031980', 'password-personal'],
  ])('refuses %s as one’s own password, tells the field and costs nothing', async (password, code) => {
    const { body } = await ready()
    const { client } = await prove(body)
    const answer = await client.post('/api/first-sign-ins/password', { password })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code, fields: [{ field: 'password', code }] })
    expect((await client.post('/api/first-sign-ins/password', { password: `${'dài '.repeat(20)}một câu` })).statusCode).toBe(201)
  })

  it('refuses one’s own number, phone and name as a password', async () => {
    const { person, body } = await ready()
    const { client } = await prove(body)
    for (const password of [person.insuranceNumber, person.nationalId, `0${person.phone.slice(3)}`, person.fullName])
      expect((await client.post('/api/first-sign-ins/password', { password })).json()).toMatchObject({ code: 'password-personal' })
  })

  it('without a ticket, or with somebody’s guess, sets nothing', async () => {
    const client = new TestClient(fixture.server)
    expect((await client.post('/api/first-sign-ins/password', { password: GOOD })).json()).toMatchObject({ code: 'ticket-run-out' })
    client.cookies.set('__Host-ansinh-ticket', 'A'.repeat(43))
    expect((await client.post('/api/first-sign-ins/password', { password: GOOD })).json()).toMatchObject({ code: 'ticket-run-out' })
  })

  it('tells after ten tries in a quarter of an hour when to try again', async () => {
    const { body } = await ready()
    for (let at = 0; at < 10; at += 1) await prove({ ...body, firstPassword: 'bbbb-2222-bbbb' })
    const { answer } = await prove(body)
    expect(answer.statusCode).toBe(429)
    const { tryAgainAt } = answer.json<{ tryAgainAt: string }>()
    expect(new Date(tryAgainAt).getTime() - Date.now()).toBeLessThanOrEqual(15 * 60_000)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800)
  })
})

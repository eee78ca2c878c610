import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestClient } from '../platform/test-client.ts'
import { type AccountsFixture, openAccountsFixture, type SyntheticPerson } from './accounts-fixture.ts'

const GOOD = 'cơn mưa chiều nay đi đâu'

describe('signing in', () => {
  let fixture: AccountsFixture
  const browser = (address?: string): TestClient => new TestClient(fixture.server, address === undefined ? {} : { address })
  const signIn = (client: TestClient, login: string, password: string) => client.post('/api/sessions', { login, password })
  const active = async (): Promise<SyntheticPerson> => {
    const person = await fixture.addPerson()
    await fixture.signInFirst(person, await fixture.openFor(person), GOOD)
    return person
  }
  const signedIn = async (person: SyntheticPerson, client = browser()): Promise<TestClient> => {
    expect((await signIn(client, person.insuranceNumber, GOOD)).statusCode).toBe(201)
    return client
  }
  beforeAll(async () => void (fixture = await openAccountsFixture()))
  afterAll(() => fixture.close())

  it('takes the insurance number or the 12-digit id, spaces or not, and one’s own password', async () => {
    const person = await active()
    for (const login of [person.insuranceNumber, person.nationalId, `${person.nationalId.slice(0, 6)} ${person.nationalId.slice(6)}`]) {
      const answer = await signIn(browser(), login, GOOD)
      expect(answer.statusCode).toBe(201)
      expect(answer.json()).toMatchObject({ fullName: person.fullName })
    }
  })

  it('takes the password in decomposed form too', async () => {
    const person = await active()
    expect((await signIn(browser(), person.insuranceNumber, GOOD.normalize('NFD'))).statusCode).toBe(201)
  })

  it('answers the same for wrong password, unknown number, nobody’s account, unfinished account and nonsense', async () => {
    const person = await active()
    const without = await fixture.addPerson()
    const unfinished = await fixture.addPerson()
    const firstPassword = await fixture.openFor(unfinished)
    const answers = await Promise.all([
      signIn(browser(), person.insuranceNumber, 'sai mật khẩu rồi'),
      signIn(browser(), '9999999999', GOOD),
      signIn(browser(), '099999999999', GOOD),
      signIn(browser(), without.insuranceNumber, GOOD),
      signIn(browser(), unfinished.insuranceNumber, firstPassword),
      signIn(browser(), 'không phải số', GOOD),
      signIn(browser(), '', ''),
    ])
    for (const answer of answers) {
      expect(answer.statusCode).toBe(401)
      expect({ ...answer.json<object>(), requestId: '' }).toStrictEqual({ ...answers[0]?.json<object>(), requestId: '' })
    }
  })

  it('gives a new session each time: a cookie laid in the browser before opens nothing after', async () => {
    const person = await active()
    const client = browser()
    const planted = `${person.personId.toString(36)}.${'A'.repeat(43)}`
    client.cookies.set('__Host-ansinh-session', planted)
    await signIn(client, person.insuranceNumber, GOOD)
    expect(client.cookies.get('__Host-ansinh-session')).not.toBe(planted)
    const thief = browser()
    thief.cookies.set('__Host-ansinh-session', planted)
    expect((await thief.get('/api/me')).statusCode).toBe(401)
  })

  it('takes nothing that was written for somebody else while it waited for a network', async () => {
    const [first, second] = [await signedIn(await active()), await signedIn(await active())]
    const tagOf = async (client: TestClient): Promise<string> => (await client.get('/api/me')).json<{ personTag: string }>().personTag
    const [own, foreign] = [await tagOf(first), await tagOf(second)]
    expect(own).not.toBe(foreign)
    expect((await first.get('/api/me', { 'ansinh-person': own })).statusCode).toBe(200)
    expect((await first.get('/api/me', { 'ansinh-person': foreign })).statusCode).toBe(401)
  })

  it('is bound to the person: a session’s secret under another person’s number opens nothing', async () => {
    const [first, second] = [await active(), await active()]
    const client = await signedIn(first)
    const [, secret] = (client.cookies.get('__Host-ansinh-session') ?? '').split('.')
    for (const value of [
      `${second.personId.toString(36)}.${secret}`,
      `${secret}`,
      `.${secret}`,
      `zzzzzzzzzzz.${secret}`,
      `${first.personId.toString(36)}.`,
      'x'.repeat(5000),
    ]) {
      client.cookies.set('__Host-ansinh-session', value)
      expect((await client.get('/api/me')).statusCode).toBe(401)
    }
  })

  it('ends at once with signing out, on the server, also for a copy of the cookie', async () => {
    const client = await signedIn(await active())
    const copy = client.cookies.get('__Host-ansinh-session') ?? ''
    expect((await client.delete('/api/sessions/current')).statusCode).toBe(204)
    expect(client.cookies.has('__Host-ansinh-session')).toBe(false)
    client.cookies.set('__Host-ansinh-session', copy)
    expect((await client.get('/api/me')).statusCode).toBe(401)
    expect((await client.delete('/api/sessions/current')).statusCode).toBe(401)
  })

  it('ends after 30 idle minutes, and after 12 hours however busy', async () => {
    const client = await signedIn(await active())
    for (const minutes of [25, 50, 75]) {
      await fixture.platform.moveClock(`${minutes} minutes`)
      expect((await client.get('/api/me')).statusCode).toBe(200)
    }
    await fixture.platform.moveClock('106 minutes')
    expect((await client.get('/api/me')).statusCode).toBe(401)
    await fixture.platform.moveClock('0')

    const busy = await signedIn(await active())
    await fixture.platform.moveClock('719 minutes')
    await fixture.platform.sql`UPDATE sessions SET last_seen_at = ansinh_now() - interval '5 minutes'`
    expect((await busy.get('/api/me')).statusCode).toBe(200)
    await fixture.platform.moveClock('721 minutes')
    expect((await busy.get('/api/me')).statusCode).toBe(401)
    await fixture.platform.moveClock('0')
  })

  it('ends at once when the account is stopped or held', async () => {
    for (const state of ['stopped', 'held']) {
      const person = await active()
      const client = await signedIn(person)
      await fixture.platform.sql`UPDATE accounts SET state = ${state} WHERE person_id = ${person.personId}`
      expect((await client.get('/api/me')).statusCode).toBe(401)
      expect((await signIn(browser(), person.insuranceNumber, GOOD)).statusCode).toBe(401)
    }
  })

  it('keeps no secret and no password in the database', async () => {
    const person = await active()
    const client = await signedIn(person)
    const [, secret = ''] = (client.cookies.get('__Host-ansinh-session') ?? '').split('.')
    const rows = await fixture.platform.sql<
      { text: string }[]
    >`SELECT s::text AS text FROM sessions s UNION ALL SELECT a::text FROM accounts a`
    for (const { text } of rows) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(Buffer.from(secret, 'base64url').toString('hex'))
      expect(text).not.toContain('mưa chiều')
    }
  })

  it('is written down where the person can read it', async () => {
    const client = await signedIn(await active())
    const { accesses } = (await client.get('/api/me/accesses')).json<{ accesses: { who: string; action: string }[] }>()
    expect(accesses.map(({ who, action }) => `${who}: ${action}`)).toStrictEqual([
      'Chính bạn: Đăng nhập',
      'Chính bạn: Đăng nhập lần đầu và đặt mật khẩu',
      'Người dùng chưa đăng nhập: Nhập đúng mật khẩu lần đầu',
    ])
    const english = (await client.get('/api/me/accesses', { 'accept-language': 'en' })).json<{
      accesses: { who: string; action: string }[]
    }>()
    expect(english.accesses[0]).toMatchObject({ who: 'Yourself', action: 'Signed in' })
  })
})

describe('too many tries to sign in', () => {
  let fixture: AccountsFixture
  let person: SyntheticPerson
  const tryFrom = async (client: TestClient, password: string): Promise<number> =>
    (await client.post('/api/sessions', { login: person.insuranceNumber, password })).statusCode
  beforeAll(async () => {
    fixture = await openAccountsFixture()
    person = await fixture.addPerson()
    await fixture.signInFirst(person, await fixture.openFor(person), GOOD)
  })
  afterAll(() => fixture.close())

  it('on one device end after ten with the time of the next, and a right password in between clears them', async () => {
    const client = new TestClient(fixture.server, { address: '203.0.113.1' })
    expect(await tryFrom(client, GOOD)).toBe(201)
    for (let at = 0; at < 9; at += 1) expect(await tryFrom(client, 'sai rồi')).toBe(401)
    expect(await tryFrom(client, GOOD)).toBe(201)
    for (let at = 0; at < 10; at += 1) expect(await tryFrom(client, 'sai rồi')).toBe(401)
    const answer = await client.post('/api/sessions', { login: person.insuranceNumber, password: GOOD })
    expect(answer.statusCode).toBe(429)
    expect(answer.json<{ tryAgainAt: string }>().tryAgainAt).toMatch(/^\d{4}-/)
  })

  it('of strangers never lock out a device the person used before, not even from the same address', async () => {
    const own = new TestClient(fixture.server, { address: '203.0.113.2' })
    expect(await tryFrom(own, GOOD)).toBe(201)
    await own.delete('/api/sessions/current')
    const statuses = new Set<number>()
    for (let at = 0; at < 60; at += 1) statuses.add(await tryFrom(new TestClient(fixture.server, { address: '203.0.113.2' }), 'đoán mò'))
    expect(statuses).toStrictEqual(new Set([401, 429]))
    expect(await tryFrom(own, GOOD)).toBe(201)
  })

  it('at one account do not touch a neighbour behind the same address', async () => {
    const neighbour = await fixture.addPerson()
    await fixture.signInFirst(neighbour, await fixture.openFor(neighbour), GOOD)
    const answer = await new TestClient(fixture.server, { address: '203.0.113.2' }).post('/api/sessions', {
      login: neighbour.insuranceNumber,
      password: GOOD,
    })
    expect(answer.statusCode).toBe(201)
  })

  it('read the same for a number nobody has', async () => {
    const client = new TestClient(fixture.server, { address: '203.0.113.3' })
    const statuses: number[] = []
    for (let at = 0; at < 12; at += 1)
      statuses.push((await client.post('/api/sessions', { login: '9999999999', password: 'x' })).statusCode)
    expect(statuses).toStrictEqual([...Array.from({ length: 11 }, () => 401), 429])
  })

  it('take a device id that was made up for none, whatever it is made of, and give a real one', async () => {
    for (const made of ['A'.repeat(22), `${'A'.repeat(22)}.${'B'.repeat(22)}`, `${'A'.repeat(22)}.${encodeURIComponent('é'.repeat(22))}`]) {
      const client = new TestClient(fixture.server, { address: '203.0.113.2' })
      client.cookies.set('__Host-ansinh-device', made)
      const wrong = { login: '9999999998', password: 'x' }
      expect((await client.post('/api/sessions', wrong)).statusCode).toBe(401)
      const given = client.cookies.get('__Host-ansinh-device')
      expect(given).not.toContain('A'.repeat(22))
      await client.post('/api/sessions', wrong)
      expect(client.cookies.get('__Host-ansinh-device')).toBe(given)
    }
  })

  it('count a forged device cookie as a stranger’s', async () => {
    const forged = new TestClient(fixture.server, { address: '203.0.113.2' })
    forged.cookies.set('__Host-ansinh-device', `${'A'.repeat(22)}.${'B'.repeat(22)}`)
    expect(await tryFrom(forged, GOOD)).toBe(429)
  })
})

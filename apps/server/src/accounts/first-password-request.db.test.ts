import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestClient } from '../platform/test-client.ts'
import { type AccountsFixture, openAccountsFixture, type SyntheticPerson } from './accounts-fixture.ts'

const GOOD = 'cơn mưa chiều nay đi đâu'
type Asked = { requestId: string; expiresAt: string; resendAt: string }

describe('a new first password without a visit', () => {
  let fixture: AccountsFixture
  const client = (): TestClient => new TestClient(fixture.server)
  const ask = async (login: string, bornOn: string) => client().post('/api/first-password-requests', { login, bornOn })
  const prove = async (requestId: string, code: string) => client().post(`/api/first-password-requests/${requestId}/proof`, { code })
  /** The newest SMS that has it; sending goes on after the answer. */
  const pick = async (phone: string, what: RegExp, count: number): Promise<string> => {
    const find = async (): Promise<string[]> => (await fixture.readSms(phone)).flatMap((text) => what.exec(text)?.[0] ?? [])
    await expect.poll(async () => (await find()).length, { timeout: 5000 }).toBeGreaterThanOrEqual(count)
    return (await find()).at(-1) ?? ''
  }
  const readCode = (phone: string, count = 1): Promise<string> => pick(phone, /\b\d{6}\b/, count)
  const readFirstPassword = (phone: string): Promise<string> => pick(phone, /[a-z]{4}-\d{4}-[a-z]{4}/, 1)
  /** Long enough for what goes on after an answer. */
  const settle = (): Promise<unknown> => new Promise((resolve) => void setTimeout(resolve, 500))
  const forgetLimits = (): Promise<unknown> => fixture.platform.sql`DELETE FROM limit_counters`
  const askFor = async (person: SyntheticPerson): Promise<Asked> => (await ask(person.insuranceNumber, person.bornOn)).json<Asked>()
  beforeAll(async () => void (fixture = await openAccountsFixture()))
  afterAll(() => fixture.close())

  it('is asked by number and birth date, proved by a code to the phone, and opens the first sign-in again', async () => {
    const person = await fixture.addPerson()
    const old = await fixture.openFor(person)
    await fixture.platform.moveClock('80 hours')
    const { requestId } = await askFor(person)
    expect((await prove(requestId, await readCode(person.phone))).statusCode).toBe(202)
    const firstPassword = await readFirstPassword(person.phone)
    expect((await fixture.signInFirst(person, old, GOOD)).answer.statusCode).toBe(401)
    expect((await fixture.signInFirst(person, firstPassword, GOOD)).answer.statusCode).toBe(201)
    await fixture.platform.moveClock('0')
  })

  it('helps who forgot the own password: the old password and sessions end when the new one is set', async () => {
    const person = await fixture.addPerson()
    const { client: before } = await fixture.signInFirst(person, await fixture.openFor(person), GOOD)
    const { requestId } = await askFor(person)
    await prove(requestId, await readCode(person.phone))
    expect((await before.get('/api/me')).statusCode).toBe(200)
    const hooks = fixture.firstSignIns.length
    expect((await fixture.signInFirst(person, await readFirstPassword(person.phone), `${GOOD} khác`)).answer.statusCode).toBe(201)
    expect(fixture.firstSignIns).toHaveLength(hooks)
    expect((await before.get('/api/me')).statusCode).toBe(401)
    expect((await client().post('/api/sessions', { login: person.insuranceNumber, password: GOOD })).statusCode).toBe(401)
    expect((await client().post('/api/sessions', { login: person.insuranceNumber, password: `${GOOD} khác` })).statusCode).toBe(201)
  })

  it('is answered the same, in the same time, for somebody, nobody and another birth date; only the right one gets an SMS', async () => {
    const person = await fixture.addPerson()
    await fixture.openFor(person)
    const without = await fixture.addPerson()
    const stopped = await fixture.addPerson()
    await fixture.openFor(stopped)
    await fixture.platform.sql`UPDATE accounts SET state = 'stopped' WHERE person_id = ${stopped.personId}`
    const questions = [
      [person.insuranceNumber, person.bornOn],
      ['9999999999', person.bornOn],
      [person.insuranceNumber, '1981-01-01'],
      [without.insuranceNumber, without.bornOn],
      [stopped.insuranceNumber, stopped.bornOn],
      ['không phải số', '1980'],
    ] as const
    for (const [login, bornOn] of questions) {
      const answer = await ask(login, bornOn)
      expect(answer.statusCode).toBe(202)
      expect(Object.keys(answer.json<object>())).toStrictEqual(['requestId', 'expiresAt', 'resendAt'])
    }
    await readCode(person.phone)
    await settle()
    expect(await fixture.readSms(person.phone)).toHaveLength(1)
    for (const other of [without, stopped]) expect(await fixture.readSms(other.phone)).toStrictEqual([])
  })

  it('is answered before anybody is looked for: the clock tells a stranger nothing', async () => {
    const quickest = { somebody: Infinity, nobody: Infinity }
    for (let round = 0; round < 6; round += 1) {
      const person = await fixture.addPerson()
      await fixture.openFor(person)
      for (const [who, login] of [
        ['somebody', person.insuranceNumber],
        ['nobody', `98${person.insuranceNumber.slice(2)}`],
      ] as const) {
        const from = performance.now()
        await ask(login, person.bornOn)
        quickest[who] = Math.min(quickest[who], performance.now() - from)
        await settle()
      }
    }
    expect(Math.abs(quickest.somebody - quickest.nobody)).toBeLessThan(10)
  })

  it('does not tell a stranger that the phone just got a code', async () => {
    const person = await fixture.addPerson()
    await fixture.openFor(person)
    await askFor(person)
    await readCode(person.phone)
    expect((await ask(person.nationalId, person.bornOn)).statusCode).toBe(202)
    await settle()
    expect(await fixture.readSms(person.phone)).toHaveLength(1)
  })

  it('is asked by one network three times in ten minutes for a number, known or not, and then told when again', async () => {
    for (const login of [(await fixture.addPerson()).insuranceNumber, '9999999998']) {
      const answers = []
      for (let at = 0; at < 4; at += 1) answers.push(await ask(login, '1980-03-05'))
      expect(answers.map(({ statusCode }) => statusCode)).toStrictEqual([202, 202, 202, 429])
      expect(answers.at(-1)?.json<{ tryAgainAt: string }>().tryAgainAt).toMatch(/^\d{4}-/u)
      const elsewhere = new TestClient(fixture.server, { address: '198.51.100.7' })
      expect((await elsewhere.post('/api/first-password-requests', { login, bornOn: '1980-03-05' })).statusCode).toBe(202)
    }
  })

  it('is asked on the person’s own device when strangers on many networks used up all they have', async () => {
    const person = await fixture.addPerson()
    const { client: own } = await fixture.signInFirst(person, await fixture.openFor(person), GOOD)
    await own.delete('/api/sessions/current')
    const body = { login: person.insuranceNumber, bornOn: person.bornOn }
    const statuses: number[] = []
    for (let at = 0; at < 30; at += 1) {
      const stranger = new TestClient(fixture.server, { address: `198.51.${at}.7` })
      statuses.push((await stranger.post('/api/first-password-requests', body)).statusCode)
    }
    expect(statuses.at(-1)).toBe(429)
    await settle()
    const before = (await fixture.readSms(person.phone)).length
    const answer = await own.post('/api/first-password-requests', body)
    expect(answer.statusCode).toBe(202)
    // The phone's own count of codes was not theirs to use up either; and their requests did not end this one.
    const code = await readCode(person.phone, before + 1 - 1)
    await new TestClient(fixture.server, { address: '198.51.77.7' }).post('/api/first-password-requests', body)
    expect((await prove(answer.json<Asked>().requestId, code)).statusCode).toBe(202)
    // A known device is told the truth about the phone instead of being left waiting.
    const again = await own.post('/api/first-password-requests', body)
    expect(again.json<{ code: string; tryAgainAt: string }>()).toMatchObject({ code: 'too-many', tryAgainAt: expect.any(String) as string })
  })

  it('is sent three times a day and no more', async () => {
    const person = await fixture.addPerson()
    await fixture.openFor(person)
    const statuses: number[] = []
    for (let at = 0; at < 4; at += 1) {
      await fixture.platform.sql`DELETE FROM limit_counters WHERE key NOT LIKE 'first-password-reissue%'`
      const { requestId } = await askFor(person)
      statuses.push((await prove(requestId, await readCode(person.phone, at + 1))).statusCode)
    }
    expect(statuses).toStrictEqual([202, 202, 202, 429])
  })

  it('is sent once for a code that two requests prove at the same time', async () => {
    const person = await fixture.addPerson()
    await fixture.openFor(person)
    await forgetLimits()
    const { requestId } = await askFor(person)
    const code = await readCode(person.phone)
    const answers = await Promise.all([1, 2, 3].map(() => prove(requestId, code)))
    expect(answers.map((answer) => String(answer.statusCode)).toSorted()).toStrictEqual(['202', '400', '400'])
    expect((await fixture.readSms(person.phone)).filter((text) => /[a-z]{4}-\d{4}-[a-z]{4}/.test(text))).toHaveLength(1)
  })

  it('is not given for a wrong code, an unknown request, or a code of another request', async () => {
    const [first, second] = [await fixture.addPerson(), await fixture.addPerson()]
    await fixture.openFor(first)
    await fixture.openFor(second)
    const { requestId } = await askFor(first)
    await askFor(second)
    const code = await readCode(second.phone)
    if (code !== (await readCode(first.phone))) expect((await prove(requestId, code)).json()).toMatchObject({ code: 'code-wrong' })
    expect((await prove(randomUUID(), code)).json()).toMatchObject({ code: 'code-wrong' })
    expect((await prove('nonsense', code)).statusCode).toBe(400)
  })

  it('is not given while a decision can still be undone', async () => {
    const person = await fixture.addPerson()
    await fixture.openFor(person, { heldUntil: new Date(Date.now() + 20_000) })
    await askFor(person)
    await settle()
    expect(await fixture.readSms(person.phone)).toStrictEqual([])
  })
})

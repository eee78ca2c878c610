import { randomBytes } from 'node:crypto'
import { ACCOUNT_STATES, type AccountState, makeFormCode } from '@an-sinh/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Holder, type HoldersFixture, openHolders, OTHER_PASSWORD, PASSWORD, setPassword } from './holders-fixture.ts'
import { TestClient } from './platform/test-client.ts'

const drawFormCode = (): string => makeFormCode(randomBytes(9)) ?? drawFormCode()

describe('a link by e-mail for a forgotten password', () => {
  let fixture: HoldersFixture
  beforeAll(async () => {
    fixture = await openHolders()
  })
  afterAll(() => fixture.close())

  let networks = 0
  const visitor = (): TestClient => {
    networks += 1
    return new TestClient(fixture.server, { address: `198.51.${networks % 250}.9` })
  }
  const ask = ({ login, bornOn }: Holder, client = visitor(), formCode?: string) =>
    client.post('/api/email-link-requests', { login, bornOn, ...(formCode === undefined ? {} : { formCode }) })
  const linksTo = async ({ email }: Holder): Promise<string[]> =>
    (await fixture.messagesTo(email)).flatMap((text) => /https?:\/\/\S+#\S+/u.exec(text)?.[0] ?? [])
  /** The newest link's secret; sending goes on after the answer. */
  const secretTo = async (holder: Holder, count = 1): Promise<string> => {
    await expect.poll(async () => (await linksTo(holder)).length, { timeout: 5000 }).toBeGreaterThanOrEqual(count)
    return (await linksTo(holder)).at(-1)?.split('#')[1] ?? ''
  }
  const settle = (): Promise<unknown> => new Promise((resolve) => void setTimeout(resolve, 500))
  const open = (secret: string, bornOn: string, client = visitor()) => client.post('/api/email-link-openings', { secret, bornOn })
  const RUN_OUT = { code: 'email-link-run-out' }

  it('opens with the birth date, sets a password, ends every other session and is told to the phone', async () => {
    const holder = await fixture.openHolder()
    expect((await ask(holder)).statusCode).toBe(202)
    const secret = await secretTo(holder)
    const client = visitor()
    expect((await open(secret, '1981-03-05', client)).json()).toMatchObject(RUN_OUT)
    expect((await open(secret, holder.bornOn, client)).json()).toMatchObject({ fullName: 'Trần Thị Mẫu' })
    expect((await holder.client.get('/api/me')).statusCode).toBe(200)
    expect((await setPassword(client, OTHER_PASSWORD)).statusCode).toBe(201)
    expect((await client.get('/api/me')).statusCode).toBe(200)
    expect((await holder.client.get('/api/me')).statusCode).toBe(401)
    for (const [password, status] of [
      [PASSWORD, 401],
      [OTHER_PASSWORD, 201],
    ] as const)
      expect((await visitor().post('/api/sessions', { login: holder.login, password })).statusCode).toBe(status)
    expect((await fixture.messagesTo(holder.phone)).at(-2)).toContain('dat lai bang thu dien tu')
  })

  it('is used once: not again, not by a second link asked for before, not by two at the same time', async () => {
    const holder = await fixture.openHolder()
    await ask(holder)
    const first = await secretTo(holder)
    await ask(holder)
    const second = await secretTo(holder, 2)
    expect(second).not.toBe(first)
    const clients = [visitor(), visitor()]
    for (const client of clients) expect((await open(first, holder.bornOn, client)).statusCode).toBe(201)
    const answers = await Promise.all(clients.map((client) => setPassword(client, OTHER_PASSWORD)))
    expect(answers.map(({ statusCode }) => String(statusCode)).toSorted()).toStrictEqual(['201', '401'])
    for (const secret of [first, second]) expect((await open(secret, holder.bornOn)).json()).toMatchObject(RUN_OUT)
  })

  it('runs out after thirty minutes', async () => {
    const holder = await fixture.openHolder()
    await ask(holder)
    const secret = await secretTo(holder)
    await fixture.platform.moveClock('31 minutes')
    expect((await open(secret, holder.bornOn)).json()).toMatchObject(RUN_OUT)
    await fixture.platform.moveClock('0')
    expect((await open(secret, holder.bornOn)).statusCode).toBe(201)
  })

  it.each(Object.entries(ACCOUNT_STATES) as [AccountState, { mayResetPassword: boolean }][])(
    'is sent for an account that is %s as the table of states says, and answered alike',
    async (state, { mayResetPassword }) => {
      const holder = await fixture.openHolder()
      await fixture.platform.sql`UPDATE accounts SET state = ${state} WHERE person_id = ${holder.personId}`
      const answer = await ask(holder)
      expect([answer.statusCode, answer.json()]).toStrictEqual([202, { minutes: 30 }])
      if (mayResetPassword) {
        const client = visitor()
        expect((await open(await secretTo(holder), holder.bornOn, client)).statusCode).toBe(201)
        expect((await setPassword(client, OTHER_PASSWORD)).statusCode).toBe(201)
      } else {
        await settle()
        expect(await linksTo(holder)).toStrictEqual([])
      }
    },
  )

  it('that was sent opens nothing once the account is held', async () => {
    const holder = await fixture.openHolder()
    await ask(holder)
    const secret = await secretTo(holder)
    const client = visitor()
    await open(secret, holder.bornOn, client)
    await fixture.platform.sql`UPDATE accounts SET state = 'held' WHERE person_id = ${holder.personId}`
    expect((await setPassword(client, OTHER_PASSWORD)).statusCode).toBe(401)
    expect((await open(secret, holder.bornOn)).json()).toMatchObject(RUN_OUT)
  })

  it('is answered alike, in the same time, for nobody, another birth date and an account without an address', async () => {
    const holder = await fixture.openHolder()
    const without = await fixture.openHolder()
    await fixture.platform.sql`UPDATE accounts SET email = NULL WHERE person_id = ${without.personId}`
    const quickest: number[] = []
    for (const [at, asked] of [holder, { ...holder, bornOn: '1999' }, { ...holder, login: '9999999999' }, without].entries()) {
      for (let round = 0; round < 5; round += 1) {
        const from = performance.now()
        const answer = await ask(asked)
        quickest[at] = Math.min(quickest[at] ?? Infinity, performance.now() - from)
        expect([answer.statusCode, answer.json()]).toStrictEqual([202, { minutes: 30 }])
        await settle()
      }
    }
    expect(Math.max(...quickest) - Math.min(...quickest)).toBeLessThan(10)
    expect(await linksTo(without)).toStrictEqual([])
  })

  it('is kept as a hash only, and its secret stands behind the # of the address', async () => {
    const holder = await fixture.openHolder()
    await ask(holder)
    const secret = await secretTo(holder)
    expect((await linksTo(holder))[0]).toMatch(/^http:\/\/localhost:\d+\/dang-nhap\/lien-ket#[\w-]{43}$/u)
    const rows = await fixture.platform.sql`SELECT * FROM email_links`
    expect(JSON.stringify(rows)).not.toContain(secret)
    const audit = await fixture.platform.sql`SELECT * FROM audit_lines WHERE person_id = ${holder.personId}`
    expect(JSON.stringify(audit)).not.toContain(secret)
  })

  it('is asked for with the form code in hand when strangers used up all they have', async () => {
    const holder = await fixture.openHolder()
    const formCode = drawFormCode()
    const { sql, keyring } = fixture.platform
    const [account] = await sql<{ id: string }[]>`SELECT registration_id AS id FROM accounts WHERE person_id = ${holder.personId}`
    await sql`
      INSERT INTO registrations (registration_id, state, declared, proved_phone, office_id, file_number, form_code_hmac, form_code_encrypted,
        submitted_at, submitted_on, due_on, grace_ends_on, deadline_rule_version, received_at)
      VALUES (${account?.id ?? ''}, 'received', '{}', ${holder.phone}, 1, '90001/2026/00001', ${keyring.hmac('form-code', formCode)},
        ${keyring.encrypt('form-code', formCode, account?.id ?? '')}, ansinh_now(), ansinh_today(), ansinh_today() + 10, ansinh_today() + 15, 'test', ansinh_now())`
    let status = 202
    for (let at = 0; at < 40 && status === 202; at += 1) status = (await ask(holder)).statusCode
    expect(status).toBe(429)
    expect((await ask(holder, visitor(), drawFormCode())).statusCode).toBe(429)
    const sent = (await linksTo(holder)).length
    expect((await ask(holder, visitor(), formCode)).statusCode).toBe(202)
    await secretTo(holder, sent + 1)
    const asked = { login: holder.login, bornOn: holder.bornOn, formCode }
    expect((await visitor().post('/api/first-password-requests', asked)).statusCode).toBe(202)
  })
})

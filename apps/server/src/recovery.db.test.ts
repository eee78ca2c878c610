import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccount, prepareFirstPassword } from './accounts/index.ts'
import { createApp } from './app.ts'
import { copyPersons } from './persons/index.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { inTransaction } from './platform/transaction.ts'
import { createStaffUser, currentTotp } from './staff/index.ts'

const PASSWORD = 'cơn mưa chiều nay đi đâu'
const OTHER = 'bông lúa chín ven đường 7'
type Holder = { personId: number; login: string; bornOn: string; phone: string }

describe('ways back into an account', () => {
  let platform: TestPlatform
  let server: Server
  let clerk: TestClient
  let count = 0
  beforeAll(async () => {
    platform = await openTestPlatform()
    server = await createApp(platform, 'both')
    await server.fastify.ready()
    await platform.sql`INSERT INTO offices (office_id, provisional_code, name, office_level, province_code, address, valid_from, source)
      VALUES (1, '90001', 'BHXH cơ sở Mẫu', 'grassroots', '01', 'Số 1 đường Mẫu', '2025-07-01', 'test')`
    const staff = { userName: 'quay', fullName: 'Lê Văn Quầy', role: 'clerk', officeId: 1, password: PASSWORD } as const
    const { totpSecret } = await createStaffUser(platform, staff)
    clerk = new TestClient(server)
    await clerk.post('/api/staff/sessions', { userName: staff.userName, password: PASSWORD })
    await clerk.post('/api/staff/sessions/second-factor', { code: currentTotp(totpSecret) })
  })
  afterAll(async () => {
    await server.fastify.close()
    await platform.drop()
  })

  const addPerson = async (): Promise<Holder> => {
    count += 1
    const absent = { legacyId: null, passportNumber: null, nationality: 'VN', wardCode: null, address: null, householdId: null }
    const rest = { householdRelation: null, phoneOnFile: null, diedOn: null, mergedIntoPersonId: null, nationalId: null }
    const login = `99000009${String(count).padStart(2, '0')}`
    const person = { fullName: 'Trần Thị Mẫu', bornOn: '1980-03-05', sex: 'female', insuranceNumber: login } as const
    const [personId = 0] = await copyPersons(platform.sql, { persons: [{ ...person, ...absent, ...rest }], households: [] }, 'test')
    return { personId, login, bornOn: person.bornOn, phone: `+84950009${String(count).padStart(3, '0')}` }
  }
  const open = async ({ personId, phone }: Holder): Promise<string> => {
    const { plain, hash } = await prepareFirstPassword()
    const account = { personId, phone, email: 'mau@example.invalid', registrationId: randomUUID(), firstPasswordHash: hash }
    await inTransaction(platform, (transaction) => openAccount(transaction, { ...account, heldUntil: new Date(Date.now() - 1000) }))
    return plain
  }
  const prove = async ({ login, bornOn }: Holder, firstPassword: string, client = new TestClient(server)) => ({
    client,
    status: (await client.post('/api/first-sign-ins', { login, firstPassword, bornOn })).statusCode,
  })
  const setPassword = (client: TestClient, password: string) => client.post('/api/first-sign-ins/password', { password })
  const openHolder = async (): Promise<Holder & { first: TestClient }> => {
    const holder = await addPerson()
    const { client } = await prove(holder, await open(holder))
    expect((await setPassword(client, PASSWORD)).statusCode).toBe(201)
    return { ...holder, first: client }
  }
  const smsTo = async ({ phone }: Holder): Promise<string[]> => {
    const { sql, keyring } = platform
    const rows = await sql<{ messageId: string; text: Buffer }[]>`
      SELECT message_id AS "messageId", text_encrypted AS text FROM messages WHERE recipient_hmac = ${keyring.hmac('phone', phone)} ORDER BY created_at, message_id`
    return rows.map((row) => keyring.decrypt('message', row.text, row.messageId).toString('utf8'))
  }
  type Issue = { originalChecked?: boolean; reason?: string | null; note?: string }
  const issue = ({ login }: Holder, { originalChecked = true, reason = 'password-forgotten', note = '' }: Issue = {}) =>
    clerk.post('/api/counter/activation-codes', { number: login, originalChecked, reason, note })
  const codeOf = (answer: { json: () => unknown }): string => (answer.json() as { code: string }).code

  describe('a code from the counter', () => {
    it('opens the account once, with number and birth date, and ends what was signed in before', async () => {
      const holder = await openHolder()
      const answer = await issue(holder)
      expect(answer.statusCode).toBe(201)
      const code = codeOf(answer)
      // Nothing is lost by a slip that nobody uses.
      expect((await holder.first.get('/api/me')).statusCode).toBe(200)
      expect((await prove({ ...holder, bornOn: '1981-03-05' }, code)).status).toBe(401)
      const { client, status } = await prove(holder, code)
      expect(status).toBe(201)
      expect((await setPassword(client, OTHER)).statusCode).toBe(201)
      expect((await holder.first.get('/api/me')).statusCode).toBe(401)
      expect((await prove(holder, code)).status).toBe(401)
    })
    it('works for an account whose first password never arrived', async () => {
      const holder = await addPerson()
      await open(holder)
      const { client, status } = await prove(holder, codeOf(await issue(holder, { reason: 'message-not-received' })))
      expect(status).toBe(201)
      expect((await setPassword(client, OTHER)).statusCode).toBe(201)
    })
    it('is not given without the original, a reason, or a word about another reason', async () => {
      const holder = await openHolder()
      const refusal = async (change: Issue) => (await issue(holder, change)).json<{ code: string }>().code
      expect(await refusal({ originalChecked: false })).toBe('original-not-checked')
      expect(await refusal({ reason: null })).toBe('reason-missing')
      expect(await refusal({ reason: 'other', note: ' ' })).toBe('note-missing')
      expect((await issue(holder, { reason: 'other', note: 'mất cả máy lẫn SIM' })).statusCode).toBe(201)
    })
    it.each([
      ['held', 'account-closed'],
      ['stopped', 'account-closed'],
    ])('is not given for an account that is %s', async (state, code) => {
      const holder = await openHolder()
      await platform.sql`UPDATE accounts SET state = ${state} WHERE person_id = ${holder.personId}`
      expect((await issue(holder)).json()).toMatchObject({ code })
      const found = await clerk.post('/api/counter/account-lookups', { number: holder.login })
      expect(found.json()).toMatchObject({ mayIssue: false })
    })
    it('is not given where there is no account or nobody', async () => {
      const nobody = await addPerson()
      expect((await issue(nobody)).json()).toMatchObject({ code: 'account-unknown' })
      expect((await clerk.post('/api/counter/account-lookups', { number: nobody.login })).json()).toMatchObject({ phoneMasked: null })
      expect((await issue({ ...nobody, login: '9911111111' })).json()).toMatchObject({ code: 'person-unknown' })
    })
    it('runs out after 72 hours, and a newer one takes its place', async () => {
      const holder = await openHolder()
      const [first, second] = [codeOf(await issue(holder)), codeOf(await issue(holder))]
      expect((await prove(holder, first)).status).toBe(401)
      await platform.moveClock('73 hours')
      expect((await prove(holder, second)).status).toBe(401)
      await platform.moveClock('0')
      expect((await prove(holder, second)).status).toBe(201)
    })
    it('is told to the phone on file, without the code, and stands in the audit with its reason', async () => {
      const holder = await openHolder()
      const code = codeOf(await issue(holder, { reason: 'phone-gone' }))
      const texts = await smsTo(holder)
      expect(texts.at(-1)).toContain('bao mat so dien thoai nay')
      expect(texts.join(' ')).not.toContain(code)
      const [line] = await platform.sql<{ reason: string; kind: string }[]>`
        SELECT reason_code AS reason, actor_kind AS kind FROM audit_lines WHERE person_id = ${holder.personId} AND action = 'counter-code-issued'`
      expect(line).toStrictEqual({ reason: 'phone-gone', kind: 'staff' })
    })
    it('is kept as a hash only, and not even that once it was used', async () => {
      const holder = await openHolder()
      const code = codeOf(await issue(holder))
      const read = async () => {
        const [row] = await platform.sql<{ hash: string | null; used: boolean }[]>`
          SELECT code_hash AS hash, used_at IS NOT NULL AS used FROM counter_codes WHERE person_id = ${holder.personId}`
        return row
      }
      expect((await read())?.hash).toMatch(/^\$argon2id\$/u)
      expect(JSON.stringify(await read())).not.toContain(code)
      const { client } = await prove(holder, code)
      await setPassword(client, OTHER)
      expect(await read()).toStrictEqual({ hash: null, used: true })
    })
    it('is given to one person five times a day at most, and says when again', async () => {
      const holder = await openHolder()
      for (let at = 0; at < 5; at += 1) expect((await issue(holder)).statusCode).toBe(201)
      const answer = await issue(holder)
      expect(answer.statusCode).toBe(429)
      expect(answer.json<{ tryAgainAt: string }>().tryAgainAt).toMatch(/^\d{4}-/u)
    })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Holder, type HoldersFixture, openHolders, OTHER_PASSWORD, setPassword } from './holders-fixture.ts'

describe('ways back into an account', () => {
  let fixture: HoldersFixture
  beforeAll(async () => {
    fixture = await openHolders()
  })
  afterAll(() => fixture.close())

  type Issue = { originalChecked?: boolean; reason?: string | null; note?: string }
  const issue = ({ login }: Holder, { originalChecked = true, reason = 'password-forgotten', note = '' }: Issue = {}) =>
    fixture.clerk.post('/api/counter/activation-codes', { number: login, originalChecked, reason, note })
  const codeOf = (answer: { json: () => unknown }): string => (answer.json() as { code: string }).code

  describe('a code from the counter', () => {
    it('opens the account once, with number and birth date, and ends what was signed in before', async () => {
      const holder = await fixture.openHolder()
      const answer = await issue(holder)
      expect(answer.statusCode).toBe(201)
      const code = codeOf(answer)
      // Nothing is lost by a slip that nobody uses.
      expect((await holder.client.get('/api/me')).statusCode).toBe(200)
      expect((await fixture.prove({ ...holder, bornOn: '1981-03-05' }, code)).status).toBe(401)
      const { client, status } = await fixture.prove(holder, code)
      expect(status).toBe(201)
      expect((await setPassword(client, OTHER_PASSWORD)).statusCode).toBe(201)
      expect((await holder.client.get('/api/me')).statusCode).toBe(401)
      expect((await fixture.prove(holder, code)).status).toBe(401)
    })
    it('works for an account whose first password never arrived', async () => {
      const holder = await fixture.addPerson()
      await fixture.open(holder)
      const { client, status } = await fixture.prove(holder, codeOf(await issue(holder, { reason: 'message-not-received' })))
      expect(status).toBe(201)
      expect((await setPassword(client, OTHER_PASSWORD)).statusCode).toBe(201)
    })
    it('is not given without the original, a reason, or a word about another reason', async () => {
      const holder = await fixture.openHolder()
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
      const holder = await fixture.openHolder()
      await fixture.platform.sql`UPDATE accounts SET state = ${state} WHERE person_id = ${holder.personId}`
      expect((await issue(holder)).json()).toMatchObject({ code })
      const found = await fixture.clerk.post('/api/counter/account-lookups', { number: holder.login, reason: 'holder-present' })
      expect(found.json()).toMatchObject({ mayIssue: false })
    })
    it('is not given where there is no account or nobody', async () => {
      const nobody = await fixture.addPerson()
      expect((await issue(nobody)).json()).toMatchObject({ code: 'account-unknown' })
      const found = await fixture.clerk.post('/api/counter/account-lookups', { number: nobody.login, reason: 'holder-present' })
      expect(found.json()).toMatchObject({ account: null })
      expect((await issue({ ...nobody, login: '9911111111' })).json()).toMatchObject({ code: 'person-unknown' })
    })
    it('runs out after 72 hours, and a newer one takes its place', async () => {
      const holder = await fixture.openHolder()
      const [first, second] = [codeOf(await issue(holder)), codeOf(await issue(holder))]
      expect((await fixture.prove(holder, first)).status).toBe(401)
      await fixture.platform.moveClock('73 hours')
      expect((await fixture.prove(holder, second)).status).toBe(401)
      await fixture.platform.moveClock('0')
      expect((await fixture.prove(holder, second)).status).toBe(201)
    })
    it('is told to the phone on file, without the code, and stands in the audit with its reason', async () => {
      const holder = await fixture.openHolder()
      const code = codeOf(await issue(holder, { reason: 'phone-gone' }))
      const texts = await fixture.messagesTo(holder.phone)
      expect(texts.at(-1)).toContain('bao mat so dien thoai nay')
      expect(texts.join(' ')).not.toContain(code)
      const [line] = await fixture.platform.sql<{ reason: string; kind: string }[]>`
        SELECT reason_code AS reason, actor_kind AS kind FROM audit_lines WHERE person_id = ${holder.personId} AND action = 'counter-code-issued'`
      expect(line).toStrictEqual({ reason: 'phone-gone', kind: 'staff' })
    })
    it('is kept as a hash only, and not even that once it was used', async () => {
      const holder = await fixture.openHolder()
      const code = codeOf(await issue(holder))
      const read = async () => {
        const [row] = await fixture.platform.sql<{ hash: string | null; used: boolean }[]>`
          SELECT code_hash AS hash, used_at IS NOT NULL AS used FROM counter_codes WHERE person_id = ${holder.personId}`
        return row
      }
      expect((await read())?.hash).toMatch(/^\$argon2id\$/u)
      expect(JSON.stringify(await read())).not.toContain(code)
      const { client } = await fixture.prove(holder, code)
      await setPassword(client, OTHER_PASSWORD)
      expect(await read()).toStrictEqual({ hash: null, used: true })
    })
    it('is given to one person five times a day at most, and says when again', async () => {
      const holder = await fixture.openHolder()
      for (let at = 0; at < 5; at += 1) expect((await issue(holder)).statusCode).toBe(201)
      const answer = await issue(holder)
      expect(answer.statusCode).toBe(429)
      expect(answer.json<{ tryAgainAt: string }>().tryAgainAt).toMatch(/^\d{4}-/u)
    })
  })
})

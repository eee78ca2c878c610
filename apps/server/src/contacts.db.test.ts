import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyContactChanges } from './contacts/index.ts'
import { type Holder, type HoldersFixture, openHolders, OTHER_PASSWORD, PASSWORD, setPassword } from './holders-fixture.ts'
import { TestClient } from './platform/test-client.ts'

const NEW_PHONE = '+84951111111'
const NEW_EMAIL = 'moi@example.invalid'
type Person = Holder & { client: TestClient }
type Order = { kind: 'phone' | 'email'; value: string; oldGone?: boolean }

describe('another phone or e-mail address', () => {
  let fixture: HoldersFixture
  beforeAll(async () => {
    fixture = await openHolders()
  })
  afterAll(() => fixture.close())

  const ask = async ({ client }: Person, { kind, value, oldGone = false }: Order) => {
    const changeId = randomUUID()
    return { changeId, answer: await client.post('/api/me/contact-changes', { changeId, kind, value, oldGone }) }
  }
  const prove = ({ client }: Person, changeId: string, side: 'old' | 'new', code: string) =>
    client.post(`/api/me/contact-changes/${changeId}/proof`, { side, code })
  const sendNew = ({ client }: Person, changeId: string) => client.post(`/api/me/contact-changes/${changeId}/codes`, { side: 'new' })
  /** Asked for and proved on both sides: waits its 24 hours. */
  const askAndProve = async (holder: Person, order: Order, oldSide = holder.phone): Promise<string> => {
    const { changeId, answer } = await ask(holder, order)
    expect(answer.statusCode).toBe(201)
    expect((await prove(holder, changeId, 'old', await fixture.codeTo(oldSide))).statusCode).toBe(200)
    expect((await sendNew(holder, changeId)).statusCode).toBe(202)
    const proved = await prove(holder, changeId, 'new', await fixture.codeTo(order.value))
    expect(proved.json()).toMatchObject({ oldProved: true, newProved: true })
    return changeId
  }
  const contactsOf = async (holder: Person) => {
    const [row] = await fixture.platform.sql<
      { phone: string; email: string }[]
    >`SELECT phone, email FROM accounts WHERE person_id = ${holder.personId}`
    return row
  }
  let serial = 0
  const newPhone = (): string => `${NEW_PHONE.slice(0, -3)}${String((serial += 1)).padStart(3, '0')}`

  it('holds 24 hours after codes on the old and the new side, told everywhere before and after', async () => {
    const holder = await fixture.openHolder()
    const value = newPhone()
    await askAndProve(holder, { kind: 'phone', value })
    for (const to of [holder.phone, holder.email]) expect((await fixture.messagesTo(to)).at(-1)).toMatch(/lien lac|liên lạc/u)
    expect((await fixture.messagesTo(value)).at(-1)).toContain('se dung cho mot tai khoan')
    await applyContactChanges(fixture.platform)
    expect(await contactsOf(holder)).toMatchObject({ phone: holder.phone })
    await fixture.platform.moveClock('24 hours 1 minute')
    expect(await applyContactChanges(fixture.platform)).toBe(1)
    expect(await applyContactChanges(fixture.platform)).toBe(0)
    await fixture.platform.moveClock('0')
    expect(await contactsOf(holder)).toStrictEqual({ phone: value, email: holder.email })
    for (const to of [holder.phone, holder.email, value]) expect((await fixture.messagesTo(to)).at(-1)).toMatch(/vua doi|vừa đổi/u)
  })
  it('does not come with a code of one side only, nor with the code of the other side', async () => {
    const holder = await fixture.openHolder()
    const value = newPhone()
    const { changeId } = await ask(holder, { kind: 'phone', value })
    await sendNew(holder, changeId)
    const crossed = await prove(holder, changeId, 'new', await fixture.codeTo(holder.phone))
    expect(crossed.json()).toMatchObject({ code: 'code-wrong' })
    expect((await prove(holder, changeId, 'new', await fixture.codeTo(value))).json()).toMatchObject({ newProved: true, appliesAt: null })
  })
  it('of an e-mail address is proved by the old address, or by the phone when the old one is no longer read', async () => {
    const [one, other] = [await fixture.openHolder(), await fixture.openHolder()]
    await askAndProve(one, { kind: 'email', value: NEW_EMAIL }, one.email)
    await askAndProve(other, { kind: 'email', value: `2${NEW_EMAIL}`, oldGone: true })
    await fixture.platform.moveClock('25 hours')
    expect(await applyContactChanges(fixture.platform)).toBe(2)
    await fixture.platform.moveClock('0')
    expect(await contactsOf(one)).toMatchObject({ email: NEW_EMAIL, phone: one.phone })
  })
  it('is cancelled in the app', async () => {
    const holder = await fixture.openHolder()
    const changeId = await askAndProve(holder, { kind: 'phone', value: newPhone() })
    expect((await holder.client.delete(`/api/me/contact-changes/${changeId}`)).statusCode).toBe(204)
    expect((await holder.client.get('/api/me/contacts')).json()).toMatchObject({ change: null })
    expect((await holder.client.delete(`/api/me/contact-changes/${changeId}`)).statusCode).toBe(404)
    await fixture.platform.moveClock('25 hours')
    expect(await applyContactChanges(fixture.platform)).toBe(0)
    await fixture.platform.moveClock('0')
  })
  it('is stopped by the code sent to the old phone, without signing in; whoever was inside is out', async () => {
    const holder = await fixture.openHolder()
    await askAndProve(holder, { kind: 'phone', value: newPhone() })
    const objection = /[a-z]{4}-\d{4}-[a-z]{4}/u.exec((await fixture.messagesTo(holder.phone)).at(-1) ?? '')?.[0] ?? ''
    const object = (code: string, login = holder.login) =>
      new TestClient(fixture.server).post('/api/contact-change-objections', { login, code })
    const stranger = await fixture.openHolder()
    expect((await object('bbbb-2222-cccc')).json()).toMatchObject({ code: 'objection-code-wrong' })
    expect((await object(objection, stranger.login)).json()).toMatchObject({ code: 'objection-code-wrong' })
    expect((await object(objection)).statusCode).toBe(204)
    expect((await object(objection)).json()).toMatchObject({ code: 'objection-code-wrong' })
    expect((await holder.client.get('/api/me')).statusCode).toBe(401)
    const again = await new TestClient(fixture.server).post('/api/sessions', { login: holder.login, password: PASSWORD })
    expect(again.statusCode).toBe(401)
  })
  it('needs no code to a phone that the counter heard is gone, but still waits', async () => {
    const holder = await fixture.openHolder()
    const order = { number: holder.login, originalChecked: true, reason: 'phone-gone', note: '' }
    const { code } = (await fixture.clerk.post('/api/counter/activation-codes', order)).json<{ code: string }>()
    expect((await holder.client.get('/api/me/contacts')).json()).toMatchObject({ oldPhoneGone: false })
    const { client } = await fixture.prove(holder, code)
    await setPassword(client, OTHER_PASSWORD)
    const value = newPhone()
    const { changeId, answer } = await ask({ ...holder, client }, { kind: 'phone', value })
    expect(answer.json()).toMatchObject({ oldProved: true, oldMasked: null })
    await sendNew({ ...holder, client }, changeId)
    expect((await prove({ ...holder, client }, changeId, 'new', await fixture.codeTo(value))).json()).toMatchObject({
      appliesAt: expect.any(String) as string,
    })
  })
  it('is forgotten by “not me” and by a way back into the account', async () => {
    const holder = await fixture.openHolder()
    await askAndProve(holder, { kind: 'phone', value: newPhone() })
    const { code } = (
      await fixture.clerk.post('/api/counter/activation-codes', {
        number: holder.login,
        originalChecked: true,
        reason: 'password-forgotten',
        note: '',
      })
    ).json<{ code: string }>()
    const { client } = await fixture.prove(holder, code)
    await setPassword(client, OTHER_PASSWORD)
    expect((await client.get('/api/me/contacts')).json()).toMatchObject({ change: null })
  })
  it('is refused for what is on file already, for what is no phone or address, and while another one waits', async () => {
    const holder = await fixture.openHolder()
    const codeOf = async (order: Order) => (await ask(holder, order)).answer.json<{ code: string }>().code
    expect(await codeOf({ kind: 'phone', value: holder.phone })).toBe('contact-same')
    expect(await codeOf({ kind: 'phone', value: '12' })).toBe('phone-shape')
    expect(await codeOf({ kind: 'email', value: 'a@b@example.invalid' })).toBe('contact-email-shape')
    await askAndProve(holder, { kind: 'phone', value: newPhone() })
    expect(await codeOf({ kind: 'phone', value: newPhone() })).toBe('contact-change-open')
  })
  it('of somebody else cannot be proved or cancelled', async () => {
    const [holder, stranger] = [await fixture.openHolder(), await fixture.openHolder()]
    const { changeId } = await ask(holder, { kind: 'phone', value: newPhone() })
    expect((await prove(stranger, changeId, 'old', await fixture.codeTo(holder.phone))).statusCode).toBe(404)
    expect((await stranger.client.delete(`/api/me/contact-changes/${changeId}`)).statusCode).toBe(404)
  })
})

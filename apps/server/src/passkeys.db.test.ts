import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Holder, type HoldersFixture, openHolders, OTHER_PASSWORD, PASSWORD, setPassword } from './holders-fixture.ts'
import { TestClient } from './platform/test-client.ts'
import { SoftwareAuthenticator } from './software-authenticator-fixture.ts'

type Creation = Parameters<SoftwareAuthenticator['create']>[0]
type Request = Parameters<SoftwareAuthenticator['get']>[0]
type Passkey = { passkeyId: string; name: string; lastUsedAt: string | null }

describe('passkeys', () => {
  let fixture: HoldersFixture
  let origin = ''
  beforeAll(async () => {
    fixture = await openHolders()
    origin = fixture.platform.settings.citizenOrigin
  })
  afterAll(() => fixture.close())

  const UNKNOWN = { code: 'passkey-unknown' }
  const visitor = (): TestClient => new TestClient(fixture.server)
  const startAdding = async (client: TestClient) => (await client.post('/api/me/passkey-challenges')).json<Creation>()
  const keep = (client: TestClient, credential: object, name = 'Điện thoại của tôi') =>
    client.post('/api/me/passkeys', { name, credential })
  const startSignIn = async (client: TestClient) => (await client.post('/api/passkey-challenges')).json<Request>()
  const enter = (client: TestClient, credential: object) => client.post('/api/passkey-sessions', { credential })
  const list = async (client: TestClient) => (await client.get('/api/me/passkeys')).json<{ passkeys: Passkey[] }>().passkeys
  const openWithKey = async (): Promise<{ holder: Holder & { client: TestClient }; phone: SoftwareAuthenticator }> => {
    const holder = await fixture.openHolder()
    const phone = new SoftwareAuthenticator(origin)
    expect((await keep(holder.client, phone.create(await startAdding(holder.client)))).statusCode).toBe(201)
    return { holder, phone }
  }

  it('is made on the device, listed, told to the phone, and signs in without a number or a password', async () => {
    const { holder, phone } = await openWithKey()
    expect((await fixture.messagesTo(holder.phone)).at(-1)).toContain('khoa dang nhap')
    expect(await list(holder.client)).toMatchObject([{ name: 'Điện thoại của tôi', lastUsedAt: null }])
    const client = visitor()
    const answer = await enter(client, phone.get(await startSignIn(client)))
    expect([answer.statusCode, answer.json<{ insuranceNumber: string }>().insuranceNumber]).toStrictEqual([201, holder.login])
    expect((await client.get('/api/me')).statusCode).toBe(200)
    expect((await list(client))[0]?.lastUsedAt).toMatch(/^\d{4}-/u)
  })

  it('signing in by one is a new device where the person was never seen, stands in the list of devices, and is remembered', async () => {
    const { holder, phone } = await openWithKey()
    const before = (await fixture.messagesTo(holder.phone)).length
    const client = visitor()
    await enter(client, phone.get(await startSignIn(client)))
    expect((await fixture.messagesTo(holder.phone)).slice(before).join(' ')).toContain('thiet bi moi')
    expect((await client.get('/api/me/devices')).json<{ devices: unknown[] }>().devices).toHaveLength(2)
    await client.delete('/api/sessions/current')
    const after = (await fixture.messagesTo(holder.phone)).length
    expect((await enter(client, phone.get(await startSignIn(client)))).statusCode).toBe(201)
    expect(await fixture.messagesTo(holder.phone)).toHaveLength(after)
  })

  it('names nobody before it signs: the same question for everybody, and the device knows no number of the person', async () => {
    const { holder } = await openWithKey()
    const asked = await startSignIn(visitor())
    expect(Object.keys(asked).toSorted()).toStrictEqual(['challenge', 'rpId', 'timeout', 'userVerification'])
    const options = await startAdding(holder.client)
    expect(JSON.stringify(options)).not.toContain(holder.login)
    expect(options.excludeCredentials).toHaveLength(1)
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
    })
  })

  it.each([
    ['without finger, face or PIN', { flags: { userVerified: false } }],
    ['for a page of another address', { origin: 'https://an-sinh.example.invalid' }],
    ['with nobody there', { flags: { userPresent: false } }],
  ])('is not made and does not sign in %s', async (_what, lie) => {
    const { holder, phone } = await openWithKey()
    const other = new SoftwareAuthenticator(origin)
    expect((await keep(holder.client, other.create(await startAdding(holder.client), lie))).json()).toMatchObject({
      code: 'passkey-not-made',
    })
    const client = visitor()
    expect((await enter(client, phone.get(await startSignIn(client), lie))).json()).toMatchObject(UNKNOWN)
    expect((await client.get('/api/me')).statusCode).toBe(401)
  })

  it('answers a challenge once, in five minutes, of this server, and for the purpose it was made for', async () => {
    const { holder, phone } = await openWithKey()
    const client = visitor()
    const asked = await startSignIn(client)
    const answer = phone.get(asked)
    const both = await Promise.all([enter(client, answer), enter(visitor(), answer)])
    expect(both.map(({ statusCode }) => String(statusCode)).toSorted()).toStrictEqual(['201', '401'])
    expect((await enter(visitor(), phone.get(asked))).json()).toMatchObject(UNKNOWN)
    const invented = { ...asked, challenge: Buffer.alloc(52, 7).toString('base64url') }
    expect((await enter(visitor(), phone.get(invented))).json()).toMatchObject(UNKNOWN)
    const forAdding = (await startAdding(holder.client)).challenge
    expect((await enter(visitor(), phone.get({ ...asked, challenge: forAdding }))).json()).toMatchObject(UNKNOWN)
    const late = await startSignIn(client)
    await fixture.platform.moveClock('6 minutes')
    expect((await enter(visitor(), phone.get(late))).json()).toMatchObject(UNKNOWN)
    await fixture.platform.moveClock('0')
  })

  it('made by an answer meant for another person, or that is somebody’s already, is not kept', async () => {
    const [first, second] = [await openWithKey(), await openWithKey()]
    const options = await startAdding(first.holder.client)
    expect((await keep(second.holder.client, first.phone.create(options))).json()).toMatchObject({ code: 'passkey-not-made' })
    const made = new SoftwareAuthenticator(origin)
    const credential = made.create(options)
    expect((await keep(first.holder.client, credential)).statusCode).toBe(201)
    expect((await keep(first.holder.client, credential)).json()).toMatchObject({ code: 'passkey-not-made' })
  })

  it('copied from a device is noticed by its counter', async () => {
    const { phone } = await openWithKey()
    const [key] = phone.keys
    const client = visitor()
    expect((await enter(client, phone.get(await startSignIn(client), { steps: 5 }))).statusCode).toBe(201)
    if (key !== undefined) key.counter = 2
    expect((await enter(visitor(), phone.get(await startSignIn(client)))).json()).toMatchObject(UNKNOWN)
  })

  it('signed by another key, or handing over another person’s handle, opens nothing', async () => {
    const [one, other] = [await openWithKey(), await openWithKey()]
    const client = visitor()
    const asked = await startSignIn(client)
    const [mine, theirs] = [one.phone.get(asked), other.phone.get(asked)]
    for (const forged of [
      { ...mine, response: { ...mine.response, signature: theirs.response.signature } },
      { ...mine, response: { ...mine.response, userHandle: theirs.response.userHandle } },
      { ...mine, id: theirs.id, rawId: theirs.id },
    ])
      expect((await enter(client, forged)).json()).toMatchObject(UNKNOWN)
    expect((await enter(client, mine)).statusCode).toBe(201)
  })

  it('is renamed and removed by its owner and nobody else; removed it opens nothing', async () => {
    const [{ holder, phone }, stranger] = [await openWithKey(), await fixture.openHolder()]
    const [kept] = await list(holder.client)
    const url = `/api/me/passkeys/${kept?.passkeyId ?? ''}`
    expect((await stranger.client.send('PATCH', url, { name: 'của tôi' })).statusCode).toBe(404)
    expect((await stranger.client.delete(url)).statusCode).toBe(404)
    expect((await holder.client.send('PATCH', url, { name: ' ' })).json()).toMatchObject({ code: 'passkey-name-empty' })
    expect((await holder.client.send('PATCH', url, { name: 'Máy của mẹ' })).statusCode).toBe(204)
    expect(await list(holder.client)).toMatchObject([{ name: 'Máy của mẹ' }])
    expect((await holder.client.delete(url)).statusCode).toBe(204)
    const client = visitor()
    expect((await enter(client, phone.get(await startSignIn(client)))).json()).toMatchObject(UNKNOWN)
    expect((await visitor().post('/api/sessions', { login: holder.login, password: PASSWORD })).statusCode).toBe(201)
  })

  it.each(['held', 'stopped', 'pending-first-sign-in'])('opens no account that is %s', async (state) => {
    const { holder, phone } = await openWithKey()
    await fixture.platform.sql`UPDATE accounts SET state = ${state} WHERE person_id = ${holder.personId}`
    const client = visitor()
    expect((await enter(client, phone.get(await startSignIn(client)))).json()).toMatchObject(UNKNOWN)
  })

  it('that whoever was inside laid there is gone after “not me” and after every way back', async () => {
    const { holder, phone } = await openWithKey()
    const thief = visitor()
    await thief.post('/api/sessions', { login: holder.login, password: PASSWORD })
    const [device] = (await holder.client.get('/api/me/devices'))
      .json<{ devices: { sessionId: string; current: boolean }[] }>()
      .devices.filter(({ current }) => !current)
    expect((await holder.client.post(`/api/me/devices/${device?.sessionId ?? ''}/disavowal`)).statusCode).toBe(204)
    const client = visitor()
    expect((await enter(client, phone.get(await startSignIn(client)))).json()).toMatchObject(UNKNOWN)

    const other = await openWithKey()
    const code = await fixture.clerk.post('/api/counter/activation-codes', {
      number: other.holder.login,
      originalChecked: true,
      reason: 'password-forgotten',
      note: '',
    })
    const { client: back } = await fixture.prove(other.holder, code.json<{ code: string }>().code)
    expect((await setPassword(back, OTHER_PASSWORD)).statusCode).toBe(201)
    expect(await list(back)).toStrictEqual([])
    expect((await enter(client, other.phone.get(await startSignIn(client)))).json()).toMatchObject(UNKNOWN)
  })

  it('are ten at most', async () => {
    const holder = await fixture.openHolder()
    const phone = new SoftwareAuthenticator(origin)
    for (let at = 0; at < 10; at += 1) {
      await fixture.platform.sql`DELETE FROM limit_counters`
      expect((await keep(holder.client, phone.create(await startAdding(holder.client)))).statusCode).toBe(201)
    }
    expect((await holder.client.post('/api/me/passkey-challenges')).json()).toMatchObject({ code: 'passkeys-full' })
  })

  it('is added by who proved within ten minutes who they are: by signing in, by the password, or by a key of their own', async () => {
    const { holder, phone } = await openWithKey()
    const { client } = holder
    const codeOf = (answer: { body: string }): string => (answer.body === '' ? '' : (JSON.parse(answer.body) as { code: string }).code)
    const ask = async (): Promise<string> => codeOf(await client.post('/api/me/passkey-challenges')) ?? ''
    const another = new SoftwareAuthenticator(origin).create(await startAdding(client))
    try {
      await fixture.platform.moveClock('11 minutes')
      expect([await ask(), codeOf(await keep(client, another))]).toStrictEqual(['step-up-needed', 'step-up-needed'])
      expect(codeOf(await client.post('/api/me/step-ups', { password: OTHER_PASSWORD }))).toBe('current-password-wrong')
      expect(await ask()).toBe('step-up-needed')
      expect((await client.post('/api/me/step-ups', { password: PASSWORD })).statusCode).toBe(204)
      expect((await client.post('/api/me/passkey-challenges')).statusCode).toBe(201)
      await fixture.platform.moveClock('22 minutes')
      expect(await ask()).toBe('step-up-needed')
      const strangers = await openWithKey()
      const foreign = strangers.phone.get(await startSignIn(client))
      expect(codeOf(await client.post('/api/me/passkey-step-ups', { credential: foreign }))).toBe('passkey-not-own')
      const own = phone.get(await startSignIn(client))
      expect((await client.post('/api/me/passkey-step-ups', { credential: own })).statusCode).toBe(204)
      expect(codeOf(await client.post('/api/me/passkey-step-ups', { credential: own }))).toBe('passkey-not-own')
      expect((await client.post('/api/me/passkey-challenges')).statusCode).toBe(201)
    } finally {
      await fixture.platform.moveClock('0')
    }
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccount, prepareFirstPassword } from './accounts/index.ts'
import { createApp } from './app.ts'
import { copyPersons } from './persons/index.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { inTransaction } from './platform/transaction.ts'

const PASSWORD = 'cơn mưa chiều nay đi đâu'
const OTHER = 'bông lúa chín ven đường 7'
const PHONE_BROWSER = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36'
type Device = { sessionId: string; label: string | null; current: boolean }

describe('devices of an account', () => {
  let platform: TestPlatform
  let server: Server
  let count = 0
  beforeAll(async () => {
    platform = await openTestPlatform()
    server = await createApp(platform, 'citizen')
    await server.fastify.ready()
  })
  afterAll(async () => {
    await server.fastify.close()
    await platform.drop()
  })

  type Holder = { login: string; phone: string; first: TestClient }
  const openHolder = async (): Promise<Holder> => {
    count += 1
    const absent = { legacyId: null, passportNumber: null, nationality: 'VN', wardCode: null, address: null, householdId: null }
    const rest = { householdRelation: null, phoneOnFile: null, diedOn: null, mergedIntoPersonId: null, nationalId: null }
    const person = { fullName: 'Trần Thị Mẫu', bornOn: '1980-03-05', sex: 'female', insuranceNumber: `990000070${count}` } as const
    const [personId = 0] = await copyPersons(platform.sql, { persons: [{ ...person, ...absent, ...rest }], households: [] }, 'test')
    const { plain, hash } = await prepareFirstPassword()
    const phone = `+8495000070${count}`
    const account = { personId, phone, email: 'mau@example.invalid', registrationId: randomUUID(), firstPasswordHash: hash }
    await inTransaction(platform, (transaction) => openAccount(transaction, { ...account, heldUntil: new Date(Date.now() - 1000) }))
    const first = new TestClient(server)
    await first.post('/api/first-sign-ins', { login: person.insuranceNumber, firstPassword: plain, bornOn: person.bornOn })
    await first.post('/api/first-sign-ins/password', { password: PASSWORD })
    return { login: person.insuranceNumber, phone, first }
  }
  const signIn = async ({ login }: Holder, client = new TestClient(server), password = PASSWORD) => {
    const answer = await client.send('POST', '/api/sessions', { login, password }, { 'user-agent': PHONE_BROWSER })
    return { client, status: answer.statusCode }
  }
  const devicesOf = async (client: TestClient) => (await client.get('/api/me/devices')).json<{ devices: Device[] }>().devices
  const eventsTo = async ({ phone }: Holder): Promise<string[]> => {
    const rows = await platform.sql<
      { event: string }[]
    >`SELECT event FROM messages WHERE recipient_hmac = ${platform.keyring.hmac('phone', phone)} ORDER BY created_at, message_id`
    return rows.map((row) => row.event)
  }

  it('are listed, this one first, by what a person recognises them by', async () => {
    const holder = await openHolder()
    const { client } = await signIn(holder)
    expect((await devicesOf(client)).map(({ label, current }) => [label, current])).toStrictEqual([
      ['Chrome · Android', true],
      [null, false],
    ])
  })
  it('a sign-in where the person was never seen is told by SMS and e-mail; the next one there is not', async () => {
    const holder = await openHolder()
    const { client } = await signIn(holder)
    expect(await eventsTo(holder)).toStrictEqual(['password-set', 'new-device'])
    await client.delete('/api/sessions/current')
    await signIn(holder, client)
    expect(await eventsTo(holder)).toHaveLength(2)
    const [row] = await platform.sql<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM messages WHERE event = 'new-device' AND channel = 'email'`
    expect(row?.n).toBeGreaterThan(0)
  })
  it('one can be signed out from another, and nobody else’s', async () => {
    const [holder, stranger] = [await openHolder(), await openHolder()]
    const { client } = await signIn(holder)
    const old = (await devicesOf(client)).find((device) => !device.current)?.sessionId ?? ''
    expect((await stranger.first.delete(`/api/me/devices/${old}`)).statusCode).toBe(404)
    expect((await holder.first.get('/api/me')).statusCode).toBe(200)
    expect((await client.delete(`/api/me/devices/${old}`)).statusCode).toBe(204)
    expect((await holder.first.get('/api/me')).statusCode).toBe(401)
    expect((await client.get('/api/me')).statusCode).toBe(200)
  })
  it('“not me” ends all others and the password; the way back is the phone on file', async () => {
    const holder = await openHolder()
    const thief = await signIn(holder)
    const third = await signIn(holder)
    const disavowed = (await devicesOf(holder.first)).find((device) => !device.current)?.sessionId ?? ''
    expect((await holder.first.post(`/api/me/devices/${disavowed}/disavowal`)).statusCode).toBe(204)
    for (const { client } of [thief, third]) expect((await client.get('/api/me')).statusCode).toBe(401)
    expect((await holder.first.get('/api/me')).statusCode).toBe(200)
    expect((await signIn(holder)).status).toBe(401)
    expect(await eventsTo(holder)).toContain('device-disavowed')
    expect((await holder.first.post(`/api/me/devices/${disavowed}/disavowal`)).statusCode).toBe(404)
    const answer = await new TestClient(server).post('/api/first-password-requests', { login: holder.login, bornOn: '1980-03-05' })
    expect(answer.statusCode).toBe(202)
    await expect.poll(async () => eventsTo(holder), { timeout: 5000 }).toContain('one-time-code')
  })
  it('the password is changed by whoever knows the one before, and the others sign in anew', async () => {
    const holder = await openHolder()
    const { client } = await signIn(holder)
    const change = (currentPassword: string, password: string) => client.send('PUT', '/api/me/password', { currentPassword, password })
    expect((await change('không phải', OTHER)).json<{ code: string }>().code).toBe('current-password-wrong')
    expect((await change(PASSWORD, '12345678')).json<{ code: string }>().code).toBe('password-common')
    expect((await change(PASSWORD, OTHER)).statusCode).toBe(204)
    expect((await client.get('/api/me')).statusCode).toBe(200)
    expect((await holder.first.get('/api/me')).statusCode).toBe(401)
    expect((await signIn(holder)).status).toBe(401)
    expect((await signIn(holder, undefined, OTHER)).status).toBe(201)
  })
})

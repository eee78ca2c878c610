import { randomUUID } from 'node:crypto'
import type { AccountStop } from '@an-sinh/contract'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { OWN_PASSWORD } from './access-fixture.ts'
import { applyAccountStops } from './account-stops/index.ts'
import { stopDocumentThreads } from './documents/index.ts'
import { TestClient } from './platform/test-client.ts'
import { codeOf, type Holder, openRequestDesk, type RequestDesk } from './request-desk-fixture.ts'

let desk: RequestDesk
beforeAll(async () => void (desk = await openRequestDesk()))
afterEach(() => desk.platform.moveClock('0'))
afterAll(async () => {
  await stopDocumentThreads()
  await desk.close()
})

/** The six digits of the last message to this phone. */
const lastCode = async ({ phone }: Holder): Promise<string> => {
  const { sql, keyring } = desk.platform
  const [row] = await sql<{ id: string; text: Buffer }[]>`
    SELECT message_id AS id, text_encrypted AS text FROM messages WHERE recipient_hmac = ${keyring.hmac('phone', phone)} AND event = 'one-time-code' ORDER BY created_at DESC LIMIT 1`
  return row === undefined ? '' : (/\d{6}/u.exec(keyring.decrypt('message', row.text, row.id).toString('utf8'))?.[0] ?? '')
}
const stop = async (holder: Holder, stopId: string = randomUUID()) => {
  expect((await holder.client.post('/api/me/account-stop/codes', { password: OWN_PASSWORD })).statusCode).toBe(202)
  return holder.client.post('/api/me/account-stops', { stopId, password: OWN_PASSWORD, code: await lastCode(holder) })
}
const events = async ({ personId }: Holder): Promise<string[]> => (await desk.noticesOf(personId)).map(({ event }) => event)

describe('stopping electronic transactions', () => {
  it('needs the password and a code, is numbered, and is told on every channel before anything happens', async () => {
    const holder = await desk.addHolder()
    expect(codeOf(await holder.client.post('/api/me/account-stop/codes', { password: 'sai' }))).toBe('current-password-wrong')
    await holder.client.post('/api/me/account-stop/codes', { password: OWN_PASSWORD })
    const order = { stopId: randomUUID(), password: OWN_PASSWORD }
    expect(codeOf(await holder.client.post('/api/me/account-stops', { ...order, code: '000000' }))).toBe('code-wrong')
    expect(codeOf(await holder.client.post('/api/me/account-stops', { ...order, password: 'sai', code: await lastCode(holder) }))).toBe(
      'current-password-wrong',
    )
    const answer = await holder.client.post('/api/me/account-stops', { ...order, code: await lastCode(holder) })
    expect(answer.statusCode).toBe(201)
    const { fileNumber, askedAt, appliesAt } = answer.json<AccountStop>()
    expect(fileNumber).toMatch(/^90001\/\d{4}\/NG\d{5}$/u)
    expect(Date.parse(appliesAt) - Date.parse(askedAt)).toBe(24 * 3_600_000)
    expect(await events(holder)).toContain('account-stop-waits')
    expect((await holder.client.get('/api/me/account-stop')).json()).toMatchObject({ open: { fileNumber } })
    expect((await holder.client.get('/api/me/health-card')).statusCode).not.toBe(401)
    const again = await holder.client.post('/api/me/account-stops', { ...order, code: 'whatever' })
    expect(again.json()).toMatchObject({ fileNumber })
    expect(codeOf(await holder.client.post('/api/me/account-stop/codes', { password: OWN_PASSWORD }))).toBe('account-stop-open')
  })
  it('after a day the account is closed: sessions end, the password opens nothing, the register stays', async () => {
    const holder = await desk.addHolder()
    await desk.addSpell(holder.personId)
    await stop(holder)
    await desk.platform.moveClock('23 hours')
    expect(await applyAccountStops(desk.platform)).toBe(0)
    await desk.platform.moveClock('25 hours')
    expect(
      (await Promise.all([applyAccountStops(desk.platform), applyAccountStops(desk.platform)])).reduce((sum, one) => sum + one, 0),
    ).toBeGreaterThanOrEqual(1)
    const signIn = await holder.client.post('/api/sessions', { login: holder.insuranceNumber, password: OWN_PASSWORD })
    expect(codeOf(signIn)).toBe('sign-in-wrong')
    expect(codeOf(await holder.client.get('/api/me'))).toBe('not-signed-in')
    const { sql } = desk.platform
    const [account] = await sql<
      { state: string; hash: string | null }[]
    >`SELECT state, password_hash AS hash FROM accounts WHERE person_id = ${holder.personId}`
    expect(account).toStrictEqual({ state: 'stopped', hash: null })
    expect(await sql`SELECT FROM participation_spells WHERE person_id = ${holder.personId}`).toHaveLength(1)
    expect((await events(holder)).filter((event) => event === 'account-stopped')).toHaveLength(1)
    expect(await applyAccountStops(desk.platform)).toBe(0)
  })
  it('taken back within the day nothing stops, and that is told too', async () => {
    const holder = await desk.addHolder()
    const { stopId } = (await stop(holder)).json<AccountStop>()
    const stranger = await desk.addHolder()
    expect(codeOf(await stranger.client.delete(`/api/me/account-stops/${stopId}`))).toBe('not-found')
    expect((await holder.client.delete(`/api/me/account-stops/${stopId}`)).statusCode).toBe(204)
    expect(await events(holder)).toContain('account-stop-cancelled')
    await desk.platform.moveClock('25 hours')
    expect(await applyAccountStops(desk.platform)).toBe(0)
    const signIn = await holder.client.post('/api/sessions', { login: holder.insuranceNumber, password: OWN_PASSWORD })
    expect(signIn.statusCode).toBe(201)
  })
  it('of two at once one waits, and its Form 01 is printed for its sender', async () => {
    const holder = await desk.addHolder()
    await holder.client.post('/api/me/account-stop/codes', { password: OWN_PASSWORD })
    const code = await lastCode(holder)
    const ask = (stopId: string) => holder.client.post('/api/me/account-stops', { stopId, password: OWN_PASSWORD, code })
    const answers = await Promise.all([ask(randomUUID()), ask(randomUUID())])
    expect(answers.filter((answer) => answer.statusCode === 201)).toHaveLength(1)
    const stopId = answers.find((answer) => answer.statusCode === 201)?.json<AccountStop>().stopId ?? ''
    const pdf = await holder.client.get(`/api/me/account-stops/${stopId}/form`)
    expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toStrictEqual([200, '%PDF-'])
  })
  it('is taken back with “Không phải tôi” to a device, and that is told', async () => {
    const holder = await desk.addHolder()
    const login = { login: holder.insuranceNumber, password: OWN_PASSWORD }
    const thief = new TestClient(desk.server)
    expect((await thief.post('/api/sessions', login)).statusCode).toBe(201)
    expect((await stop({ ...holder, client: thief })).statusCode).toBe(201)
    const { devices } = (await holder.client.get('/api/me/devices')).json<{ devices: { sessionId: string; current: boolean }[] }>()
    const sessionId = devices.find(({ current }) => !current)?.sessionId ?? ''
    expect((await holder.client.post(`/api/me/devices/${sessionId}/disavowal`)).statusCode).toBe(204)
    expect((await holder.client.get('/api/me/account-stop')).json()).toMatchObject({ open: null })
    expect(await events(holder)).toEqual(expect.arrayContaining(['device-disavowed', 'account-stop-cancelled']))
    await desk.platform.moveClock('25 hours')
    await applyAccountStops(desk.platform)
    const [account] = await desk.platform.sql<{ state: string }[]>`SELECT state FROM accounts WHERE person_id = ${holder.personId}`
    expect(account?.state).toBe('active')
  })
})

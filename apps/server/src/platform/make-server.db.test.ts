import { connect } from 'node:net'
import { type Route, route, text } from '@an-sinh/contract'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addRoute, type Server } from './add-route.ts'
import { makeServer } from './make-server.ts'
import { citizenHeaders, PROTECTING_HEADERS } from './protecting-headers.ts'
import { openTestPlatform, type TestPlatform } from './test-platform.ts'

const nobody = async (): Promise<null> => null
const shape = { surface: 'both', access: 'public', summary: 'for this test', refuses: [] } as const
const echoRoute = route({
  ...shape,
  operationId: 'echo',
  method: 'POST',
  url: '/api/echo',
  body: Type.Object({ name: text(20), more: Type.Optional(Type.Object({ note: text(20) })) }, { additionalProperties: false }),
  answer: Type.Object({ name: Type.String() }),
  status: 201,
})
const thingRoute = route({
  ...shape,
  operationId: 'thing',
  method: 'GET',
  url: '/api/things/:id',
  params: Type.Object({ id: text(20) }),
  answer: Type.Object({ id: Type.String() }),
  status: 200,
})
const bugRoute = route({ ...shape, operationId: 'bug', method: 'GET', url: '/api/bug', answer: null, status: 204 })
const sqlRoute = route({ ...shape, operationId: 'sql', method: 'GET', url: '/api/sql', answer: null, status: 204 })
const citizenRoute = route({ ...shape, operationId: 'own', method: 'GET', url: '/api/own', access: 'citizen', answer: null, status: 204 })
const officeRoute = route({
  ...shape,
  operationId: 'office',
  method: 'GET',
  url: '/api/office',
  surface: 'office',
  answer: null,
  status: 204,
})

describe('the server, before any feature', () => {
  let platform: TestPlatform
  let server: Server
  beforeAll(async () => {
    platform = await openTestPlatform()
    server = await makeServer(platform, 'citizen', { applicant: nobody, citizen: nobody, staff: nobody, employer: nobody })
    addRoute(server, echoRoute, async ({ body }) => ({ name: body.name, secret: 'undeclared' }))
    addRoute(server, thingRoute, async ({ params }) => params)
    addRoute(server, bugRoute, async () => {
      throw new Error('Nguyễn Văn Kín 9900000001')
    })
    addRoute(server, sqlRoute, async () => void (await platform.sql`SELECT 'Nguyễn Văn Kín'::date`))
    addRoute(server, citizenRoute, async () => undefined)
    addRoute(server, officeRoute, async () => undefined)
    await server.fastify.ready()
  })
  afterAll(async () => {
    await server.fastify.close()
    await platform.drop()
  })

  const post = (payload: unknown, headers: Record<string, string> = {}) =>
    server.fastify.inject({ method: 'POST', url: '/api/echo', payload: payload as object, headers })

  it('answers in the declared shape only', async () => {
    const answer = await post({ name: 'Lê' })
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toStrictEqual({ name: 'Lê' })
  })

  it('makes every text NFC at the edge', async () => {
    expect((await post({ name: 'Lê Hoà'.normalize('NFD') })).json()).toStrictEqual({ name: 'Lê Hoà'.normalize('NFC') })
  })

  it.each([
    ['a NUL', 'Lê\u0000'],
    ['a mark that turns the writing direction', 'Lê \u202E gnaoh'],
    ['a control character', 'Lê\u0007'],
  ])('refuses %s with a sentence and the field', async (_what, name) => {
    const answer = await post({ name: 'x', more: { note: name } })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({
      code: 'bad-text',
      fields: [{ field: 'more.note', code: 'bad-text' }],
      requestId: answer.headers['x-request-id'],
    })
  })

  it.each([
    ['a NUL', '%00'],
    ['a mark that turns the writing direction', 'a%E2%80%AEb'],
  ])('refuses %s in an address, which names nothing then', async (_what, id) => {
    const answer = await server.fastify.inject({ method: 'GET', url: `/api/things/${id}` })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toStrictEqual([400, 'bad-text'])
    expect((await server.fastify.inject({ method: 'GET', url: `/api/things/${'Lê'.normalize('NFD')}` })).json()).toStrictEqual({ id: 'Lê' })
  })

  it.each([
    ['an unknown key', { name: 'x', role: 'admin' }, 'role'],
    ['a wrong type', { name: 3 }, 'name'],
    ['a missing key', {}, 'name'],
    ['a name of 10 kB', { name: 'x'.repeat(10_240) }, 'name'],
  ])('refuses %s and names the field', async (_what, body, field) => {
    const answer = await post(body)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'bad-request', fields: [{ field }] })
  })

  it.each([
    ['no JSON', '{"name":', 'application/json', 400, 'bad-request'],
    ['a key that would change every object', '{"name":"x","__proto__":{"admin":true}}', 'application/json', 400, 'bad-request'],
    ['a form of another site', 'name=x', 'application/x-www-form-urlencoded', 400, 'bad-request'],
    ['plain text', '{"name":"x"}', 'text/plain', 400, 'bad-request'],
    ['too many bytes', JSON.stringify({ name: 'x'.repeat(80_000) }), 'application/json', 413, 'too-large'],
  ])('refuses %s', async (_what, payload, type, status, code) => {
    const answer = await server.fastify.inject({ method: 'POST', url: '/api/echo', payload, headers: { 'content-type': type } })
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toMatchObject({ code })
  })

  it('shows of a bug the request id and nothing else, in the language asked for', async () => {
    for (const url of ['/api/bug', '/api/sql']) {
      const answer = await server.fastify.inject({ method: 'GET', url, headers: { 'accept-language': 'en-GB' } })
      expect(answer.statusCode).toBe(500)
      expect(answer.json()).toStrictEqual({
        code: 'bug',
        sentence: 'Something failed on our side.',
        nextStep: expect.any(String) as string,
        requestId: answer.headers['x-request-id'],
      })
    }
  })

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.invalid' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'not an address' }, 403],
    [{ origin: 'http://localhost:4000' }, 201],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4000' }, 201],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, 201],
    [{}, 201],
  ])('takes a change from its own page only: %o → %i', async (headers, status) => {
    expect((await post({ name: 'x' }, { host: 'localhost:4000', ...headers })).statusCode).toBe(status === 201 ? 201 : 403)
  })

  it('tells strangers what they may know: not signed in, not found, no route of the other host', async () => {
    const own = await server.fastify.inject({ method: 'GET', url: '/api/own' })
    expect([own.statusCode, own.json<{ code: string }>().code]).toStrictEqual([401, 'not-signed-in'])
    for (const url of ['/api/office', '/api/none', '/none', '/api/%zz', `/api/${'x'.repeat(5000)}`]) {
      const answer = await server.fastify.inject({ method: 'GET', url })
      expect([400, 404]).toContain(answer.statusCode)
      expect(Object.keys(answer.json<object>()).toSorted()).toStrictEqual(['code', 'nextStep', 'requestId', 'sentence'])
    }
  })

  it('sends the same protecting headers with everything', async () => {
    for (const url of ['/api/own', '/none', '/api/bug']) {
      const { headers } = await server.fastify.inject({ method: 'GET', url })
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(headers['content-security-policy']).toContain("object-src 'none'")
      expect(headers['content-security-policy']).toContain("base-uri 'none'")
      expect(headers['content-security-policy']).not.toContain('unsafe')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['x-powered-by']).toBeUndefined()
    }
    expect((await server.fastify.inject({ method: 'GET', url: '/api/own' })).headers['cache-control']).toBe('no-store')
  })

  it('lets pictures in from the one map source that was set, and opens nothing else for it', () => {
    const [open, closed] = [citizenHeaders({ url: 'https://tiles.example.invalid/{z}/{x}/{y}.png' }), citizenHeaders(null)]
    expect(closed).toBe(PROTECTING_HEADERS)
    const added = (open['content-security-policy'] ?? '').replace(' https://tiles.example.invalid', '')
    expect({ ...open, 'content-security-policy': added }).toEqual(PROTECTING_HEADERS)
    expect(open['content-security-policy']).toMatch(/img-src [^;]*https:\/\/tiles\.example\.invalid(?:;|$)/u)
  })

  it('hangs up on a client that sends its headers too slowly', { timeout: 20_000 }, async () => {
    const address = await server.fastify.listen({ port: 0, host: '127.0.0.1' })
    const from = Date.now()
    const socket = connect(
      Number(new URL(address).port),
      '127.0.0.1',
      () => void socket.write('GET /api/own HTTP/1.1\r\nhost: x\r\nx-slow: '),
    )
    const drip = setInterval(() => void socket.write('a'), 200)
    socket.on('error', () => undefined)
    socket.resume()
    await new Promise((resolve) => void socket.once('close', resolve))
    clearInterval(drip)
    expect(Date.now() - from).toBeLessThan(16_000)
  })

  it('every route of this test is a route of the contract’s shape', () => {
    for (const one of [echoRoute, bugRoute, citizenRoute] satisfies Route[]) expect(one.url).toMatch(/^\/api\//)
  })
})

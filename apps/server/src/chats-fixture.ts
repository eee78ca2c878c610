import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ChatMessage, DeskChat } from '@an-sinh/contract'
import { type AccessFixture, type ActorName, openAccessFixture } from './access-fixture.ts'
import { createApp } from './app.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'

export type Heard = { event: string; id: string | undefined; data: Record<string, unknown> }

const WAIT_MS = 15_000
const HOUR_MS = 3_600_000

/** How far the clock has to go from now to nine in the morning of a working day in Viet Nam. */
export const toWorkingMorning = (nowMs: number): string => {
  const local = new Date(nowMs + 7 * HOUR_MS)
  const nine = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), 9)
  const days = [1, 7, 6, 5, 4, 3, 2][local.getUTCDay()] ?? 1
  return `${Math.round((nine + days * 24 * HOUR_MS - local.getTime()) / 1000)} seconds`
}

export const originOf = (server: Server): string => `http://127.0.0.1:${(server.fastify.server.address() as AddressInfo).port}`

/** A page that follows a stream over a real connection. */
export class Page {
  readonly heard: Heard[] = []
  status = 0
  contentType = ''
  lastId: string | undefined
  isOpen = false
  #request: ReturnType<typeof request> | null = null
  #response: { pause: () => unknown; resume: () => unknown } | null = null
  #rest = ''

  /** Until the headers are there. */
  async open(origin: string, path: string, client: TestClient, lastId?: string): Promise<this> {
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, accept: 'text/event-stream', ...(lastId === undefined ? {} : { 'last-event-id': lastId }) }
    await new Promise<void>((resolve, reject) => {
      const asked = request(`${origin}${path}`, { headers, agent: false }, (response) => {
        this.status = response.statusCode ?? 0
        this.contentType = response.headers['content-type'] ?? ''
        this.isOpen = true
        this.#response = response
        response.setEncoding('utf8')
        response.on('data', (text: string) => this.#read(text))
        response.once('close', () => (this.isOpen = false))
        response.once('error', () => undefined)
        resolve()
      })
      asked.once('error', reject)
      asked.end()
      this.#request = asked
    })
    return this
  }

  #read(text: string): void {
    const parts = (this.#rest + text).split('\n\n')
    this.#rest = parts.pop() ?? ''
    for (const part of parts) {
      const fields = new Map(part.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]))
      const [event, data] = [fields.get('event'), fields.get('data')]
      if (event === undefined || data === undefined) continue
      this.lastId = fields.get('id') ?? this.lastId
      this.heard.push({ event, id: fields.get('id'), data: JSON.parse(data) as Record<string, unknown> })
    }
  }

  get messages(): ChatMessage[] {
    return this.heard.filter(({ event }) => event === 'message').map(({ data }) => data as unknown as ChatMessage)
  }

  get words(): string[] {
    return this.messages.filter(({ kind }) => kind === 'words').map(({ words }) => words)
  }

  async until(what: string, holds: (page: Page) => boolean): Promise<void> {
    const end = Date.now() + WAIT_MS
    while (!holds(this)) {
      if (Date.now() > end) throw new Error(`never: ${what}; heard ${JSON.stringify(this.heard.slice(-5))}`)
      await new Promise((resolve) => void setTimeout(resolve, 10))
    }
  }

  hears(event: string, holds: (data: Record<string, unknown>) => boolean = () => true): Promise<void> {
    return this.until(event, ({ heard }) => heard.some((one) => one.event === event && holds(one.data)))
  }

  pause(): void {
    this.#response?.pause()
  }

  resume(): void {
    this.#response?.resume()
  }

  close(): void {
    this.#request?.destroy()
  }
}

type Answer = Awaited<ReturnType<TestClient['post']>>

export const codeOf = (answer: Answer): [number, string] => [answer.statusCode, answer.json<{ code: string }>().code]

export const say = (client: TestClient, chat: string, words: string, messageId = randomUUID()): Promise<Answer> =>
  client.post(`${chat}/messages`, { messageId, words })

const must = (answer: Answer): Answer => {
  if (answer.statusCode !== 201) throw new Error(`answered ${answer.statusCode}: ${answer.body}`)
  return answer
}

export const take = async (client: TestClient, duty: string): Promise<DeskChat> => must(await client.post(`${duty}/chats`)).json<DeskChat>()

/** A listening server in the hours of the chat, and everybody of the access matrix signed in. */
export class ChatHouse {
  readonly platform: TestPlatform
  readonly server: Server
  readonly origin: string
  readonly #fixture: AccessFixture
  readonly #pages: Page[] = []

  private constructor(platform: TestPlatform, server: Server, fixture: AccessFixture) {
    this.platform = platform
    this.server = server
    this.origin = originOf(server)
    this.#fixture = fixture
  }

  static async open(): Promise<ChatHouse> {
    const platform = await openTestPlatform()
    const server = await createApp(platform, 'both')
    await server.fastify.listen({ port: 0, host: '127.0.0.1' })
    const fixture = await openAccessFixture(platform, server)
    await platform.moveClock(toWorkingMorning(Date.now()))
    for (const table of ['sessions', 'staff_sessions', 'employer_sessions'])
      await platform.sql`UPDATE ${platform.sql(table)} SET last_seen_at = ansinh_now(), expires_at = ansinh_now() + interval '8 hours'`
    return new ChatHouse(platform, server, fixture)
  }

  /** Nobody on duty, no chat open, no page following. */
  async clear(): Promise<void> {
    for (const page of this.#pages.splice(0)) page.close()
    const { sql } = this.platform
    await sql`UPDATE chats SET state = 'ended', agent_id = NULL, ended_at = ansinh_now(), end_reason = 'answered' WHERE state <> 'ended'`
    await sql`DELETE FROM chat_duties`
  }

  async close(): Promise<void> {
    await this.server.fastify.close()
    await this.platform.drop()
  }

  clientOf(name: ActorName): TestClient {
    const client = this.#fixture.clients.get(name)
    if (client === undefined) throw new Error(`no ${name}`)
    return client
  }

  stranger(): TestClient {
    return new TestClient(this.server)
  }

  async follow(path: string, client: TestClient, lastId?: string, from = this.origin): Promise<Page> {
    const page = await new Page().open(from, path, client, lastId)
    this.#pages.push(page)
    return page
  }

  async goOnDuty(name: ActorName = 'support', departments = ['communication']): Promise<{ client: TestClient; duty: string; desk: Page }> {
    const client = this.clientOf(name)
    const dutyId = randomUUID()
    must(await client.post('/api/chat-duties', { dutyId, departments }))
    const duty = `/api/chat-duties/${dutyId}`
    return { client, duty, desk: await this.follow(`${duty}/events`, client) }
  }

  async begin(
    client: TestClient,
    { words = 'Tôi quên mật khẩu', category = 'registering', at = '/api/chats' } = {},
  ): Promise<{ chat: string; chatId: string; asker: Page }> {
    const chatId = randomUUID()
    must(await client.post(at, { chatId, messageId: randomUUID(), language: 'vi', category, words }))
    return { chat: `${at}/${chatId}`, chatId, asker: await this.follow(`${at}/${chatId}/events`, client) }
  }
}

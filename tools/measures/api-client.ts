import { setTimeout as pause } from 'node:timers/promises'
import { doWork } from './do-work.ts'

export type Answer = { status: number; body: Record<string, unknown>; bytes: Buffer }

const ANSWER_MS = 15_000
/** After a kill the first photo waits until the threads are warm again, and the next kill may come before that. */
const PATIENCE_MS = 300_000
const INTERNAL = 500
const WORK_FIRST = 428

/** A browser's part of the protocol: cookies kept, JSON in and out, refusals as values. One client = one device. */
export class ApiClient {
  readonly #base: string
  readonly #cookies = new Map<string, string>()
  constructor(base: string) {
    this.#base = base
  }

  /** What a browser would send along. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #headers(body: unknown, headers: Record<string, string>): Record<string, string> {
    const { cookie } = this
    const type = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json'
    return { ...(cookie === '' ? {} : { cookie }), ...(body === undefined ? {} : { 'content-type': type }), ...headers }
  }

  #keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (at === pair.length - 1) this.#cookies.delete(pair.slice(0, at))
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }

  /** Works for it first, as the app does, where the server wants that. @throws Error when the connection breaks or nobody answers in time */
  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.#sendOnce(method, path, body, headers)
    if (answer.status !== WORK_FIRST) return answer
    const done = doWork(answer.body['work'] as Parameters<typeof doWork>[0])
    return this.#sendOnce(method, path, body, { ...headers, 'x-work': done })
  }

  async #sendOnce(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const payload = body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: this.#headers(body, headers),
      signal: AbortSignal.timeout(ANSWER_MS),
      ...(body === undefined ? {} : { body: payload }),
    })
    this.#keepCookies(response.headers.getSetCookie())
    const bytes = Buffer.from(await response.arrayBuffer())
    const isJson = (response.headers.get('content-type') ?? '').includes('json')
    return { status: response.status, body: isJson ? (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>) : {}, bytes }
  }

  /** Sends again while the system is away: what a patient app does. Refusals below 500 come back as they are. */
  async patiently(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    const until = Date.now() + PATIENCE_MS
    for (;;) {
      const answer = await this.send(method, path, body, headers).catch(() => null)
      if (answer !== null && answer.status < INTERNAL) return answer
      if (Date.now() > until)
        throw new Error(`${method} ${path}: still away, last answer ${answer?.status} ${JSON.stringify(answer?.body)}`)
      await pause(200 + Math.random() * 300)
    }
  }

  /** @throws Error naming the refusal, for steps that must succeed. */
  async must(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    return this.#require(method, path, await this.send(method, path, body, headers))
  }

  async mustPatiently(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    return this.#require(method, path, await this.patiently(method, path, body, headers))
  }

  #require(method: string, path: string, answer: Answer): Answer {
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer
  }
}

/** A browser's part of the protocol: cookies kept, JSON in and out, refusals as values. One client = one device. */
export type Answer = { status: number; body: Record<string, unknown>; bytes: Buffer }

export class ApiClient {
  readonly #base: string
  readonly #cookies = new Map<string, string>()
  constructor(base: string) {
    this.#base = base
  }

  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const isBytes = body instanceof Uint8Array
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: {
        ...(this.#cookies.size > 0 ? { cookie: this.cookieHeader } : {}),
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
      signal: AbortSignal.timeout(15_000),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const value = pair.slice(at + 1)
      if (value === '') this.#cookies.delete(pair.slice(0, at))
      else this.#cookies.set(pair.slice(0, at), value)
    }
    const bytes = Buffer.from(await response.arrayBuffer())
    const isJson = (response.headers.get('content-type') ?? '').includes('json')
    return { status: response.status, body: isJson ? (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>) : {}, bytes }
  }

  /** @throws Error naming the refusal, for steps that must succeed. */
  async must(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    const answer = await this.send(method, path, body, headers)
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer
  }

  /** Sends again while the system is away: what a patient app does. Business refusals come back as they are. */
  async patiently(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.send(method, path, body, headers).catch(() => null)
      if (answer !== null && answer.status < 500) return answer
      if (attempt > 120) throw new Error(`${method} ${path}: still away after a minute`)
      await new Promise((resolve) => setTimeout(resolve, 250 + Math.random() * 250))
    }
  }
}

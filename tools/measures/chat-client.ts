import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'

export type ChatEvent = { event: string; id: string | undefined; data: Record<string, unknown> }

const AGAIN_MS = { least: 100, most: 15_000 }
const posts = new Agent({ keepAlive: true, maxSockets: 200 })

/** One browser of a chat: follows a stream as the app does, with Last-Event-ID after a break, and posts until it is answered. */
export class ChatClient {
  readonly #base: string
  readonly #cookie: string
  /** Every event in the order in which it was read. */
  onEvent: (event: ChatEvent) => void = () => undefined
  lastId: string | undefined
  breaks = 0
  #stream: ClientRequest | null = null
  #path = ''
  #stopped = false
  #rest = ''
  #failures = 0

  constructor(base: string, cookie: string) {
    this.#base = base
    this.#cookie = cookie
  }

  /** Until the server has begun to answer; goes on by itself from then on. */
  async follow(path: string): Promise<void> {
    this.#path = path
    await new Promise<void>((resolve) => this.#open(resolve))
  }

  #open(opened: () => void = () => undefined): void {
    if (this.#stopped) return
    this.#rest = ''
    const headers = {
      cookie: this.#cookie,
      accept: 'text/event-stream',
      ...(this.lastId === undefined ? {} : { 'last-event-id': this.lastId }),
    }
    let isDone = false
    const again = (): void => {
      if (isDone || this.#stopped) return
      isDone = true
      this.breaks += 1
      this.#failures += 1
      const wait = Math.min(AGAIN_MS.most, 500 * 2 ** (this.#failures - 1)) * (0.5 + Math.random() / 2)
      setTimeout(() => this.#open(), Math.max(AGAIN_MS.least, wait))
    }
    const asked = request(`${this.#base}${this.#path}`, { headers, agent: false }, (response: IncomingMessage) => {
      if (response.statusCode === 200) {
        this.#failures = 0
        opened()
      }
      response.setEncoding('utf8')
      response.on('data', (text: string) => this.#read(text))
      response.once('close', again)
      response.once('error', again)
    })
    asked.once('error', again)
    asked.end()
    this.#stream = asked
  }

  #read(text: string): void {
    const parts = (this.#rest + text).split('\n\n')
    this.#rest = parts.pop() ?? ''
    for (const part of parts) {
      const fields = new Map(part.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]))
      const [event, data] = [fields.get('event'), fields.get('data')]
      if (event === undefined || data === undefined) continue
      this.lastId = fields.get('id') ?? this.lastId
      this.onEvent({ event, id: fields.get('id'), data: JSON.parse(data) as Record<string, unknown> })
    }
  }

  /** One try; status 0: no answer. */
  post(path: string, body: object): Promise<{ status: number; body: string }> {
    const payload = JSON.stringify(body)
    const headers = { cookie: this.#cookie, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) }
    return new Promise((resolve) => {
      const asked = request(`${this.#base}${path}`, { method: 'POST', headers, agent: posts }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => (text += piece))
        response.once('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
        response.once('error', () => resolve({ status: 0, body: '' }))
      })
      asked.setTimeout(5000, () => asked.destroy())
      asked.once('error', () => resolve({ status: 0, body: '' }))
      asked.end(payload)
    })
  }

  /** Until the server has taken it: the same again after a break, as the app does with what is unsent. @throws Error when it is refused */
  async patiently(path: string, body: object): Promise<string> {
    for (let attempt = 0; attempt < 120; attempt += 1) {
      const answer = await this.post(path, body)
      if (answer.status >= 200 && answer.status < 300) return answer.body
      if (answer.status >= 400 && answer.status < 500) throw new Error(`${path}: ${answer.status} ${answer.body}`)
      await new Promise((resolve) => void setTimeout(resolve, 250 + Math.random() * 250))
    }
    throw new Error(`${path}: never taken`)
  }

  stop(): void {
    this.#stopped = true
    this.#stream?.destroy()
  }
}

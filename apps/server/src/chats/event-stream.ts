import type { FastifyReply, FastifyRequest } from 'fastify'

/** A reader that takes nothing for so long is cut; it comes again and goes on where it was. */
const SLOW_MS = 15_000

/**
 * One client's server-sent events (WHATWG HTML, 9.2). Holds no database connection and no more than one unsent piece: what does not go out at
 * once is not kept here but read again from the database when the reader has caught up.
 */
export class EventStream {
  readonly #reply: FastifyReply
  readonly request: FastifyRequest
  #blockedSince: number | null = null
  #open = true
  /** Set by whoever feeds the stream. */
  onDrain: () => void = () => undefined
  onClose: () => void = () => undefined

  constructor(request: FastifyRequest, reply: FastifyReply) {
    this.request = request
    this.#reply = reply
    const headers = Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]))
    reply.hijack()
    reply.raw.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // nginx would gather events into pages.
      'x-accel-buffering': 'no',
    })
    reply.raw.on('drain', () => {
      this.#blockedSince = null
      this.onDrain()
    })
    reply.raw.once('close', () => this.#close())
    // Whoever left while they were being looked up is not told of any more: `close` was before us.
    if (reply.raw.destroyed || request.raw.socket.destroyed) this.#open = false
    this.#write(': here\n\n')
  }

  #close(): void {
    if (!this.#open) return
    this.#open = false
    this.onClose()
  }

  get isOpen(): boolean {
    return this.#open
  }

  get isBlocked(): boolean {
    return this.#blockedSince !== null
  }

  #write(text: string): void {
    if (!this.#open) return
    if (!this.#reply.raw.write(text)) this.#blockedSince ??= Date.now()
  }

  /** False: the reader is behind or gone, nothing was sent. */
  send(event: string, data: unknown, id?: string): boolean {
    if (!this.#open || this.isBlocked) return false
    this.#write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    return true
  }

  /** Alive, or cut. The client answers with its sign of life. */
  ping(): void {
    if (this.#blockedSince !== null && Date.now() - this.#blockedSince > SLOW_MS) this.cut()
    else this.send('ping', {})
  }

  /** The last event; the client knows from it whether to come again. */
  end(event: 'over' | 'reconnect', data: unknown): void {
    if (!this.#open) return
    this.#reply.raw.end(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    this.#close()
  }

  cut(): void {
    this.#close()
    this.#reply.raw.destroy()
  }
}

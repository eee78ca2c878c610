import type { InjectOptions } from 'fastify'

import type { Server } from '../platform/add-route.ts'

/** Speaks to the server as a browser does, cookies included, without a network: the demo is made by the product's own endpoints. */
export class DemoBrowser {
  readonly #server: Server
  readonly #cookies = new Map<string, string>()

  constructor(server: Server) {
    this.#server = server
  }

  /** The answer's body. @throws Error with the refusal when the server does not accept. */
  async must<Answer = unknown>(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<Answer> {
    return this.#send<Answer>({ method, url, ...(payload === undefined ? {} : { payload }) })
  }

  /** A piece of a file at its place. */
  async sendPiece(url: string, piece: Buffer, offset: number): Promise<void> {
    await this.#send({
      method: 'PATCH',
      url,
      payload: piece,
      headers: { 'content-type': 'application/octet-stream', 'upload-offset': String(offset) },
    })
  }

  async #send<Answer>(request: InjectOptions & { url: string }): Promise<Answer> {
    const answer = await this.#server.fastify.inject({ ...request, cookies: Object.fromEntries(this.#cookies) })
    for (const cookie of answer.cookies) this.#cookies.set(cookie.name, cookie.value)
    if (answer.statusCode >= 400) throw new Error(`${request.method} ${request.url}: ${answer.statusCode} ${answer.body}`)
    return (answer.body === '' ? undefined : answer.json()) as Answer
  }
}

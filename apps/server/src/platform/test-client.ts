import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Server } from './add-route.ts'

/** A browser for tests: keeps cookies as told, forgets those that ran out, sends them along. */
export class TestClient {
  readonly cookies = new Map<string, string>()
  readonly #server: Server
  readonly #address: string

  constructor(server: Server, options: { address?: string } = {}) {
    this.#server = server
    this.#address = options.address ?? '203.0.113.7'
  }

  async send(
    method: NonNullable<InjectOptions['method']>,
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const answer = await this.#server.fastify.inject({
      method,
      url,
      remoteAddress: this.#address,
      cookies: Object.fromEntries(this.cookies),
      headers,
      ...(payload === undefined ? {} : { payload }),
    })
    for (const cookie of answer.cookies) {
      if (cookie.value === '' || cookie.maxAge === 0 || (cookie.expires !== undefined && cookie.expires.getTime() <= Date.now()))
        this.cookies.delete(cookie.name)
      else this.cookies.set(cookie.name, cookie.value)
    }
    return answer
  }

  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse> {
    return this.send('GET', url, undefined, headers)
  }

  post(url: string, payload: object = {}, headers?: Record<string, string>): Promise<LightMyRequestResponse> {
    return this.send('POST', url, payload, headers)
  }

  delete(url: string): Promise<LightMyRequestResponse> {
    return this.send('DELETE', url)
  }
}

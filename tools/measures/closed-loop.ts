import { Agent, request } from 'node:http'

export type Target = { url: string; cookies: readonly string[] }

/** One connection, the next request only after the last answer was read. */
export class ClosedLoop {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  #asked = 0

  #ask({ url, cookies }: Target): Promise<void> {
    const cookie = cookies[this.#asked % cookies.length] ?? ''
    this.#asked += 1
    return new Promise((resolve, reject) => {
      const sent = request(url, { agent: this.#agent, headers: { cookie } }, (answer) => {
        answer.resume()
        answer.once('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${answer.statusCode}`))))
      })
      sent.once('error', reject)
      sent.end()
    })
  }

  /** Asks `count` times; seconds it took. @throws Error when an answer is not 200 */
  async run(target: Target, count: number): Promise<number> {
    const begun = performance.now()
    for (let at = 0; at < count; at += 1) await this.#ask(target)
    return (performance.now() - begun) / 1000
  }

  close(): void {
    this.#agent.destroy()
  }
}

import { Agent, request, type RequestOptions } from 'node:http'

const ask = (url: string, options: RequestOptions, body?: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const sent = request(url, options, (answer) => {
      answer.resume()
      answer.once('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${answer.statusCode}`))))
    })
    sent.once('error', reject)
    sent.end(body)
  })

export type Question = { path: string; cookie: string; body?: string }

/**
 * Milliseconds of each group of questions, one question after the other over one connection; a group is what one person sees together.
 * @throws Error when an answer is not 200
 */
export async function askInTurn(base: string, groups: readonly (readonly Question[])[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  try {
    for (const group of groups) {
      const begun = performance.now()
      for (const { path, cookie, body } of group) {
        const headers = body === undefined ? { cookie } : { cookie, 'content-type': 'application/json' }
        await ask(`${base}${path}`, { agent, method: body === undefined ? 'GET' : 'POST', headers }, body)
      }
      times.push(performance.now() - begun)
    }
    return times
  } finally {
    agent.destroy()
  }
}

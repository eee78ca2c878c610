import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { act, type Answer, refusal } from './outbox-answers.ts'
import type { Held } from './outbox-held.ts'

/** What may happen to one request; `after`: the server did what was asked, and the answer is lost. */
export type Weather = 'fine' | 'cut' | 'cut-after' | 'busy' | 'busy-after' | 'proxy-page' | 'too-many' | 'newer'

export type Run = { held: Held; weather: () => Weather }
export type FarEnd = { url: string; runs: Map<string, Run>; close: () => Promise<void> }

function serve(run: Run, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  run.held.requests += 1
  const weather = run.weather()
  const say = ({ status, body: said }: Answer): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  if (weather === 'cut') return void request.socket.destroy()
  if (weather === 'busy') return say(refusal(503, 'overloaded'))
  if (weather === 'too-many') return say(refusal(429, 'too-many', { tryAgainAt: new Date(Date.now() + 10).toISOString() }))
  const answer = act(run.held, request, body, weather === 'newer')
  if (weather === 'cut-after') return void request.socket.destroy()
  if (weather === 'busy-after') return say(refusal(500, 'bug'))
  if (weather === 'proxy-page') return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502</h1>')
  say(answer)
}

/** A real server at the far end of a real line; every run has what it holds and its weather for itself. */
export async function openFarEnd(): Promise<FarEnd> {
  const runs = new Map<string, Run>()
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('error', () => undefined)
    request.on('end', () => {
      const run = runs.get(String(request.headers['x-run']))
      if (run === undefined) response.writeHead(410).end()
      else serve(run, request, response, Buffer.concat(parts))
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    runs,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

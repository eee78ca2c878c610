import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What may happen to one request; `after`: the server did what was asked, and the answer is lost. */
export type Weather = 'fine' | 'cut' | 'cut-after' | 'busy' | 'busy-after' | 'proxy-page' | 'too-many' | 'newer'

type Upload = { bytes: Buffer; sha256: string; done: boolean }
/** What the server of one run holds, and under whose sign-in it came. */
export type Held = {
  letters: Map<string, { intent: string; person: string }>
  uploads: Map<string, Upload>
  submissions: Map<string, { version: number; times: number }>
  versions: Map<string, number>
  /** Written for one person, arrived under another's sign-in. */
  strangers: number
  requests: number
}
export type Run = { held: Held; weather: () => Weather }
export type FarEnd = { url: string; runs: Map<string, Run>; close: () => Promise<void> }

export const makeHeld = (): Held => ({
  letters: new Map(),
  uploads: new Map(),
  submissions: new Map(),
  versions: new Map(),
  strangers: 0,
  requests: 0,
})

type Answer = { status: number; body: unknown }
const refusal = (status: number, code: string, more = {}): Answer => ({
  status,
  body: { code, sentence: `câu ${code}`, nextStep: 'bước tiếp theo', requestId: 'r-1', ...more },
})
const ok = (status: number, body: unknown = {}): Answer => ({ status, body })

/** As the product answers a letter: nobody else's, once per id, and a wrong one with its reason. */
function takeLetter({ held }: Run, request: IncomingMessage, body: Buffer, isNewer: boolean): Answer {
  const person = request.headers['x-session']
  const writtenFor = request.headers['ansinh-person']
  if (typeof person !== 'string' || (writtenFor !== undefined && writtenFor !== person)) return refusal(401, 'not-signed-in')
  const { requestId, what } = JSON.parse(body.toString()) as { requestId: string; what: string }
  const [author = '', intent = '', shape = ''] = what.split('|')
  if (author !== person) held.strangers += 1
  if (held.letters.has(requestId)) return ok(201)
  if (shape === 'wrong') return refusal(400, 'correction-empty')
  if (isNewer) return refusal(409, 'data-request-open-already')
  held.letters.set(requestId, { intent, person })
  return ok(201)
}

function takePhoto({ held }: Run, request: IncomingMessage, body: Buffer, path: string): Answer {
  const [, uploadId = ''] = /\/photos\/([^/]+)/u.exec(path) ?? []
  if (path.endsWith('/photos')) {
    const announced = JSON.parse(body.toString()) as { uploadId: string; sha256: string }
    const known = held.uploads.get(announced.uploadId) ?? { bytes: Buffer.alloc(0), sha256: announced.sha256, done: false }
    held.uploads.set(announced.uploadId, known)
    return ok(201, { uploadId: announced.uploadId, offset: known.bytes.length })
  }
  const upload = held.uploads.get(uploadId)
  if (upload === undefined) return refusal(404, 'not-found')
  if (path.endsWith('/offset')) return ok(200, { offset: upload.bytes.length })
  if (request.method === 'PATCH') {
    if (Number(request.headers['upload-offset']) !== upload.bytes.length) return refusal(409, 'upload-offset')
    upload.bytes = Buffer.concat([upload.bytes, body])
    return ok(200, { offset: upload.bytes.length })
  }
  if (createHash('sha256').update(upload.bytes).digest('hex') !== upload.sha256) return refusal(422, 'upload-hash')
  upload.done = true
  return ok(200, { kind: 'id-front', documentId: uploadId })
}

/** The same version again has its effect once; a version that moved on is told. */
function takeSubmission({ held }: Run, body: Buffer, registrationId: string, isNewer: boolean): Answer {
  const { version } = JSON.parse(body.toString()) as { version: number }
  const known = held.submissions.get(registrationId)
  if (known?.version === version) return ok(201)
  if (isNewer && known === undefined) held.versions.set(registrationId, version + 1)
  if (known !== undefined || version !== (held.versions.get(registrationId) ?? 1)) return refusal(409, 'version-conflict')
  held.submissions.set(registrationId, { version, times: 1 })
  return ok(201)
}

function act(run: Run, request: IncomingMessage, body: Buffer, isNewer: boolean): Answer {
  const path = request.url ?? ''
  if (path === '/api/me/data-requests') return takeLetter(run, request, body, isNewer)
  const [, registrationId = ''] = /^\/api\/registrations\/([^/]+)/u.exec(path) ?? []
  if (path.endsWith('/submission')) return takeSubmission(run, body, registrationId, isNewer)
  return path.includes('/photos') ? takePhoto(run, request, body, path) : refusal(404, 'not-found')
}

function serve(run: Run, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  run.held.requests += 1
  const weather = run.weather()
  const say = ({ status, body: said }: Answer): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  if (weather === 'cut') return void request.socket.destroy()
  if (weather === 'busy') return say(refusal(503, 'overloaded'))
  if (weather === 'too-many') return say(refusal(429, 'too-many', { tryAgainAt: new Date(Date.now() + 10).toISOString() }))
  const answer = act(run, request, body, weather === 'newer')
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

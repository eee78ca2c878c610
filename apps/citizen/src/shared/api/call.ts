import type { RefusalAnswer } from '@an-sinh/contract'
import { findStoredLanguage } from '@an-sinh/ui'
import { Failure } from './failure.ts'
import type { AnswerTo, RequestTo, RouteName } from './routes.ts'

/** 64 kB at the worst line we aim at take 2 s; beyond this nobody waits any more. */
const PATIENCE_MS = 25_000

/** Which build asks: the mark in the name of the file this stands in; none in development. */
const BUILD = /-([\w-]{8})\.js/u.exec(import.meta.url)?.[1] ?? 'dev'

/** The status of `work-first`. */
const WORK_FIRST = 428

type Parts = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly bytes?: ArrayBuffer
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Puts path values and query into a contract address; values are escaped. */
export const fillUrl = (url: string, { params = {}, query = {} }: Pick<Parts, 'params' | 'query'>): string => {
  const path = url.replace(/:(\w+)/gu, (_place, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(query).toString()
  return search === '' ? path : `${path}?${search}`
}

const isRefusal = (value: unknown): value is RefusalAnswer =>
  typeof value === 'object' && value !== null && 'code' in value && 'sentence' in value && 'requestId' in value

const readRefusal = async (response: Response): Promise<Failure> => {
  const answer: unknown = await response.json().catch(() => null)
  if (isRefusal(answer)) return new Failure('refused', response.status, answer)
  // Without our own words a 5xx is the proxy before a server in trouble; anything else (a hotel's sign-in page) is as good as no network.
  return new Failure(response.status >= 500 ? 'trouble' : 'offline', response.status)
}

/** Aborts by itself after a while, or with the caller's own signal. */
const patientSignal = (
  own: AbortSignal | undefined,
): { readonly signal: AbortSignal; readonly ranOut: () => boolean; readonly done: () => void } => {
  const controller = new AbortController()
  let late = false
  const timer = setTimeout(() => {
    late = true
    controller.abort()
  }, PATIENCE_MS)
  own?.addEventListener('abort', () => controller.abort(), { once: true })
  return { signal: controller.signal, ranOut: () => late, done: () => clearTimeout(timer) }
}

const send = async (method: string, url: string, { body, bytes, headers = {}, signal, ...places }: Parts): Promise<Response> => {
  const patience = patientSignal(signal)
  const type = bytes === undefined ? 'application/json' : 'application/octet-stream'
  const carries = bytes !== undefined || body !== undefined
  try {
    return await fetch(fillUrl(url, places), {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': findStoredLanguage(),
        // For whoever helps after an error: the server keeps no more of it than the words of the address.
        'x-screen': `${typeof location === 'undefined' ? '/' : location.pathname} ${BUILD}`,
        ...(carries ? { 'content-type': type } : {}),
        ...headers,
      },
      body: bytes ?? (body === undefined ? null : JSON.stringify(body)),
      signal: patience.signal,
    })
  } catch (error) {
    if (signal?.aborted === true) throw error
    throw new Failure(patience.ranOut() ? 'too-slow' : 'offline')
  } finally {
    patience.done()
  }
}

type Call = <Name extends RouteName>(route: Name, request: RequestTo<Name>) => Promise<AnswerTo<Name>>

/** A crowd may have grown while the device worked: then it works once more, harder. */
const MOST_WORKS = 3

/** Does what the server wants done first and sends again; a device that cannot shows the refusal with its next step. */
const sendWorking = async (method: string, url: string, request: Parts): Promise<Response> => {
  let response = await send(method, url, request)
  for (let works = 0; response.status === WORK_FIRST && works < MOST_WORKS; works += 1) {
    const refused = await readRefusal(response)
    const { work } = refused.refusal ?? {}
    if (work === undefined) throw refused
    const done = await import('./do-work.ts').then(async ({ doWork }) => doWork(work)).catch(() => null)
    if (done === null) throw refused
    response = await send(method, url, { ...request, headers: { ...request.headers, 'x-work': done } })
  }
  return response
}

const callAny = async (route: string, request: Parts): Promise<unknown> => {
  const [method = 'GET', url = ''] = route.split(' ')
  const response = await sendWorking(method, url, request)
  if (!response.ok) throw await readRefusal(response)
  return response.status === 204 ? undefined : response.json()
}

/**
 * One call of the API, by method and address of the contract: `call('GET /api/wards', { query: { provinceCode } })`.
 * Throws `Failure`: no network, no answer within 25 s, or the server's refusal.
 */
export const call = callAny as Call

import type { AnswerOf, BodyOf, ParamsOf, QueryOf, RefusalAnswer, RefusalCode, Route } from '@an-sinh/contract'
import { ApiProblem } from './api-problem.ts'
import { findStoredLanguage } from '@an-sinh/ui'
import { noteServerDate } from './server-clock.ts'
import { noteSessionOver, noteSessionUse } from './session-clock.ts'

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? object
  : Value extends Record<string, never>
    ? object
    : { readonly [K in Name]: Value }
export type CallInput<R extends Route> = Part<'params', ParamsOf<R>> &
  Part<'query', QueryOf<R>> &
  Part<'body', BodyOf<R>> & { readonly signal?: AbortSignal }

type LooseInput = {
  params?: Record<string, string>
  query?: Record<string, string | undefined>
  body?: unknown
  bytes?: Blob
  headers?: Readonly<Record<string, string>>
  signal?: AbortSignal
}

const TIMEOUT_MS = 15_000
/** Which build asks: the mark in the name of the file this stands in; none in development. */
const BUILD = /-([\w-]{8})\.js/u.exec(import.meta.url)?.[1] ?? 'dev'

const addressOf = (url: string, input: LooseInput): string => {
  const path = url.replaceAll(/:(\w+)/g, (_hole, name: string) => encodeURIComponent(input.params?.[name] ?? ''))
  const query = new URLSearchParams(
    Object.entries(input.query ?? {}).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''),
  )
  return query.size === 0 ? path : `${path}?${query.toString()}`
}

const readRefusal = async (response: Response): Promise<RefusalAnswer | null> => {
  try {
    const answer: unknown = await response.json()
    return typeof answer === 'object' && answer !== null && 'code' in answer && 'sentence' in answer ? (answer as RefusalAnswer) : null
  } catch {
    return null
  }
}

const problemOf = async (response: Response): Promise<ApiProblem> => {
  const refusal = await readRefusal(response)
  const fallback: RefusalCode = response.status >= 502 ? 'unavailable' : 'bug'
  const code = (refusal?.code as RefusalCode | undefined) ?? fallback
  if (code === 'not-signed-in') noteSessionOver()
  return new ApiProblem(code, refusal)
}

async function send(method: string, url: string, input: LooseInput): Promise<Response> {
  const stop = AbortSignal.timeout(TIMEOUT_MS)
  const type = input.bytes === undefined ? (input.body === undefined ? null : 'application/json') : 'application/octet-stream'
  const request: RequestInit = {
    method,
    signal: input.signal === undefined ? stop : AbortSignal.any([input.signal, stop]),
    headers: {
      'accept-language': findStoredLanguage(),
      // For whoever helps after an error: the server keeps no more of it than the words of the address.
      'x-screen': `${location.pathname} ${BUILD}`,
      ...(type === null ? {} : { 'content-type': type }),
      ...input.headers,
    },
    ...(type === null ? {} : { body: input.bytes ?? JSON.stringify(input.body) }),
  }
  const response = await fetch(addressOf(url, input), request).catch((error: unknown) => {
    if (input.signal?.aborted === true) throw error
    throw new ApiProblem('unreachable')
  })
  noteServerDate(response.headers.get('date'))
  if (!response.ok) throw await problemOf(response)
  noteSessionUse()
  return response
}

/**
 * Calls one route of the contract: `callApi<typeof getCaseRoute>('GET', '/api/…/:registrationId', { params })` → its declared answer.
 * Throws ApiProblem: the server's refusal, or `unreachable` when no answer came within 15 s.
 */
export async function callApi<R extends Route>(method: R['method'], url: R['url'], input: CallInput<R>): Promise<AnswerOf<R>> {
  const response = await send(method, url, input)
  return (response.status === 204 ? undefined : await response.json()) as AnswerOf<R>
}

/** The same for a route that answers bytes (a photo, a PDF). */
export async function fetchFile<R extends Route>(method: R['method'], url: R['url'], input: CallInput<R>): Promise<Blob> {
  const response = await send(method, url, input)
  return response.blob()
}

/** The same for a route that takes bytes, a piece of a file; answers what the contract declares. */
export async function sendBytes<R extends Route>(
  method: R['method'],
  url: R['url'],
  input: { readonly params: ParamsOf<R>; readonly bytes: Blob; readonly headers: Readonly<Record<string, string>> },
): Promise<AnswerOf<R>> {
  return (await (await send(method, url, input)).json()) as AnswerOf<R>
}

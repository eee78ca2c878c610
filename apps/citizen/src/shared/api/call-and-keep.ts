import { call, fillUrl } from './call.ts'
import type { AnswerTo, RequestTo, RouteName } from './routes.ts'

/** The service worker's cache of public look-ups; the same name as in sw.ts. */
const CACHE = 'look-up-1'

type LookUp = Extract<RouteName, 'GET /api/help-articles' | 'GET /api/provinces' | 'GET /api/settings' | 'GET /api/wards'>

/**
 * A public list, kept by the page itself while no service worker stands before it: on the first visit it comes too late, and after that one
 * visit the list is to be read without a network.
 */
export const callAndKeep = async <Name extends LookUp>(route: Name, request: RequestTo<Name>): Promise<AnswerTo<Name>> => {
  const answer = await call(route, request)
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller !== null || !('caches' in globalThis)) return answer
  const { query = {} } = request as { readonly query?: Readonly<Record<string, string>> }
  const kept = new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } })
  // A full store loses the offline copy, not the answer.
  await caches
    .open(CACHE)
    .then(async (cache) => cache.put(fillUrl(route.slice('GET '.length), { query }), kept))
    .catch(() => undefined)
  return answer
}

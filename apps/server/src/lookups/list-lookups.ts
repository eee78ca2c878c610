import { type LookupAnswer, type LookupAreaAnswer, listLookupsRoute } from '@an-sinh/contract'
import { searchLookup } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { LookupMemory, Remembered, RememberedPlace } from './lookup-memory.ts'

/** Typing narrows the list. */
const MOST_PLACES = 20
const SECONDS = 60

/** Names of the wards and provinces that the places lie in; what they were called before is not needed to show them. */
export function areasOf({ areaAnswers }: Remembered, places: readonly LookupAnswer[]): LookupAreaAnswer[] {
  const codes = new Set(places.flatMap(({ wardCode, provinceCode }) => [wardCode ?? '', provinceCode ?? '']))
  return [...codes].flatMap((code) => {
    const area = areaAnswers.get(code)
    return area === undefined ? [] : [{ code, name: area.name, ...(area.point === undefined ? {} : { point: area.point }) }]
  })
}

type Filter = { provinceCode?: string | undefined; wardCode?: string | undefined; type?: string | undefined }

const accepts =
  ({ provinceCode, wardCode, type }: Filter) =>
  (place: RememberedPlace): boolean =>
    (provinceCode === undefined || place.provinceCode === provinceCode) &&
    (wardCode === undefined || place.wardCode === wardCode || place.wardCodes.includes(wardCode)) &&
    (type === undefined || place.type === type)

export function listLookups(server: Server, memory: LookupMemory): void {
  addRoute(server, listLookupsRoute, async ({ params, query, reply }) => {
    const remembered = await memory.read()
    const index = remembered.indexes.get(params.kind)
    if (index === undefined) throw new Error(`no index of ${params.kind}`)
    const hits = searchLookup(index, { typed: query.q ?? '', accepts: accepts(query), most: MOST_PLACES })
    const places = hits.map(({ place }) => place.answer)
    reply.header('cache-control', `public, max-age=${SECONDS}`)
    return { places, areas: areasOf(remembered, places) }
  })
}

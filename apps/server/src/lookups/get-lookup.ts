import { getLookupRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { areasOf } from './list-lookups.ts'
import type { LookupMemory } from './lookup-memory.ts'
import { LIST_PLACES, readToday } from './place-queries.ts'

/** An old map's unit no longer holds and is shown all the same; whether anything else holds is its dates' business. */
export function getLookup(server: Server, platform: Platform, memory: LookupMemory): void {
  addRoute(server, getLookupRoute, async ({ params }) => {
    const [place] = await LIST_PLACES[params.kind](platform.sql, { id: params.id })
    const found = requireFound(place, 'not-found')
    const today = await readToday(platform.sql)
    return {
      place: found,
      areas: areasOf(await memory.read(), [found]),
      holds: (found.validFrom ?? today) <= today && today <= (found.validTo ?? today),
      today,
    }
  })
}

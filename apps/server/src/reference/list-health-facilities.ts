import { listHealthFacilitiesRoute } from '@an-sinh/contract'
import { foldText, isCivilDate } from '@an-sinh/domain'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { cachePublicList } from './cache-public-list.ts'
import { listFacilities } from './facility-queries.ts'

/** Typing narrows the list. */
const MOST_FACILITIES = 60

export function listHealthFacilities(server: Server, platform: Platform): void {
  addRoute(server, listHealthFacilitiesRoute, async ({ query, request, reply }) => {
    const facilities = await listFacilities(platform.sql, {
      words: foldText(query.q ?? '')
        .split(' ')
        .filter((word) => word !== ''),
      provinceCode: query.provinceCode ?? null,
      wardCode: query.wardCode ?? null,
      // A day that no calendar has is today.
      on: query.on !== undefined && isCivilDate(query.on) ? query.on : null,
      limit: MOST_FACILITIES,
    })
    return cachePublicList(request, reply, { facilities })
  })
}

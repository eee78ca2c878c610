import { listOldDistrictsRoute } from '@an-sinh/contract'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { cachePublicList } from './cache-public-list.ts'
import { listUnits } from './unit-queries.ts'

export function listOldDistricts(server: Server, platform: Platform): void {
  addRoute(server, listOldDistrictsRoute, async ({ query, request, reply }) =>
    cachePublicList(request, reply, { districts: await listUnits(platform.sql, 'old-district', query.oldProvinceCode) }),
  )
}

import { listOldWardsRoute } from '@an-sinh/contract'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { cachePublicList } from './cache-public-list.ts'
import { listOldWards as readOldWards } from './unit-queries.ts'

export function listOldWards(server: Server, platform: Platform): void {
  addRoute(server, listOldWardsRoute, async ({ query, request, reply }) =>
    cachePublicList(request, reply, { wards: await readOldWards(platform.sql, query.oldDistrictCode) }),
  )
}

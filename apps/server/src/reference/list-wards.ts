import { listWardsRoute } from '@an-sinh/contract'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { cachePublicList } from './cache-public-list.ts'
import { listUnits } from './unit-queries.ts'

export function listWards(server: Server, platform: Platform): void {
  addRoute(server, listWardsRoute, async ({ query, request, reply }) =>
    cachePublicList(request, reply, { wards: await listUnits(platform.sql, 'ward', query.provinceCode) }),
  )
}

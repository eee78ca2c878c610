import { listProvincesRoute } from '@an-sinh/contract'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { cachePublicList } from './cache-public-list.ts'
import { listUnits } from './unit-queries.ts'

export function listProvinces(server: Server, platform: Platform): void {
  addRoute(server, listProvincesRoute, async ({ request, reply }) =>
    cachePublicList(request, reply, { provinces: await listUnits(platform.sql, 'province', null) }),
  )
}

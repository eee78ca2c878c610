import { listOldProvincesRoute } from '@an-sinh/contract'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { cachePublicList } from './cache-public-list.ts'
import { listOldProvinces as readOldProvinces } from './unit-queries.ts'

export function listOldProvinces(server: Server, platform: Platform): void {
  addRoute(server, listOldProvincesRoute, async ({ request, reply }) =>
    cachePublicList(request, reply, { provinces: await readOldProvinces(platform.sql) }),
  )
}

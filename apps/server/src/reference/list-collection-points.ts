import { listCollectionPointsRoute } from '@an-sinh/contract'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { cachePublicList } from './cache-public-list.ts'
import { listCollectionPointsOn } from './collection-queries.ts'

export function listCollectionPoints(server: Server, platform: Platform): void {
  addRoute(server, listCollectionPointsRoute, async ({ query, request, reply }) => {
    const { provinceCode = null, wardCode = null } = query
    return cachePublicList(request, reply, { points: await listCollectionPointsOn(platform.sql, { provinceCode, wardCode }) })
  })
}

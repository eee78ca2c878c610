import { listMedicalPapersRoute } from '@an-sinh/contract'

import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listPapers } from './visit-queries.ts'

export function listMedicalPapers(server: Server, platform: Platform): void {
  addRoute(server, listMedicalPapersRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    return { papers: await listPapers(platform.sql, personId, null) }
  })
}

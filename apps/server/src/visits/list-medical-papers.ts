import { listMedicalPapersRoute } from '@an-sinh/contract'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireSubject } from '../representations/index.ts'
import { listPapers } from './visit-queries.ts'

export function listMedicalPapers(server: Server, platform: Platform): void {
  addRoute(server, listMedicalPapersRoute, async ({ request, query }) => {
    const { personId } = await requireSubject(platform, request, query.for, 'medical-book')
    return { papers: await listPapers(platform.sql, personId, null) }
  })
}

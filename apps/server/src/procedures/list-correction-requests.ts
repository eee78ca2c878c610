import { listCorrectionRequestsRoute } from '@an-sinh/contract'
import { listPhotoKindsOf } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listCorrectionRequestRows } from './correction-queries.ts'
import { toCorrectionAnswer } from './to-correction-answer.ts'

export function listCorrectionRequests(server: Server, platform: Platform): void {
  addRoute(server, listCorrectionRequestsRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const rows = await listCorrectionRequestRows(platform.sql, personId)
    const kinds = await listPhotoKindsOf(
      platform.sql,
      rows.map(({ requestId }) => requestId),
    )
    return { requests: rows.map((row) => toCorrectionAnswer(row, kinds.get(row.requestId))) }
  })
}

import { sendAdjustRequestRoute } from '@an-sinh/contract'
import { listPhotoKindsOf } from '../documents/index.ts'
import { getPerson } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { findCorrectionRequest, readToday, recordRequest } from '../procedures/index.ts'
import { findAdjustableLine, readWanted, requireEvidence } from './find-adjustable.ts'

/** Form 01 "điều chỉnh": numbered, dated and due as every request; the papers were sent before under the same id. */
export function sendAdjustRequest(server: Server, platform: Platform): void {
  addRoute(server, sendAdjustRequestRoute, async ({ body: { requestId, wanted, what }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const { sql } = platform
    const person = await getPerson(sql, personId)
    const lineShown = await findAdjustableLine(sql, personId)
    const isNew = (await findCorrectionRequest(sql, personId, requestId)) === null
    const changes = isNew ? readWanted(person, wanted, await readToday(sql)) : []
    if (isNew) {
      requireEvidence(changes, (await listPhotoKindsOf(sql, [requestId])).get(requestId) ?? [])
      await platform.limits.consume('correction-request', String(personId))
    }
    const order = {
      requestId,
      purpose: 'adjust',
      lineKind: 'identity',
      lineId: 'own',
      lineShown,
      problem: 'wrong-value',
      what: what.trim(),
    } as const
    return recordRequest(platform, actor, { ...order, wanted: changes }, request.id)
  })
}

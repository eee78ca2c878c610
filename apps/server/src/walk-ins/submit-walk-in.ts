import { submitWalkInRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listOfficesOfDesk } from '../reference/index.ts'
import { submitAnswers } from '../registrations/index.ts'
import { requireOwnWalkIn } from './require-own-walk-in.ts'

/**
 * Sends what was declared at the counter, to this desk's own office. Without photos too: the original and its holder stand here, and the
 * case shows which photos there are.
 */
export function submitWalkIn(server: Server, platform: Platform): void {
  addRoute(server, submitWalkInRoute, async ({ params: { registrationId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    await requireOwnWalkIn(platform.sql, actor, registrationId)
    const [officeId] = await listOfficesOfDesk(platform.sql, actor.officeId)
    const row = await submitAnswers(platform, registrationId, {
      actor,
      answers: { ...body.answers, officeId, officeChoice: 'other' },
      version: body.version,
      requestId: request.id,
      photosDue: false,
    })
    return { registrationId, fileNumber: row.fileNumber ?? '' }
  })
}

import { endRosterLineRoute } from '@an-sinh/contract'
import { isCivilDate } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { endLine, findLine } from './roster-line-queries.ts'
import { toRosterLine } from './write-roster-line.ts'

/** Somebody left. The answer is the last look at the line when the day has come. */
export function endRosterLine(server: Server, platform: Platform): void {
  addRoute(server, endRosterLineRoute, async ({ params: { lineId }, body: { leftOn }, request }) => {
    const actor = requireActor(request, 'employer')
    const { employerId, officerId } = actor
    if (!isCivilDate(leftOn)) throw new Refusal('roster-line-wrong', { fields: [{ field: 'leftOn', code: 'roster-line-wrong' }] })
    return inEmployerTransaction(platform, async (transaction) => {
      const before = requireFound(await findLine(transaction, employerId, lineId), 'not-found')
      if (before.joinedOn !== null && leftOn < before.joinedOn)
        throw new Refusal('roster-line-wrong', { fields: [{ field: 'leftOn', code: 'roster-line-wrong' }] })
      const { changeId } = requireFound(await endLine(transaction, { employerId, officerId, entryId: lineId }, leftOn), 'not-found')
      await recordAudit(transaction, {
        actor,
        action: 'roster-line-ended',
        requestId: request.id,
        details: { employerId, entryId: lineId, changeId },
      })
      return { changeId, line: { ...toRosterLine(before), leftOn } }
    })
  })
}

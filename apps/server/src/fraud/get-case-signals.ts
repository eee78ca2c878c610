import { getCaseSignalsRoute } from '@an-sinh/contract'
import { decideMove } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireOwnCase } from '../decisions/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findSecondCheck } from '../second-checks/index.ts'
import { listSignals } from '../fraud-signals/index.ts'
import { toSignalAnswer } from './to-signal-answer.ts'

/** What the clerk sees beside a case. Whether a lot was drawn is told only when the first check is done; of other applicants nothing but their number. */
export function getCaseSignals(server: Server, platform: Platform): void {
  addRoute(server, getCaseSignalsRoute, async ({ params: { registrationId }, request }) => {
    const actor = requireActor(request, 'staff')
    const row = await requireOwnCase(platform.sql, actor, registrationId)
    const signals = await listSignals(platform.sql, [registrationId])
    const check = row.state === 'checked' ? await findSecondCheck(platform.sql, registrationId) : null
    if (signals.length > 0)
      await inTransaction(platform, (transaction) =>
        recordAudit(transaction, {
          actor,
          action: 'signals-read',
          registrationId,
          requestId: request.id,
          details: { signals: signals.length },
        }),
      )
    return {
      signals: signals.map(toSignalAnswer),
      secondCheck:
        check === null || check.firstCheckedAt === null
          ? null
          : {
              firstName: check.firstName ?? '',
              firstCheckedAt: check.firstCheckedAt.toISOString(),
              mine: check.firstStaffId === actor.staffId,
              risky: check.risky,
            },
      mayBeSent:
        actor.role !== 'province' && decideMove(row.state, 'send-to-fraud-review', actor.role === 'supervisor' ? 'supervisor' : 'clerk').ok,
    }
  })
}

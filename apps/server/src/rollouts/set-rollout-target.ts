import { setRolloutTargetRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inEmployerTransaction, inTransaction } from '../platform/transaction.ts'
import { hasDepartment, insertTarget, readNow } from './rollout-queries.ts'

/** A target is said anew, never changed: what was aimed at when stays known. Department and day are checked with an employer's rights. */
export function setRolloutTarget(server: Server, platform: Platform): void {
  addRoute(server, setRolloutTargetRoute, async ({ body, request, reply }) => {
    const actor = requireActor(request, 'employer')
    const { employerId, officerId } = actor
    await inEmployerTransaction(platform, async (transaction) => {
      if (body.percent !== null && body.dueOn < (await readNow(transaction)).today) throw new Refusal('rollout-date-over')
      if (body.department !== '' && !(await hasDepartment(transaction, employerId, body.department)))
        throw new Refusal('rollout-department-unknown')
    })
    await inTransaction(platform, async (transaction) => {
      await insertTarget(transaction, { ...body, employerId, officerId })
      await recordAudit(transaction, {
        actor,
        action: 'rollout-target-set',
        requestId: request.id,
        details: { milestone: body.milestone, percent: body.percent, dueOn: body.dueOn },
      })
    })
    return reply.status(204).send()
  })
}

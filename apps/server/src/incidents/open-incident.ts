import { openIncidentRoute } from '@an-sinh/contract'
import { checkIncident } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findIncident, hasOpenBeside, holdIncidents, insertIncident, insertUpdate, readNow } from './incident-queries.ts'
import { readDeskIncident, requireOwnIncident } from './speak-for.ts'
import type { StatusMemory } from './status-memory.ts'

const toInstant = (text: string | null): number | null => (text === null ? null : Date.parse(text))

/** An operator speaks for the whole product, others for their office. */
export function openIncident(server: Server, platform: Platform, memory: StatusMemory): void {
  addRoute(server, openIncidentRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const { incidentId, kind, features, title, words } = body
    const officeId = actor.role === 'operator' ? null : actor.officeId
    const [beginsAt, expectedEndAt] = [Date.parse(body.beginsAt), toInstant(body.expectedEndAt)]
    const answer = await inTransaction(platform, async (transaction) => {
      await holdIncidents(transaction)
      if ((await findIncident(transaction, incidentId)) !== null) {
        await requireOwnIncident(transaction, actor, incidentId)
        return readDeskIncident(transaction, incidentId)
      }
      const now = (await readNow(transaction)).getTime()
      const checked = checkIncident({ kind, features, title, words, beginsAt, expectedEndAt, now })
      if (!checked.ok) throw new Refusal(checked.code)
      if (!body.alongside && (await hasOpenBeside(transaction, { incidentId, kind, officeId, features })))
        throw new Refusal('incident-overlap')
      const { staffId } = actor
      await insertIncident(transaction, { incidentId, kind, officeId, features, beginsAt: new Date(beginsAt), staffId })
      const until = expectedEndAt === null ? null : new Date(expectedEndAt)
      await insertUpdate(transaction, { incidentId, updateNo: 1, state: 'open', title, words, expectedEndAt: until, staffId })
      const details = { incidentId, kind, features: features.join(' '), officeId: officeId ?? 0 }
      await recordAudit(transaction, { actor, action: 'incident-opened', requestId: request.id, details })
      return readDeskIncident(transaction, incidentId)
    })
    memory.forget()
    return answer
  })
}

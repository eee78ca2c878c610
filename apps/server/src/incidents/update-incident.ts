import { updateIncidentRoute } from '@an-sinh/contract'
import { checkIncident } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { holdIncidents, type IncidentRow, insertUpdate } from './incident-queries.ts'
import { readDeskIncident, requireOwnIncident } from './speak-for.ts'
import type { StatusMemory } from './status-memory.ts'

type Said = { title: IncidentRow['updates'][number]['title']; words: IncidentRow['updates'][number]['words']; expectedEndAt: string | null }

/** A new expected end is looked at as the first was; the beginning stands, however long ago. @throws Refusal */
const requireSaid = ({ kind, features, beginsAt }: IncidentRow, { title, words, expectedEndAt }: Said): Date | null => {
  const end = expectedEndAt === null ? null : Date.parse(expectedEndAt)
  const facts = { kind, features, title, words, beginsAt: beginsAt.getTime(), expectedEndAt: end, now: beginsAt.getTime() }
  const checked = checkIncident(facts)
  if (!checked.ok) throw new Refusal(checked.code)
  return end === null ? null : new Date(end)
}

/** What was said stays as it was said; the next word is a further one. */
export function updateIncident(server: Server, platform: Platform, memory: StatusMemory): void {
  addRoute(server, updateIncidentRoute, async ({ body, params: { incidentId }, request }) => {
    const actor = requireActor(request, 'staff')
    const answer = await inTransaction(platform, async (transaction) => {
      await holdIncidents(transaction)
      const row = await requireOwnIncident(transaction, actor, incidentId)
      if (row.state !== 'open') throw new Refusal('incident-over')
      if (row.updateNo !== body.afterUpdateNo) throw new Refusal('incident-moved-on')
      const { state, title, words } = body
      const expectedEndAt = requireSaid(row, body)
      await insertUpdate(transaction, {
        incidentId,
        updateNo: row.updateNo + 1,
        state,
        title,
        words,
        expectedEndAt,
        staffId: actor.staffId,
      })
      await recordAudit(transaction, { actor, action: 'incident-updated', requestId: request.id, details: { incidentId, state } })
      return readDeskIncident(transaction, incidentId)
    })
    memory.forget()
    return answer
  })
}

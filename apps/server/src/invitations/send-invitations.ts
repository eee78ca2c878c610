import { sendInvitationsRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { previewAudience, requireAudience } from './preview-invitations.ts'
import { hasSending, insertSending } from './sending-queries.ts'

/** Writes the order down; a job lays the messages in the outbox, some hundred at a time. */
export function sendInvitations(server: Server, platform: Platform): void {
  addRoute(server, sendInvitationsRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'employer')
    const { employerId, officerId } = actor
    const { sendingId, ...rest } = body
    const audience = requireAudience(rest)
    if (await hasSending(platform.sql, employerId, sendingId)) return { sendingId }
    const { plan } = await previewAudience(platform, employerId, audience)
    const planned = plan.send.length
    if (planned === 0) throw new Refusal('invitation-nobody')
    await inTransaction(platform, async (transaction) => {
      if (!(await insertSending(transaction, { ...audience, employerId, sendingId, planned, officerId }))) return
      await platform.jobs.send(transaction, 'send-invitations', { employerId, sendingId })
      await recordAudit(transaction, {
        actor,
        action: 'invitations-sent',
        requestId: request.id,
        details: { sendingId, channel: audience.channel, kind: audience.kind, planned },
      })
    })
    return { sendingId }
  })
}

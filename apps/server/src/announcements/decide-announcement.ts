import { decideAnnouncementRoute, stopAnnouncementRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { isSpokenFor, listSpokenFor } from '../incidents/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import {
  type AnnouncementRow,
  decideAnnouncement as decideRow,
  findAnnouncement,
  stopAnnouncement as stopRow,
} from './announcement-queries.ts'
import { isOwnAnnouncement, toAnnouncement } from './to-announcement.ts'

const requireOwn = async (transaction: Transaction, actor: StaffActor, announcementId: string): Promise<AnnouncementRow> => {
  const row = requireFound(await findAnnouncement(transaction, announcementId), 'not-found')
  return requireFound(isSpokenFor(await listSpokenFor(transaction, actor), row) ? row : null, 'not-found')
}

/** Four eyes: whoever asked for it does not let it go. */
export function decideAnnouncement(server: Server, platform: Platform): void {
  addRoute(server, decideAnnouncementRoute, async ({ body: { approve, reason }, params: { announcementId }, request }) => {
    const actor = requireActor(request, 'staff')
    return inTransaction(platform, async (transaction) => {
      if (isOwnAnnouncement(await requireOwn(transaction, actor, announcementId), actor)) throw new Refusal('four-eyes')
      const said = reason?.trim() ?? ''
      if (!approve && said === '') throw new Refusal('reason-missing')
      const decision = { announcementId, staffId: actor.staffId, approve, reason: said === '' ? null : said }
      if (!(await decideRow(transaction, decision))) throw new Refusal('announcement-decided')
      const action = approve ? 'announcement-approved' : 'announcement-refused'
      await recordAudit(transaction, { actor, action, requestId: request.id, details: { announcementId } })
      if (approve) await platform.jobs.send(transaction, 'send-announcements', {})
      return toAnnouncement(requireFound(await findAnnouncement(transaction, announcementId), 'not-found'), actor)
    })
  })
}

/** Stopped twice it is stopped once. */
export function stopAnnouncement(server: Server, platform: Platform): void {
  addRoute(server, stopAnnouncementRoute, async ({ params: { announcementId }, request }) => {
    const actor = requireActor(request, 'staff')
    return inTransaction(platform, async (transaction) => {
      await requireOwn(transaction, actor, announcementId)
      if (await stopRow(transaction, announcementId, actor.staffId))
        await recordAudit(transaction, { actor, action: 'announcement-stopped', requestId: request.id, details: { announcementId } })
      return toAnnouncement(requireFound(await findAnnouncement(transaction, announcementId), 'not-found'), actor)
    })
  })
}

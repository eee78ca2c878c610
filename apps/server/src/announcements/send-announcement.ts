import { sendAnnouncementRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { isSpokenFor, listSpokenFor } from '../incidents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findAnnouncement, insertAnnouncement, readRule } from './announcement-queries.ts'
import { chooseSegment, requireSayable } from './choose-segment.ts'
import { COUNT_BOUND, needsFourEyes } from './preview-announcement.ts'
import { countMembers } from './segment-queries.ts'
import { toAnnouncement } from './to-announcement.ts'

/** To few it leaves at once, to many when a second person has seen it. */
export function sendAnnouncement(server: Server, platform: Platform): void {
  addRoute(server, sendAnnouncementRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    requireSayable(body)
    await platform.limits.consume('announcement', String(actor.staffId))
    return inTransaction(platform, async (transaction) => {
      const { announcementId, title, words, urgent } = body
      const before = await findAnnouncement(transaction, announcementId)
      if (before !== null) {
        const isOwn = isSpokenFor(await listSpokenFor(transaction, actor), before)
        return toAnnouncement(requireFound(isOwn ? before : null, 'not-found'), actor)
      }
      const { segment, name } = await chooseSegment(transaction, actor, body)
      const people = Math.min(await countMembers(transaction, segment, COUNT_BOUND + 1), COUNT_BOUND)
      if (people === 0) throw new Refusal('announcement-nobody')
      const fourEyes = needsFourEyes(people, await readRule(transaction))
      const isNew = await insertAnnouncement(transaction, {
        announcementId,
        officeId: actor.role === 'operator' ? null : actor.officeId,
        segment: segment.kind,
        segmentCode: segment.code,
        segmentName: name,
        correctsId: segment.correctsId,
        title,
        words,
        urgent,
        people,
        fourEyes,
        staffId: actor.staffId,
      })
      if (isNew) {
        const details = { announcementId, segment: segment.kind, people, fourEyes: String(fourEyes) }
        await recordAudit(transaction, { actor, action: 'announcement-asked', requestId: request.id, details })
        if (!fourEyes) await platform.jobs.send(transaction, 'send-announcements', {})
      }
      return toAnnouncement(requireFound(await findAnnouncement(transaction, announcementId), 'not-found'), actor)
    })
  })
}

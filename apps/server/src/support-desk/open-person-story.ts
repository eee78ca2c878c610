import { openPersonStoryRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { isOwnFamily } from '../families/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findSubject } from './find-subject.ts'
import { loadStory } from './load-story.ts'

/** Every look counts, a wrong guess too; who was looked at reads of it in their own record. */
export function openPersonStory(server: Server, platform: Platform): void {
  addRoute(server, openPersonStoryRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    await platform.limits.consume('story-look', String(actor.staffId))
    const { subject, reference, aroundAt } = await findSubject(platform, body, actor)
    if (subject.person !== null && (await isOwnFamily(platform.sql, actor, [subject.person]))) throw new Refusal('case-own')
    const story = await loadStory(platform, subject)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'support-story-read',
        personId: subject.person?.personId ?? null,
        registrationId: subject.registration?.registrationId ?? null,
        reasonCode: body.reason,
        requestId: request.id,
        details: { reference },
      }),
    )
    return { ...story, aroundAt: aroundAt?.toISOString() ?? null }
  })
}

import { openPersonStoryRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { isOwnFamily } from '../families/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findSubject, WrongGuess } from './find-subject.ts'
import { loadStory } from './load-story.ts'

type By = { actor: StaffActor; requestId: string }

/** Of a wrong guess: who guessed and, where one fact found somebody, about whom; nothing that was typed. */
const recordGuess = (platform: Platform, by: By, reasonCode: string, { code, personId }: WrongGuess): Promise<void> =>
  inTransaction(platform, (transaction) =>
    recordAudit(transaction, { ...by, action: 'support-story-guessed', personId, reasonCode, details: { code } }),
  )

/** Every look counts and is written down, a wrong guess too; who was looked at reads of it in their own record. */
export function openPersonStory(server: Server, platform: Platform): void {
  addRoute(server, openPersonStoryRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    await platform.limits.consume('story-look', String(actor.staffId))
    const by = { actor, requestId: request.id }
    const { subject, reference, aroundAt } = await findSubject(platform, body, actor).catch(async (error: unknown) => {
      if (error instanceof WrongGuess) await recordGuess(platform, by, body.reason, error)
      throw error
    })
    if (subject.person !== null && (await isOwnFamily(platform.sql, actor, [subject.person]))) throw new Refusal('case-own')
    const story = await loadStory(platform, subject)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        ...by,
        action: 'support-story-read',
        personId: subject.person?.personId ?? null,
        registrationId: subject.registration?.registrationId ?? null,
        reasonCode: body.reason,
        details: { reference },
      }),
    )
    return { ...story, aroundAt: aroundAt?.toISOString() ?? null }
  })
}

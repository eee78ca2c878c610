import { listWordingProposalsRoute, proposeWordingRoute, searchReadyAnswersRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { findReadyAnswer, searchReadyAnswers } from './ready-answers.ts'
import { insertProposal, listProposals } from './wording-queries.ts'

/** What a helper may answer, and how it could be said better. */
export function findReadyAnswers(server: Server, platform: Platform): void {
  addRoute(server, searchReadyAnswersRoute, async ({ body }) => searchReadyAnswers(body.asked, body.language))
  addRoute(server, proposeWordingRoute, async ({ body, request, reply }) => {
    const { staffId } = requireActor(request, 'staff')
    const { code } = requireFound(findReadyAnswer(body.code), 'not-found')
    const words = body.words.trim()
    if (words === '') throw new Refusal('wording-empty')
    await platform.limits.consume('wording-proposal', String(staffId))
    await insertProposal(platform.sql, { code, words, staffId })
    return reply.send()
  })
  addRoute(server, listWordingProposalsRoute, async () => ({
    proposals: (await listProposals(platform.sql)).map(({ proposedAt, ...proposal }) => ({ ...proposal, at: proposedAt.toISOString() })),
  }))
}

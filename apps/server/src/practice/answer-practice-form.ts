import { answerPracticeFormRoute } from '@an-sinh/contract'
import { makePracticeForm, PRACTICE_ANSWERS } from '@an-sinh/domain'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { answerForm, findPracticeForm, summarise } from './practice-queries.ts'

export function answerPracticeForm(server: Server, platform: Platform): void {
  addRoute(server, answerPracticeFormRoute, async ({ params: { formId }, body, request }) => {
    const { staffId, officeId } = requireActor(request, 'staff')
    const form = requireFound(await findPracticeForm(platform.sql, staffId, formId), 'not-found')
    const { decision, why } = PRACTICE_ANSWERS[makePracticeForm(form.seed).fault]
    const given = form.decision ?? body.decision
    await answerForm(platform.sql, formId, { decision: given, isRight: given === decision })
    return { right: given === decision, decision, why, summary: await summarise(platform.sql, staffId, officeId) }
  })
}

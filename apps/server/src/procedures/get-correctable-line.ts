import { getCorrectableLineRoute } from '@an-sinh/contract'
import { CORRECTION_PROBLEM_SENTENCES, listCorrectionProblems } from '@an-sinh/domain'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { findCorrectableLine } from './find-correctable-line.ts'
import { toShownLine } from './to-correction-answer.ts'

export function getCorrectableLine(server: Server, platform: Platform): void {
  addRoute(server, getCorrectableLineRoute, async ({ query, request }) => {
    const { personId } = requireActor(request, 'citizen')
    const line = requireFound(await findCorrectableLine(platform.sql, personId, query), 'line-unknown')
    const problems = listCorrectionProblems(query.kind).map((problem) => ({ problem, sentence: CORRECTION_PROBLEM_SENTENCES[problem] }))
    return { ...query, line: toShownLine(line), problems }
  })
}

import { sendCorrectionRequestRoute } from '@an-sinh/contract'
import type { CorrectableLine } from '@an-sinh/domain'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { findCorrectionRequest } from './correction-queries.ts'
import { findCorrectableLine } from './find-correctable-line.ts'
import { readRequest, recordRequest } from './record-request.ts'

type Wanted = { field: string; value: string }

/** Only cells that the line has, and only those with something in them. */
const keepWanted = (line: CorrectableLine, wanted: readonly Wanted[]): Wanted[] =>
  wanted
    .map(({ field, value }) => ({ field, value: value.trim() }))
    .filter(({ field, value }) => value !== '' && line.facts.some((fact) => fact.field === field))

/** The receipt is the answer: at once, where the law gives two hours (Decree 164/2025/ND-CP). */
export function sendCorrectionRequest(server: Server, platform: Platform): void {
  addRoute(server, sendCorrectionRequestRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const { requestId, kind, lineId, problem } = body
    if ((await findCorrectionRequest(platform.sql, personId, requestId)) !== null) return readRequest(platform.sql, personId, requestId)
    const lineShown = requireFound(await findCorrectableLine(platform.sql, personId, body), 'line-unknown')
    const [what, wanted] = [body.what.trim(), keepWanted(lineShown, body.wanted)]
    if (what === '' && wanted.length === 0) throw new Refusal('correction-empty')
    await platform.limits.consume('correction-request', String(personId))
    const order = { requestId, purpose: 'correction', lineKind: kind, lineId, lineShown, problem, what, wanted } as const
    return recordRequest(platform, actor, order, request.id)
  })
}

import { randomInt, randomUUID } from 'node:crypto'
import { drawPracticeFormRoute } from '@an-sinh/contract'
import { makePracticeForm } from '@an-sinh/domain'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { openPracticeForm, summarise } from './practice-queries.ts'

const SEEDS = 2 ** 31 - 1

/** The fault stays on the server until the answer is given. */
export function drawPracticeForm(server: Server, platform: Platform): void {
  addRoute(server, drawPracticeFormRoute, async ({ request }) => {
    const { staffId, officeId } = requireActor(request, 'staff')
    const { formId, seed } = await openPracticeForm(platform.sql, staffId, { formId: randomUUID(), seed: randomInt(SEEDS) })
    const { declared, registered, seen } = makePracticeForm(seed)
    return { formId, declared, registered, seen: [...seen], summary: await summarise(platform.sql, staffId, officeId) }
  })
}

import { listConsentsRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listConsentRows } from './consent-queries.ts'
import { toConsentsAnswer } from './to-consents-answer.ts'

export function listConsents(server: Server, platform: Platform): void {
  addRoute(server, listConsentsRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    return toConsentsAnswer(await listConsentRows(platform.sql, personId))
  })
}

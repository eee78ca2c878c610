import { listOwnRegistrationsRoute, type Registration } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listRegistrations, toRegistrationAnswer } from '../registrations/index.ts'
import { listOwnIds } from './access-queries.ts'
import { findTokenHash } from './applicant-access.ts'

/** Registrations this browser may open, newest first; none without its secret. */
export function listOwnRegistrations(server: Server, platform: Platform): void {
  addRoute(server, listOwnRegistrationsRoute, async ({ request }) => {
    const tokenHash = findTokenHash(platform, request)
    const rows = tokenHash === null ? [] : await listRegistrations(platform.sql, await listOwnIds(platform.sql, tokenHash))
    const registrations: Registration[] = []
    for (const row of rows) registrations.push(await toRegistrationAnswer(platform, platform.sql, row))
    return { registrations }
  })
}

import { listOwnRegistrationsRoute, type Registration } from '@an-sinh/contract'
import type { FastifyRequest } from 'fastify'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listRegistrations, type RegistrationRow, toRegistrationAnswer } from '../registrations/index.ts'
import { listOwnIds } from './access-queries.ts'
import { findTokenHash } from './applicant-access.ts'

/** Rows of what this browser may open; none without its secret. */
export async function listRegistrationsOfBrowser(platform: Platform, request: FastifyRequest): Promise<RegistrationRow[]> {
  const tokenHash = findTokenHash(platform, request)
  return tokenHash === null ? [] : listRegistrations(platform.sql, await listOwnIds(platform.sql, tokenHash))
}

/** Registrations this browser may open, newest first; none without its secret. */
export function listOwnRegistrations(server: Server, platform: Platform): void {
  addRoute(server, listOwnRegistrationsRoute, async ({ request }) => {
    const rows = await listRegistrationsOfBrowser(platform, request)
    const registrations: Registration[] = []
    for (const row of rows) registrations.push(await toRegistrationAnswer(platform, platform.sql, row))
    return { registrations }
  })
}

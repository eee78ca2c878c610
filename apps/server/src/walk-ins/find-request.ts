import { findRequestRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { findRequestIdByNumber } from '../procedures/index.ts'

/** Answers an id and nothing else, of whatever office: whether it may be opened is decided when it is opened. */
export function findRequest(server: Server, platform: Platform): void {
  addRoute(server, findRequestRoute, async ({ body }) => {
    const fileNumber = body.fileNumber.replace(/\s/gu, '').toUpperCase()
    return { requestId: requireFound(await findRequestIdByNumber(platform.sql, fileNumber), 'not-found') }
  })
}

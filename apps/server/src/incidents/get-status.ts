import { createHash } from 'node:crypto'
import { getStatusRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { StatusMemory } from './status-memory.ts'

/** A proxy in front may go on answering with it for a day when nobody answers here. */
const CACHE = 'public, max-age=15, stale-while-revalidate=60, stale-if-error=86400'

/** The same small text for everybody, so that whatever stands before the server may keep it. */
export function getStatus(server: Server, memory: StatusMemory): void {
  addRoute(server, getStatusRoute, async ({ request, reply }) => {
    const status = await memory.read()
    const etag = `W/"${createHash('sha256').update(JSON.stringify(status)).digest('base64url').slice(0, 22)}"`
    reply.header('cache-control', CACHE).header('etag', etag)
    if (request.headers['if-none-match']?.includes(etag) === true) return reply.code(304).send()
    return status
  })
}

import { createHash } from 'node:crypto'

import type { FastifyReply, FastifyRequest } from 'fastify'

/** Lists change a few times a year; phones on 400 kbit/s should not fetch them twice. */
const LIST_SECONDS = 3600

/**
 * Answers a public list with an ETag, or 304 without a body when the phone already has this very text. `seconds`: how long it may be
 * shown without asking again (closures of an office must be seen sooner than names of wards).
 */
export async function cachePublicList<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: T,
  seconds = LIST_SECONDS,
): Promise<T | FastifyReply> {
  const etag = `W/"${createHash('sha256').update(JSON.stringify(answer)).digest('base64url').slice(0, 22)}"`
  reply.header('cache-control', `public, max-age=${seconds}, stale-while-revalidate=86400`).header('etag', etag)
  if (request.headers['if-none-match']?.includes(etag) === true) return reply.code(304).send()
  return answer
}

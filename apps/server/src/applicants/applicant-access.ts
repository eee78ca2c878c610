import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ActorResolver } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import type { Queryable } from '../platform/sql.ts'
import { type AccessScope, findAccess, hasAnyAccess, upsertAccess } from './access-queries.ts'

/** One random secret per browser; the database knows its keyed hash and which registrations it opens. */
export const APPLICANT_COOKIE = '__Host-ansinh-applicant'
const TOKEN = /^[\w-]{43}$/u
/** Who may is asked before the address is checked. */
const REGISTRATION_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u
/** Longer than a deadline with both extensions and grace. */
const KEPT_DAYS = 40

const hashOf = (platform: Platform, token: string): Buffer => platform.keyring.hmac('session', `applicant/${token}`)

/** The keyed hash of the browser's secret, or null when it has none. */
export function findTokenHash(platform: Platform, request: FastifyRequest): Buffer | null {
  const token = request.cookies[APPLICANT_COOKIE] ?? ''
  return TOKEN.test(token) ? hashOf(platform, token) : null
}

/** A secret that opens nothing yet is not taken over: somebody else may have put it there. */
const meetToken = async (platform: Platform, sql: Queryable, request: FastifyRequest): Promise<string> => {
  const known = findTokenHash(platform, request)
  const token = request.cookies[APPLICANT_COOKIE]
  return known !== null && token !== undefined && (await hasAnyAccess(sql, known)) ? token : randomBytes(32).toString('base64url')
}

/** From now on this browser may open the registration (`photos`: its photo step only). */
export async function grantAccess(
  platform: Platform,
  sql: Queryable,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  registrationId: string,
  scope: AccessScope,
): Promise<void> {
  const token = await meetToken(platform, sql, request)
  await upsertAccess(sql, { tokenHash: hashOf(platform, token), registrationId, scope, days: KEPT_DAYS })
  reply.setCookie(APPLICANT_COOKIE, token, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: KEPT_DAYS * 86_400 })
}

const namedRegistration = (request: FastifyRequest): string | null => {
  const { params } = request
  return typeof params === 'object' &&
    params !== null &&
    'registrationId' in params &&
    typeof params.registrationId === 'string' &&
    REGISTRATION_ID.test(params.registrationId)
    ? params.registrationId
    : null
}

/** Whether this browser may open the registration that the address names. Asked for one registration only: another one's id tells nothing. */
export function resolveApplicant(platform: Platform): ActorResolver {
  return async (request) => {
    const tokenHash = findTokenHash(platform, request)
    const registrationId = namedRegistration(request)
    if (tokenHash === null || registrationId === null) return null
    const scope = await findAccess(platform.sql, tokenHash, registrationId)
    return scope === null ? null : { kind: 'applicant', registrationId, scope }
  }
}

import { hash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { resolveCitizen } from '../accounts/index.ts'
import { resolveEmployer } from '../employer-officers/index.ts'
import { type ActorResolvers, admit } from '../platform/actor.ts'
import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { resolveStaff } from '../staff/index.ts'
import type { Asker } from './chat-queries.ts'

/** Of a browser without a sign-in: opens its chat and nothing else. */
const CHAT_COOKIE = '__Host-ansinh-chat'
const SECRET = /^[\w-]{43}$/u
const KEPT_SECONDS = 86_400

const hashSecret = (secret: string): Buffer => hash('sha256', secret, 'buffer')

const secretHashOf = (request: FastifyRequest): Buffer | null => {
  const secret = request.cookies[CHAT_COOKIE] ?? ''
  return SECRET.test(secret) ? hashSecret(secret) : null
}

/** The browser's secret, given to it now if it has none. Given before a chat begins, so that beginning may be tried again. */
export function keepSecret(request: FastifyRequest, reply: FastifyReply): Buffer {
  const kept = secretHashOf(request)
  if (kept !== null) return kept
  const secret = randomBytes(32).toString('base64url')
  void reply.setCookie(CHAT_COOKIE, secret, { path: '/', httpOnly: true, secure: true, sameSite: 'strict', maxAge: KEPT_SECONDS })
  return hashSecret(secret)
}

/** Who asks by themselves leaves their session as idle as it was: a page that only keeps a stream open does not keep somebody signed in. */
export const quietResolvers = (server: Server, platform: Platform): ActorResolvers => ({
  ...server.resolvers,
  citizen: resolveCitizen(platform, { touches: false }),
  staff: resolveStaff(platform, { touches: false }),
  employer: resolveEmployer(platform, { touches: false }),
})

export type WhoAsks = (request: FastifyRequest) => Promise<Asker>

/** Who asks, on the citizen's host: whoever is signed in, and the browser itself. */
export const whoAsks =
  (resolvers: Pick<ActorResolvers, 'citizen'>): WhoAsks =>
  async (request) => {
    const actor = (await resolvers.citizen(request)) ?? request.actor
    return { actor, personId: actor.kind === 'citizen' ? actor.personId : null, officer: null, secretHash: secretHashOf(request) }
  }

/** Who asks, of an employer's officers; looked at anew, since a stream outlives what it began with. */
export const officerAsks =
  (resolvers: ActorResolvers): WhoAsks =>
  async (request) => {
    const actor = await admit(request, 'employer', resolvers)
    const officer = actor.kind === 'employer' ? { employerId: actor.employerId, officerId: actor.officerId } : null
    return { actor, personId: null, officer, secretHash: null }
  }

import { hash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SessionToken } from './account-queries.ts'

const SESSION_COOKIE = '__Host-ansinh-session'
const TICKET_COOKIE = '__Host-ansinh-ticket'

const SESSION_VALUE = /^([0-9a-z]{1,11})\.([\w-]{43})$/
const TICKET_VALUE = /^[\w-]{43}$/
const STRICT = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const

/** A secret of 256 bits needs no key and no slow hash; only this hash is kept. */
export const hashSecret = (secret: string): Buffer => hash('sha256', secret, 'buffer')

const makeSecret = (): string => randomBytes(32).toString('base64url')

/** Reads `<personId in base 36>.<secret>`; null when there is no such cookie. Nothing is believed yet: join it with `whereSessionLives`. */
export function sessionHashOf(request: FastifyRequest): SessionToken | null {
  const [, person, secret] = SESSION_VALUE.exec(request.cookies[SESSION_COOKIE] ?? '') ?? []
  if (person === undefined || secret === undefined) return null
  const personId = Number.parseInt(person, 36)
  return Number.isSafeInteger(personId) ? { personId, sessionHash: hashSecret(secret) } : null
}

/** A new secret at every sign-in: whatever cookie the browser brought along opens nothing (session fixation). */
export function makeSession(personId: number): { token: SessionToken; cookieValue: string } {
  const secret = makeSecret()
  return { token: { personId, sessionHash: hashSecret(secret) }, cookieValue: `${personId.toString(36)}.${secret}` }
}

/** After the commit. No `expires`: closing the browser signs out; the server's own limits hold in any case. */
export const giveSessionCookie = (reply: FastifyReply, cookieValue: string): void =>
  void reply.setCookie(SESSION_COOKIE, cookieValue, STRICT)

export const clearSessionCookie = (reply: FastifyReply): void => void reply.clearCookie(SESSION_COOKIE, STRICT)

export function makeTicket(): { ticketHash: Buffer; cookieValue: string } {
  const secret = makeSecret()
  return { ticketHash: hashSecret(secret), cookieValue: secret }
}

export const giveTicketCookie = (reply: FastifyReply, cookieValue: string, minutes: number): void =>
  void reply.setCookie(TICKET_COOKIE, cookieValue, { ...STRICT, sameSite: 'strict', maxAge: minutes * 60 })

export function ticketHashOf(request: FastifyRequest): Buffer | null {
  const secret = request.cookies[TICKET_COOKIE] ?? ''
  return TICKET_VALUE.test(secret) ? hashSecret(secret) : null
}

export const clearTicketCookie = (reply: FastifyReply): void => void reply.clearCookie(TICKET_COOKIE, { ...STRICT, sameSite: 'strict' })

import { hash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

const STAFF_COOKIE = '__Host-ansinh-staff'

const VALUE = /^[\w-]{43}$/
const OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const

const hashSecret = (secret: string): Buffer => hash('sha256', secret, 'buffer')

/** A new secret at every stage: what was known before the second factor opens nothing after it. */
export function makeStaffSession(): { sessionHash: Buffer; cookieValue: string } {
  const cookieValue = randomBytes(32).toString('base64url')
  return { sessionHash: hashSecret(cookieValue), cookieValue }
}

export const giveStaffCookie = (reply: FastifyReply, cookieValue: string): void => void reply.setCookie(STAFF_COOKIE, cookieValue, OPTIONS)

export const clearStaffCookie = (reply: FastifyReply): void => void reply.clearCookie(STAFF_COOKIE, OPTIONS)

export function staffSessionHashOf(request: FastifyRequest): Buffer | null {
  const value = request.cookies[STAFF_COOKIE] ?? ''
  return VALUE.test(value) ? hashSecret(value) : null
}

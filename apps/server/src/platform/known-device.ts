import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Keyring } from './keyring.ts'

/**
 * A browser that once signed in somebody keeps a proof of it (OWASP "device cookies"), so that a stranger's wrong tries count for the
 * stranger and never lock the owner out. The cookie holds a random id, our keyed seal of it, and one keyed mark per person: no name, no number, nothing stored
 * here. An id without our seal was made up, and counts as none.
 */
const DEVICE_COOKIE = '__Host-ansinh-device'

const DEVICE_ID = /^[\w-]{22}$/
/** A family's phone: the five who signed in last. */
const MARKS_MAX = 5
const KEPT_SECONDS = 400 * 86_400

type Device = { deviceId: string; marks: string[] }

const tagOf = (keyring: Keyring, what: string): string => keyring.hmac('device', what).subarray(0, 16).toString('base64url')
const sealOf = (keyring: Keyring, deviceId: string): string => tagOf(keyring, `seal/${deviceId}`)
const markOf = (keyring: Keyring, deviceId: string, who: string): string => tagOf(keyring, `${deviceId}/${who}`)

const isSame = (given: string, right: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

const readDevice = (keyring: Keyring, request: FastifyRequest): Device | null => {
  const [deviceId = '', seal = '', ...marks] = (request.cookies[DEVICE_COOKIE] ?? '').split('.')
  return DEVICE_ID.test(deviceId) && isSame(seal, sealOf(keyring, deviceId)) ? { deviceId, marks: marks.slice(0, MARKS_MAX) } : null
}

const writeDevice = (keyring: Keyring, reply: FastifyReply, { deviceId, marks }: Device): void =>
  void reply.setCookie(DEVICE_COOKIE, [deviceId, sealOf(keyring, deviceId), ...marks].join('.'), {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
    maxAge: KEPT_SECONDS,
  })

/** The browser's id, given to it now if it has none, and whether `who` (e.g. `citizen/17`) signed in on it before. */
export function meetDevice(
  keyring: Keyring,
  request: FastifyRequest,
  reply: FastifyReply,
  who: string,
): { deviceId: string; known: boolean; isNew: boolean } {
  const device = readDevice(keyring, request)
  if (device === null) {
    const deviceId = randomBytes(16).toString('base64url')
    writeDevice(keyring, reply, { deviceId, marks: [] })
    return { deviceId, known: false, isNew: true }
  }
  const mark = markOf(keyring, device.deviceId, who)
  return { deviceId: device.deviceId, known: device.marks.some((candidate) => isSame(candidate, mark)), isNew: false }
}

/** After a right password: this browser is known for `who` from now on. */
export function rememberDevice(keyring: Keyring, request: FastifyRequest, reply: FastifyReply, who: string): void {
  const device = readDevice(keyring, request) ?? { deviceId: randomBytes(16).toString('base64url'), marks: [] }
  const mark = markOf(keyring, device.deviceId, who)
  writeDevice(keyring, reply, {
    deviceId: device.deviceId,
    marks: [mark, ...device.marks.filter((candidate) => !isSame(candidate, mark))].slice(0, MARKS_MAX),
  })
}

import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Keyring } from './keyring.ts'

/**
 * A browser that once signed in somebody keeps a proof of it (OWASP "device cookies"), so that a stranger's wrong tries count for the
 * stranger and never lock the owner out. The cookie holds a random id and one keyed mark per person: no name, no number, nothing stored here.
 */
const DEVICE_COOKIE = '__Host-ansinh-device'

const DEVICE_ID = /^[\w-]{22}$/
/** A family's phone: the five who signed in last. */
const MARKS_MAX = 5
const KEPT_SECONDS = 400 * 86_400

type Device = { deviceId: string; marks: string[] }

const readDevice = (request: FastifyRequest): Device | null => {
  const [deviceId = '', ...marks] = (request.cookies[DEVICE_COOKIE] ?? '').split('.')
  return DEVICE_ID.test(deviceId) ? { deviceId, marks: marks.slice(0, MARKS_MAX) } : null
}

const markOf = (keyring: Keyring, deviceId: string, who: string): string =>
  keyring.hmac('device', `${deviceId}/${who}`).subarray(0, 16).toString('base64url')

const isSame = (first: string, second: string): boolean =>
  first.length === second.length && timingSafeEqual(Buffer.from(first), Buffer.from(second))

const writeDevice = (reply: FastifyReply, device: Device): void =>
  void reply.setCookie(DEVICE_COOKIE, [device.deviceId, ...device.marks].join('.'), {
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
  const device = readDevice(request)
  if (device === null) {
    const deviceId = randomBytes(16).toString('base64url')
    writeDevice(reply, { deviceId, marks: [] })
    return { deviceId, known: false, isNew: true }
  }
  const mark = markOf(keyring, device.deviceId, who)
  return { deviceId: device.deviceId, known: device.marks.some((candidate) => isSame(candidate, mark)), isNew: false }
}

/** After a right password: this browser is known for `who` from now on. */
export function rememberDevice(keyring: Keyring, request: FastifyRequest, reply: FastifyReply, who: string): void {
  const device = readDevice(request) ?? { deviceId: randomBytes(16).toString('base64url'), marks: [] }
  const mark = markOf(keyring, device.deviceId, who)
  writeDevice(reply, {
    deviceId: device.deviceId,
    marks: [mark, ...device.marks.filter((candidate) => !isSame(candidate, mark))].slice(0, MARKS_MAX),
  })
}

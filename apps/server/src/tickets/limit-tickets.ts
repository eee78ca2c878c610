import { parseTicketCode } from '@an-sinh/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { networkOf } from '../platform/recovery-limits.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Address, hashTicketCode, isTicketCode } from './ticket-contact.ts'
import { findTicketByNumber } from './ticket-queries.ts'

/** One look of a stranger: a browser counts for itself, those without a cookie share a count with their network. @throws Refusal `too-many` */
async function limitLook({ limits, keyring }: Platform, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const device = meetDevice(keyring, request, reply, 'ticket')
  await limits.consume('ticket-look-up', device.isNew ? `new/${networkOf(request.ip)}` : device.deviceId)
}

/**
 * One more ticket or call-back of somebody who is not signed in. Who is signed in is counted by person, so that no flood of strangers stands in
 * their way. @throws Refusal `too-many`
 */
export async function limitStranger(
  { limits, keyring }: Platform,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  address: Address,
): Promise<void> {
  const device = meetDevice(keyring, request, reply, 'ticket')
  await limits.consume(
    'ticket-device',
    device.isNew ? `new/${networkOf(request.ip)}/${request.headers['user-agent'] ?? ''}` : device.deviceId,
  )
  await limits.consume('ticket-contact', 'phone' in address ? address.phone : address.email.toLowerCase())
  await limits.consume('ticket-network', networkOf(request.ip))
}

/** Compared with when there is no such ticket, so that both ways take the same work. */
const nobody = (platform: Platform): Buffer => hashTicketCode(platform.keyring, 'nobody')

/**
 * Which ticket number and code name. A wrong code and a number that never was are one answer; of one number only so many wrong codes an hour.
 * @throws Refusal `ticket-unknown`, `too-many`
 */
export async function requireStranger(
  platform: Platform,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { reportNumber, code }: { reportNumber: string; code: string },
): Promise<string> {
  await limitLook(platform, request, reply)
  const number = reportNumber.trim().toUpperCase()
  await platform.limits.consume('ticket-look-up-number', number)
  const found = await findTicketByNumber(platform.sql, number)
  const isRight = isTicketCode(platform.keyring, parseTicketCode(code) ?? '', found?.codeHash ?? nobody(platform))
  if (found === null || !isRight) throw new Refusal('ticket-unknown')
  await platform.limits.forget('ticket-look-up-number', number)
  return found.reportId
}

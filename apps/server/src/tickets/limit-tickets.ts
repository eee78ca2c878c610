import { parseTicketCode } from '@an-sinh/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { LimitName } from '../platform/limits.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { countStranger } from '../platform/stranger-limits.ts'
import { type Address, hashTicketCode, isTicketCode } from './ticket-contact.ts'
import { findTicketByNumber } from './ticket-queries.ts'

type Call = { request: FastifyRequest; reply: FastifyReply }

/**
 * One more ticket or call-back of somebody who is not signed in. Who is signed in is counted by person, so that no flood of strangers stands in
 * their way; nobody is barred by what neighbours file, or by whoever typed their phone. @throws Refusal `work-first`, `too-many`
 */
export async function limitStranger(
  platform: Platform,
  call: Call,
  { address, about, also = [] }: { address: Address; about: string; also?: readonly LimitName[] },
): Promise<void> {
  const contact = 'phone' in address ? address.phone : address.email.toLowerCase()
  const shared = (['ticket-contact', ...also] as const).map((name) => [name, contact] as const)
  await countStranger(platform, call, { device: 'ticket-device', network: 'ticket-network', shared, about })
}

/** Compared with when there is no such ticket, so that both ways take the same work. */
const nobody = (platform: Platform): Buffer => hashTicketCode(platform.keyring, 'nobody')

/**
 * Which ticket number and code name. A wrong code and a number that never was are one answer; of one number only so many wrong codes an hour,
 * which nobody uses up for whoever has the right one. @throws Refusal `ticket-unknown`, `work-first`, `too-many`
 */
export async function requireStranger(
  platform: Platform,
  call: Call,
  { reportNumber, code }: { reportNumber: string; code: string },
): Promise<string> {
  const number = reportNumber.trim().toUpperCase()
  await countStranger(platform, call, { device: 'ticket-look-up', network: 'ticket-look-up-network', about: `ticket-look-up/${number}` })
  const found = await findTicketByNumber(platform.sql, number)
  const isRight = isTicketCode(platform.keyring, parseTicketCode(code) ?? '', found?.codeHash ?? nobody(platform))
  if (found !== null && isRight) return found.reportId
  await platform.limits.consume('ticket-look-up-number', number)
  throw new Refusal('ticket-unknown')
}

import { makeTicketCode, parsePhone } from '@an-sinh/domain'
import type { Keyring } from '../platform/keyring.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Contact } from './ticket-queries.ts'

const EMAIL = /^[^\s@,;:<>()[\]\\"]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/iu

export type Address = { phone: string } | { email: string }

/** As typed → where an answer can be told. @throws Refusal `ticket-contact` */
export function parseContact(typed: Address): Address {
  if ('phone' in typed) {
    const parsed = parsePhone(typed.phone)
    if (!parsed.ok) throw new Refusal('ticket-contact', { fields: [{ field: 'contact.phone', code: 'ticket-contact' }] })
    return { phone: parsed.phone }
  }
  const email = typed.email.trim()
  if (!EMAIL.test(email)) throw new Refusal('ticket-contact', { fields: [{ field: 'contact.email', code: 'ticket-contact' }] })
  return { email }
}

const contextOf = (reportId: string): string => `contact/${reportId}`

export const sealContact = (keyring: Keyring, reportId: string, address: Address): Contact => ({
  channel: 'phone' in address ? 'phone' : 'email',
  sealed: keyring.encrypt('ticket', 'phone' in address ? address.phone : address.email, contextOf(reportId)),
})

export const openContact = (keyring: Keyring, reportId: string, { channel, sealed }: Contact): Address => {
  const plain = keyring.decrypt('ticket', sealed, contextOf(reportId)).toString('utf8')
  return channel === 'phone' ? { phone: plain } : { email: plain }
}

const BYTES = 11

/**
 * The code by which a stranger finds their ticket. Made of the ticket's id with our key, so that a sending repeated after a broken line is told the
 * same one; the database knows its keyed hash alone.
 */
export function ticketCodeOf(keyring: Keyring, reportId: string): string {
  for (let draw = 0; ; draw += 1) {
    const code = makeTicketCode(keyring.hmac('ticket', `code/${reportId}/${draw}`).subarray(0, BYTES))
    if (code !== null) return code
  }
}

const labelled = (code: string): string => `look-up/${code}`

export const hashTicketCode = (keyring: Keyring, code: string): Buffer => keyring.hmac('ticket', labelled(code))

export const isTicketCode = (keyring: Keyring, code: string, hash: Uint8Array): boolean => keyring.matches('ticket', labelled(code), hash)

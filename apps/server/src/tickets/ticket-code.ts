import { makeTicketCode } from '@an-sinh/domain'
import type { Keyring } from '../platform/keyring.ts'

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

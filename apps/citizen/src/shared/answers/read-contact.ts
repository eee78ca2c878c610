import { parsePhone, type PhoneRefusalCode } from '@an-sinh/domain'
import type { FieldFault } from './read-identity.ts'

export type ContactFault = PhoneRefusalCode | 'email-shape'

/** Something before and after one @, with a dot behind: the rest is proved by a message that arrives. Linear on any input. */
const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u

/** An optional address: null when left empty, undefined when it cannot be one. */
export const readEmail = (typed: string): string | null | undefined => {
  const email = typed.normalize('NFC').trim()
  if (email === '') return null
  return email.length <= 254 && EMAIL.test(email) ? email : undefined
}

/** Phone and e-mail as typed → what is wrong with them, at once. */
export const listContactFaults = (phone: string, email: string): readonly FieldFault<ContactFault>[] => {
  const faults: FieldFault<ContactFault>[] = []
  const parsed = parsePhone(phone)
  if (!parsed.ok) faults.push({ field: 'phone', code: parsed.code })
  if (readEmail(email) === undefined) faults.push({ field: 'email', code: 'email-shape' })
  return faults
}

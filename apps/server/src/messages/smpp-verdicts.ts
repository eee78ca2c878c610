import type { Outcome } from './gateway.ts'
import type { ReceiptVerdict } from './outbox-queries.ts'

type Refusal = Extract<Outcome, { code: string }>['kind']

/** SMPP 3.4 §5.1.3: which answers are final. Anything not listed is temporary: the network may think better of it within 24 h. */
const STATUS_KINDS: Readonly<Record<number, Refusal>> = {
  0x14: 'throttled', // message queue full
  0x58: 'throttled', // throttling error
  0x01: 'permanent', // message length invalid
  0x0a: 'permanent', // source address invalid
  0x0b: 'permanent', // destination address invalid
  0x48: 'permanent', // source type of number invalid
  0x49: 'permanent', // source numbering plan invalid
  0x50: 'permanent', // destination type of number invalid
  0x51: 'permanent', // destination numbering plan invalid
  0x43: 'permanent', // esm_class invalid
  0x65: 'permanent', // application error, permanent
  0x66: 'permanent', // application error, message rejected
  0x101: 'permanent', // prohibited
  0x103: 'permanent', // service type denied
  0x104: 'permanent', // data coding invalid
}

/** The refusal that a submit_sm_resp other than 0 means; the code is kept with the message. */
export const readStatus = (status: number): Extract<Outcome, { code: string }> => ({
  kind: STATUS_KINDS[status] ?? 'temporary',
  code: `smpp-${status.toString(16).padStart(4, '0')}`,
})

/** message_state of SMPP 3.4 §5.2.28 and the words of a receipt's text (appendix B). Null: on its way, a further receipt follows. */
const RECEIPT_STATES: Readonly<Record<string, ReceiptVerdict | null>> = {
  ENROUTE: null,
  ACCEPTD: null,
  UNKNOWN: null,
  SCHEDLD: null,
  DELIVRD: 'delivered',
  // The network stopped trying (phone off, no coverage); we may try again within our own 24 h.
  EXPIRED: 'temporary',
  DELETED: 'permanent',
  UNDELIV: 'permanent',
  REJECTD: 'permanent',
}
const STATE_WORDS = ['SCHEDLD', 'ENROUTE', 'DELIVRD', 'EXPIRED', 'DELETED', 'UNDELIV', 'ACCEPTD', 'UNKNOWN', 'REJECTD'] as const

export type Receipt = { gatewayMessageId: string; verdict: ReceiptVerdict; code: string }

/** Reads a delivery receipt: the TLVs where given, else the text `id:… stat:…`. Null: no receipt, or not final. */
export const readReceipt = (pdu: { receipted_message_id?: string; message_state?: number; text: string }): Receipt | null => {
  const gatewayMessageId = pdu.receipted_message_id ?? /\bid:(\S+)/u.exec(pdu.text)?.[1]
  const word =
    (pdu.message_state === undefined ? undefined : STATE_WORDS[pdu.message_state]) ?? /\bstat:(\w+)/u.exec(pdu.text)?.[1]?.toUpperCase()
  if (gatewayMessageId === undefined || word === undefined) return null
  const verdict = RECEIPT_STATES[word] ?? null
  const error = /\berr:(\w+)/u.exec(pdu.text)?.[1]
  return (
    verdict && { gatewayMessageId, verdict, code: `receipt-${word.toLowerCase()}${error === undefined ? '' : `-${error.slice(0, 8)}`}` }
  )
}

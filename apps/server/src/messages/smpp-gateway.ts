import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { Pdu, Session } from 'smpp'
import type { Gateway, OutgoingMessage, Outcome } from './gateway.ts'
import { keepSmppSession, type SmppSettings } from './smpp-session.ts'
import { readReceipt, readStatus, type Receipt } from './smpp-verdicts.ts'

const ANSWER_MS = 8000
/** A receipt may overtake the answer to its own submit_sm: it is looked for again before the network is asked to repeat it. */
const RECEIPT_TRIES_MS = [0, 100, 300, 1000, 2000] as const
const ESME_RX_T_APPN = 0x64
const IS_RECEIPT = 0x04

/** 16 bits that stay the same for every try of a message; with the destination they let a gateway collapse repeats. */
const referenceOf = (messageId: string): number => createHash('sha256').update(messageId).digest().readUInt16BE(0)

const toSubmit = (message: OutgoingMessage, sender: string): Record<string, unknown> => ({
  source_addr_ton: /^\d+$/u.test(sender) ? 0 : 5,
  source_addr_npi: 0,
  source_addr: sender,
  dest_addr_ton: 1,
  dest_addr_npi: 1,
  destination_addr: message.to.replace(/^\+/u, ''),
  registered_delivery: 1,
  data_coding: 0,
  short_message: message.text,
  user_message_reference: referenceOf(message.messageId),
})

const textOf = (pdu: Pdu): string => pdu.short_message?.message?.toString() ?? ''

/** SMS by SMPP 3.4 over one transceiver session; receipts come back over the same one. */
export function openSmppGateway(settings: SmppSettings, log: Logger, onReceipt: (receipt: Receipt) => Promise<boolean>): Gateway {
  const settle = async (receipt: Receipt): Promise<boolean> => {
    for (const delay of RECEIPT_TRIES_MS) {
      await new Promise((resolve) => setTimeout(resolve, delay))
      if (await onReceipt(receipt)) return true
    }
    return false
  }
  const deliver = async (pdu: Pdu, session: Session): Promise<void> => {
    const receipt = ((pdu.esm_class ?? 0) & IS_RECEIPT) === 0 ? null : readReceipt({ ...pdu, text: textOf(pdu) })
    // What is no final receipt (an answer typed by a citizen, "on its way") is acknowledged and dropped.
    const known = receipt === null || (await settle(receipt).catch(() => false))
    session.send(pdu.response(known ? {} : { command_status: ESME_RX_T_APPN }))
  }
  const link = keepSmppSession(settings, log, (pdu, session) => void deliver(pdu, session))

  const submit = (session: Session, message: OutgoingMessage): Promise<Outcome> =>
    new Promise((resolve) => {
      const end = (outcome: Outcome): void => {
        clearTimeout(timer)
        forget()
        resolve(outcome)
      }
      const timer = setTimeout(() => end({ kind: 'temporary', code: 'gateway-silent' }), ANSWER_MS)
      const forget = link.onLost(() => end({ kind: 'temporary', code: 'gateway-lost' }))
      const written = session.submit_sm(toSubmit(message, settings.sender), (pdu) => {
        if (pdu.command_status !== 0) return end(readStatus(pdu.command_status))
        return end(
          pdu.message_id === undefined || pdu.message_id === ''
            ? { kind: 'delivered', gatewayMessageId: null }
            : { kind: 'accepted', gatewayMessageId: pdu.message_id },
        )
      })
      if (!written) end({ kind: 'temporary', code: 'gateway-lost' })
    })

  return {
    send: async (message) => {
      const session = await link.find()
      return session === null ? { kind: 'temporary', code: 'gateway-away' } : submit(session, message)
    },
    close: link.close,
  }
}

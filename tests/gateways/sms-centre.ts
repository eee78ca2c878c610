import smpp, { type Pdu, type Session } from 'smpp'

/**
 * An SMS centre that speaks SMPP 3.4, as a process of its own: the world's edge, for measurements and journeys.
 * Started with an IPC channel: tells `{ listening: port }`, then `{ accepted: … }` for every submit_sm it takes.
 * Every message is delivered. Its receipt follows in a moment and is sent again until somebody answers for it, on whatever session is
 * there then, as networks do; every tenth comes twice.
 */
const RECEIPT_MS = 30
const AGAIN_MS = 3000
const EACH_TWICE = 10
let serial = 0
let current: Session | null = null
/** Receipts nobody has answered for. */
const waiting = new Set<string>()

const textOf = (pdu: Pdu): string => {
  const message = pdu.short_message?.message ?? ''
  return typeof message === 'string' ? message : message.toString('latin1')
}

const sendReceipt = (messageId: string): void => {
  const text = `id:${messageId} sub:001 dlvrd:001 submit date:2601010000 done date:2601010000 stat:DELIVRD err:000 text:`
  const receipt = { esm_class: 4, data_coding: 0, short_message: text, receipted_message_id: messageId, message_state: 2 }
  current?.deliver_sm(receipt, (answer) => void (answer.command_status === 0 && waiting.delete(messageId)))
}

const accept = (session: Session, pdu: Pdu): void => {
  serial += 1
  const id = `centre-${process.pid}-${serial}`
  session.send(pdu.response({ message_id: id }))
  process.send?.({
    accepted: { to: pdu.destination_addr ?? '', text: textOf(pdu), reference: pdu.user_message_reference ?? null, at: Date.now() },
  })
  waiting.add(id)
  setTimeout(() => sendReceipt(id), RECEIPT_MS)
  if (serial % EACH_TWICE === 0) setTimeout(() => sendReceipt(id), 2 * RECEIPT_MS)
}

const server = smpp.createServer((session) => {
  const forget = (): void => void (current === session && (current = null))
  session.on('error', () => session.destroy())
  session.on('close', forget)
  session.on('bind_transceiver', (pdu: Pdu) => {
    current = session
    session.send(pdu.response({ system_id: 'centre' }))
  })
  session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()))
  session.on('unbind', (pdu: Pdu) => session.send(pdu.response()))
  session.on('submit_sm', (pdu: Pdu) => accept(session, pdu))
})
setInterval(() => waiting.forEach(sendReceipt), AGAIN_MS)
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ listening: typeof address === 'object' && address !== null ? address.port : 0 })
})

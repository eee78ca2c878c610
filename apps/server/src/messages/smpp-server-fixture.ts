import smpp, { type Pdu, type Session } from 'smpp'

/**
 * A real SMPP server in a process of its own, for tests: `node smpp-server-fixture.ts`, told over the ipc channel how to behave.
 * It tells `{ port }`, then `{ submitted: { to, text, reference } }` for every submit_sm and `{ receiptAnswer: status }` for every receipt.
 */
export type Behaviour =
  | 'deliver' // accepted, receipt DELIVRD
  | 'deliver-twice' // the receipt comes twice
  | 'receipt-first' // the receipt overtakes the answer
  | 'undeliverable' // accepted, receipt UNDELIV
  | 'accept' // accepted, no receipt
  | 'refuse' // destination address invalid
  | 'fail' // system error
  | 'throttle-once'
  | 'hang' // no answer at all
  | 'drop' // connection cut instead of an answer
  | 'drop-once'

let behaviour: Behaviour = 'deliver'
let serial = 0
const throttled = new Set<string>()

const answer = (session: Session, pdu: Pdu, options: Record<string, unknown>): void => void session.send(pdu.response(options))

/** Receipts stay until they are acknowledged: repeated after a moment, and to whoever binds next, as a network does. */
const unacknowledged = new Map<string, string>()

const deliverReceipt = (session: Session, messageId: string, state: string): void => {
  const text = `id:${messageId} sub:001 dlvrd:001 stat:${state} err:000 text:`
  session.deliver_sm({ esm_class: 4, data_coding: 0, short_message: text }, (answered) => {
    process.send?.({ receiptAnswer: answered.command_status })
    if (answered.command_status === 0) unacknowledged.delete(messageId)
    else setTimeout(() => deliverReceipt(session, messageId, state), 1000)
  })
}

const sendReceipt = (session: Session, messageId: string, state: 'DELIVRD' | 'UNDELIV', times = 1): void => {
  unacknowledged.set(messageId, state)
  for (let time = 0; time < times; time += 1) deliverReceipt(session, messageId, state)
}

const behave = (session: Session, pdu: Pdu, id: string): void => {
  const to = pdu.destination_addr ?? ''
  switch (behaviour) {
    case 'hang':
      return
    case 'drop-once':
      behaviour = 'deliver'
      return session.destroy()
    case 'drop':
      return session.destroy()
    case 'refuse':
      return answer(session, pdu, { command_status: 0x0b })
    case 'fail':
      return answer(session, pdu, { command_status: 0x08 })
    case 'throttle-once':
      if (!throttled.has(to)) {
        throttled.add(to)
        return answer(session, pdu, { command_status: 0x58 })
      }
      break
    case 'receipt-first':
      sendReceipt(session, id, 'DELIVRD')
      return void setTimeout(() => answer(session, pdu, { message_id: id }), 200)
    case 'deliver':
    case 'deliver-twice':
    case 'undeliverable':
    case 'accept':
  }
  answer(session, pdu, { message_id: id })
  if (behaviour === 'undeliverable') sendReceipt(session, id, 'UNDELIV')
  else if (behaviour !== 'accept') sendReceipt(session, id, 'DELIVRD', behaviour === 'deliver-twice' ? 2 : 1)
}

const server = smpp.createServer((session) => {
  session.on('error', () => session.destroy())
  session.on('bind_transceiver', (pdu: Pdu) => {
    answer(session, pdu, { command_status: pdu.password === 'open' ? 0 : 0x0e })
    for (const [messageId, state] of unacknowledged) deliverReceipt(session, messageId, state)
  })
  session.on('enquire_link', (pdu: Pdu) => answer(session, pdu, {}))
  session.on('unbind', (pdu: Pdu) => answer(session, pdu, {}))
  session.on('submit_sm', (pdu: Pdu) => {
    serial += 1
    process.send?.({
      submitted: { to: pdu.destination_addr, text: pdu.short_message?.message?.toString(), reference: pdu.user_message_reference },
    })
    behave(session, pdu, `gw-${process.pid}-${serial}`)
  })
})

process.on('message', (message: { behaviour: Behaviour }) => {
  behaviour = message.behaviour
})
process.on('disconnect', () => process.exit(0))
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 })
})

/**
 * An SMS centre that speaks SMPP 3.4, as a process of its own: the world's edge, for tests and measurements.
 * Started with fork(): sends {listening: port}, then one message per accepted submit_sm. Behaviour is set by messages:
 * {mode: 'accept' | 'refuse' | 'refuse-for-ever' | 'hang' | 'double-receipt' | 'no-receipt' | 'drop'}.
 */
import smpp from 'smpp'

let mode = 'accept'
let number = 0
process.on('message', (message) => {
  if (typeof message.mode === 'string') mode = message.mode
})
process.on('disconnect', () => process.exit(0))

const textOf = (pdu) => {
  const message = pdu.short_message?.message ?? pdu.short_message
  return Buffer.isBuffer(message) ? message.toString('latin1') : String(message ?? '')
}

const receipt = (session, pdu, id) => {
  session.deliver_sm({
    source_addr: pdu.destination_addr,
    destination_addr: pdu.source_addr,
    esm_class: 4,
    short_message: `id:${id} sub:001 dlvrd:001 submit date:2601010000 done date:2601010000 stat:DELIVRD err:000 text:`,
    receipted_message_id: id,
    message_state: 2,
  })
}

const accept = (session, pdu) => {
  number += 1
  const id = `m${number}`
  session.send(pdu.response({ message_id: id }))
  process.send?.({ accepted: { id, to: pdu.destination_addr, text: textOf(pdu), coding: pdu.data_coding, reference: pdu.user_message_reference ?? null, at: Date.now() } })
  if (mode === 'no-receipt') return
  setTimeout(() => receipt(session, pdu, id), 30)
  if (mode === 'double-receipt') setTimeout(() => receipt(session, pdu, id), 60)
}

const server = smpp.createServer((session) => {
  session.on('error', () => undefined)
  for (const bind of ['bind_transceiver', 'bind_transmitter', 'bind_receiver']) session.on(bind, (pdu) => session.send(pdu.response({ system_id: 'centre' })))
  session.on('enquire_link', (pdu) => session.send(pdu.response()))
  session.on('unbind', (pdu) => {
    session.send(pdu.response())
    session.close()
  })
  session.on('submit_sm', (pdu) => {
    if (mode === 'hang') return
    if (mode === 'drop') return void session.destroy()
    if (mode === 'refuse') return void session.send(pdu.response({ command_status: smpp.ESME_RTHROTTLED }))
    if (mode === 'refuse-for-ever') return void session.send(pdu.response({ command_status: smpp.ESME_RINVDSTADR }))
    accept(session, pdu)
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ listening: server.address().port }))

/** The part of the untyped package smpp 0.5 that is used here. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events'
  import type { Server as NetServer } from 'node:net'

  export type Pdu = {
    command: string
    command_status: number
    sequence_number: number
    message_id?: string
    destination_addr?: string
    source_addr?: string
    esm_class?: number
    short_message?: { message?: string | Buffer }
    receipted_message_id?: string
    message_state?: number
    user_message_reference?: number
    system_id?: string
    password?: string
    response: (options?: Record<string, unknown>) => Pdu
  }
  export type Answer = (pdu: Pdu) => void
  export class Session extends EventEmitter {
    bind_transceiver(options: Record<string, unknown>, answered: Answer): boolean
    submit_sm(options: Record<string, unknown>, answered: Answer): boolean
    deliver_sm(options: Record<string, unknown>, answered?: Answer): boolean
    enquire_link(answered: Answer): boolean
    unbind(answered?: Answer): boolean
    send(pdu: Pdu, answered?: Answer): boolean
    close(): void
    destroy(): void
  }
  export type Server = NetServer
  export function connect(options: { url: string }): Session
  export function createServer(listener: (session: Session) => void): Server
  const smpp: { connect: typeof connect; createServer: typeof createServer }
  export default smpp
}

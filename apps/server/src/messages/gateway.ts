import type { MessageEvent } from '../message-texts/index.ts'

/** A message as a gateway gets it. `messageId` is the stable key a gateway may collapse repeats by. `to`: E.164 or an e-mail address. */
export type OutgoingMessage = { messageId: string; to: string; text: string; subject: string | null; event: MessageEvent }

/**
 * What became of handing a message over. `accepted`: a receipt will follow. `delivered`: nothing will follow. `throttled`: again in seconds.
 * An unknown outcome (time-out, connection lost) is `temporary`: the gateway may be called twice, the effect is once.
 */
export type Outcome =
  | { kind: 'accepted'; gatewayMessageId: string }
  | { kind: 'delivered'; gatewayMessageId: string | null }
  | { kind: 'temporary' | 'throttled' | 'permanent'; code: string }

export type Gateway = { send: (message: OutgoingMessage) => Promise<Outcome>; close: () => Promise<void> }

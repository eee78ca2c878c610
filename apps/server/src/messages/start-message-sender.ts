import { randomUUID } from 'node:crypto'
import type { Platform } from '../platform/platform.ts'
import type { Gateway, Outcome } from './gateway.ts'
import type { Channel } from './message-queries.ts'
import { secondsToNextTry, THROTTLED_SECONDS } from './message-rules.ts'
import { openGateways } from './open-gateways.ts'
import { type ClaimedMessage, claimMessages, giveUpMessages, recordAcceptance, recordFailure, recordRetry } from './outbox-queries.ts'

/** SECURITY "Rules proven under kill −9": 32 in flight; a lease outlives the slowest gateway answer (8 s) by far. */
const IN_FLIGHT = 32
const LEASE_SECONDS = 30
const POLL_MS = 400
const SWEEP_MS = 30_000

const record = async (platform: Platform, message: ClaimedMessage, outcome: Outcome): Promise<void> => {
  const { sql } = platform
  switch (outcome.kind) {
    case 'accepted':
    case 'delivered':
      return recordAcceptance(sql, message, outcome.gatewayMessageId, outcome.kind === 'delivered')
    case 'permanent':
      return recordFailure(sql, message, outcome.code)
    case 'throttled':
      return recordRetry(sql, message, outcome.code, THROTTLED_SECONDS, false)
    case 'temporary':
      return recordRetry(sql, message, outcome.code, secondsToNextTry(message.attempts), true)
  }
}

const open = ({ keyring }: Platform, { messageId, recipientEncrypted, textEncrypted, subject, event }: ClaimedMessage) => ({
  messageId,
  event,
  subject,
  to: keyring.decrypt('message', recipientEncrypted, `${messageId}/to`).toString('utf8'),
  text: keyring.decrypt('message', textEncrypted, messageId).toString('utf8'),
})

/** Claimed and committed before the gateway is called. When recording fails, the lease runs out and the same message goes again under the same key. */
const send = async (platform: Platform, gateways: Record<Channel, Gateway>, message: ClaimedMessage): Promise<void> => {
  try {
    const outcome = await gateways[message.channel].send(open(platform, message))
    await record(platform, message, outcome)
    platform.log.info(
      { messageId: message.messageId, channel: message.channel, outcome: outcome.kind, code: 'code' in outcome ? outcome.code : undefined },
      'message',
    )
  } catch (error) {
    platform.log.error(
      { err: { type: error instanceof Error ? error.name : 'unknown' }, messageId: message.messageId },
      'message not recorded',
    )
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Sends what is due, at most 32 at once, until stopped. Several senders may run; a claim belongs to one.
 * @throws Error when a real gateway is set on a demo database
 */
export async function startMessageSender(platform: Platform): Promise<{ stop: () => Promise<void> }> {
  const gateways = await openGateways(platform)
  const inFlight = new Set<Promise<void>>()
  const stopping = new AbortController()
  let sweptAt = 0

  const sweep = async (): Promise<void> => {
    if (Date.now() - sweptAt < SWEEP_MS) return
    sweptAt = Date.now()
    await giveUpMessages(platform.sql)
  }
  const turn = async (): Promise<void> => {
    await sweep()
    const claimed = await claimMessages(platform.sql, randomUUID(), IN_FLIGHT - inFlight.size, LEASE_SECONDS)
    for (const message of claimed) {
      const sending: Promise<void> = send(platform, gateways, message).finally(() => inFlight.delete(sending))
      inFlight.add(sending)
    }
    // A full house: go on as soon as one is through. A quiet one: look again in a moment.
    await (inFlight.size >= IN_FLIGHT ? Promise.race(inFlight) : pause(POLL_MS))
  }
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await turn().catch(async (error: unknown) => {
        platform.log.error({ err: { type: error instanceof Error ? error.name : 'unknown' } }, 'outbox cannot be read')
        await pause(POLL_MS)
      })
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopping.abort()
      await running
      await Promise.all(inFlight)
      await Promise.all([gateways.sms.close(), gateways.email.close(), gateways.push.close()])
    },
  }
}

import { findStopCode } from '../message-texts/index.ts'
import type { Gateway, Outcome, OutgoingMessage } from './gateway.ts'

const MOST_CONNECTIONS = 4
const SILENCE_MS = 8000

const toOutcome = (error: unknown): Outcome => {
  const code =
    typeof error === 'object' && error !== null && 'responseCode' in error && typeof error.responseCode === 'number'
      ? error.responseCode
      : null
  // RFC 5321 §4.2.1: 5yz is final, 4yz may be tried again. No answer at all is unknown, so temporary.
  if (code === null) return { kind: 'temporary', code: 'mail-away' }
  return { kind: code >= 500 ? 'permanent' : 'temporary', code: `mail-${code}` }
}

/** RFC 8058: the mail program shows a button of its own, and sends its POST to this address when it is pressed; the letter itself holds no link. */
const stopHeaders = ({ event, text }: OutgoingMessage, citizenOrigin: string): Record<string, string> => {
  const code = findStopCode(event, text)
  if (code === null || !citizenOrigin.startsWith('https:')) return {}
  return { 'List-Unsubscribe': `<${citizenOrigin}/api/invitation-stops/${code}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/**
 * E-mail through the operator's relay: `smtp://user:password@host:port?from=…` or `smtps://…`. Accepted by the relay counts as delivered:
 * mail has no receipt that could be relied on.
 */
export function openEmailGateway(url: string, citizenOrigin: string): Gateway {
  const address = new URL(url)
  const from = address.searchParams.get('from') ?? `khong-tra-loi@${address.hostname}`
  address.searchParams.delete('from')
  // Read in at the first mail: most processes never send one.
  const connect = async () =>
    (await import('nodemailer')).createTransport({
      url: address.href,
      pool: true,
      maxConnections: MOST_CONNECTIONS,
      connectionTimeout: SILENCE_MS,
      greetingTimeout: SILENCE_MS,
      socketTimeout: SILENCE_MS,
    })
  let transport: ReturnType<typeof connect> | undefined
  return {
    send: async (message) => {
      try {
        // The Message-ID stays the same for every try: mail stores collapse repeats by it.
        transport ??= connect()
        const mail = await transport
        await mail.sendMail({
          from,
          to: message.to,
          subject: message.subject ?? '',
          text: message.text,
          messageId: `<${message.messageId}@${address.hostname}>`,
          headers: { 'Auto-Submitted': 'auto-generated', ...stopHeaders(message, citizenOrigin) },
        })
        return { kind: 'delivered', gatewayMessageId: null }
      } catch (error) {
        return toOutcome(error)
      }
    },
    close: async () => {
      if (transport !== undefined) (await transport).close()
    },
  }
}

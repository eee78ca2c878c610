import type { Platform } from '../platform/platform.ts'
import { openEmailGateway } from './email-gateway.ts'
import type { Gateway } from './gateway.ts'
import type { Channel } from './message-queries.ts'
import { RETRY_SECONDS, RETRY_SECONDS_LATER } from './message-rules.ts'
import { insertInboxMessage, isDemo, recordReceipt } from './outbox-queries.ts'
import { openPushGateway } from './push-gateway.ts'
import { openSmppGateway } from './smpp-gateway.ts'

/** The development gateway: what would leave is laid where a developer reads it. */
const openInbox = (platform: Platform, channel: Channel): Gateway => ({
  send: async ({ messageId, to, text, subject }) => {
    await insertInboxMessage(platform.sql, { messageId, channel, recipient: to, subject, body: text })
    return { kind: 'delivered', gatewayMessageId: null }
  },
  close: () => Promise.resolve(),
})

/** No gateway was set: messages wait for one as long as they live, and the log says so. */
const openNothing = (): Gateway => ({
  send: () => Promise.resolve({ kind: 'temporary', code: 'no-gateway' }),
  close: () => Promise.resolve(),
})

const openSms = (platform: Platform, demo: boolean): Gateway => {
  const { settings, log, sql } = platform
  if (settings.smsGateway === 'inbox') return demo ? openInbox(platform, 'sms') : openNothing()
  if (settings.smpp === null) throw new Error('Thiếu ANSINH_SMPP_URL cho cổng SMS / ANSINH_SMPP_URL is missing')
  return openSmppGateway(settings.smpp, log, (receipt) => recordReceipt(sql, receipt, RETRY_SECONDS, RETRY_SECONDS_LATER))
}

const openEmail = (platform: Platform, demo: boolean): Gateway => {
  if (demo) return openInbox(platform, 'email')
  return platform.settings.emailUrl === null ? openNothing() : openEmailGateway(platform.settings.emailUrl, platform.settings.citizenOrigin)
}

/**
 * Demo people and real telephones never meet (SECURITY "Demo and production never mix").
 * @throws Error with a sentence when a real gateway is set on a database marked as demo
 */
export async function requireSafeGateway(platform: Platform): Promise<{ demo: boolean }> {
  const demo = await isDemo(platform.sql)
  if (demo && platform.settings.smsGateway !== 'inbox') {
    throw new Error(
      'Cơ sở dữ liệu này là bản dùng thử, không được nối với cổng SMS thật. / This database is marked as a demo and must not be connected to a real SMS gateway.',
    )
  }
  return { demo }
}

/** The gateways of this installation, by channel. */
export async function openGateways(platform: Platform): Promise<Record<Channel, Gateway>> {
  const { demo } = await requireSafeGateway(platform)
  if (!demo && platform.settings.smsGateway === 'inbox')
    platform.log.warn('no SMS gateway is set: messages wait in the outbox (ANSINH_SMS_GATEWAY=smpp, ANSINH_SMPP_URL)')
  return { sms: openSms(platform, demo), email: openEmail(platform, demo), push: openPushGateway(platform.keyring, platform.settings) }
}

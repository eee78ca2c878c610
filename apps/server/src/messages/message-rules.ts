import type { MessageEvent } from '../message-texts/index.ts'

/** Seconds until the next try after the n-th one; after that hourly (PATTERNS "Messages"). */
export const RETRY_SECONDS: readonly number[] = [60, 600]
export const RETRY_SECONDS_LATER = 3600
/** A gateway that asks for patience is not failing: the same message again shortly, not counted as a try. */
export const THROTTLED_SECONDS = 5

export const secondsToNextTry = (attempts: number): number => RETRY_SECONDS[attempts - 1] ?? RETRY_SECONDS_LATER

/**
 * Nobody is sent more than this in a day. SMS cost money: a family of five on one phone registers with some 20 of them. An e-mail address may be
 * that of an employer's desk, so it bears more.
 */
export const MESSAGES_PER_DAY = { sms: 40, email: 400, push: 100 } as const

/** Minutes after which a message is no longer sent: 24 h, but a code that has run out by then helps nobody (it lives 10 or 15 minutes). */
const GIVE_UP_MINUTES: Partial<Record<MessageEvent, number>> = { 'one-time-code': 10, 'email-code': 10, 'email-link': 30 }
export const giveUpMinutesOf = (event: MessageEvent): number => GIVE_UP_MINUTES[event] ?? 24 * 60

/** Somebody waits with the phone in hand: sent before the rest when a queue has built up. */
const URGENT: ReadonlySet<MessageEvent> = new Set([
  'one-time-code',
  'approved',
  'first-password',
  'account-touched',
  'new-device',
  'device-disavowed',
  'counter-code-issued',
  'email-code',
  'email-link',
  'number-asked',
  'password-set-by-email',
  'passkey-added',
  'contact-change-waits',
  'contact-changed',
  'mandate-changed',
])
/** Thousands at once that nobody waits for: behind everything else. */
const BULK: ReadonlySet<MessageEvent> = new Set(['employer-invitation', 'announced'])
export const priorityOf = (event: MessageEvent): number => (URGENT.has(event) ? 0 : BULK.has(event) ? 2 : 1)

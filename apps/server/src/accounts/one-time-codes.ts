import { randomBytes, randomUUID } from 'node:crypto'
import { makeOneTimeCode, ONE_TIME_CODE_RULE, parseOneTimeCode } from '@an-sinh/domain'
import { enqueueMessage } from '../messages/index.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { type CodePurpose, insertCode, tryCode } from './code-queries.ts'

type CodeSubject = { purpose: CodePurpose; subject: string }
/** `subject`: what the code is for (a registration, an opening, a request). `phone`: E.164; an e-mail address only where it is to be proved itself. */
export type CodeOrder = CodeSubject &
  ({ phone: string } | { email: string }) & {
    /** Who asks proved to be the recipient by something else: what strangers ask for does not count against them. */
    byHolder?: boolean
  }
export type CodeSent = { codeId: string; expiresAt: Date; resendAt: Date }

const drawCode = (): string => {
  for (;;) {
    const code = makeOneTimeCode(randomBytes(ONE_TIME_CODE_RULE.randomBytes))
    if (code !== null) return code
  }
}

const hashCode = (platform: Platform, order: CodeSubject, code: string): Buffer =>
  platform.keyring.hmac('one-time-code', `${order.purpose}/${order.subject}/${code}`)

const recipientOf = (order: CodeOrder): string => ('phone' in order ? order.phone : order.email)

const writeCode = async (platform: Platform, transaction: Transaction, order: CodeOrder): Promise<CodeSent> => {
  const code = drawCode()
  const codeId = randomUUID()
  const recipient = recipientOf(order)
  const sent = await insertCode(transaction, {
    purpose: order.purpose,
    subject: order.subject,
    codeId,
    phoneHmac: platform.keyring.hmac('phone', recipient),
    phoneEncrypted: platform.keyring.encrypt('phone', recipient, codeId),
    codeHash: hashCode(platform, order, code),
    tries: ONE_TIME_CODE_RULE.tries,
    minutes: order.purpose === 'prove-phone' ? ONE_TIME_CODE_RULE.minutes : ONE_TIME_CODE_RULE.securityMinutes,
    resendSeconds: ONE_TIME_CODE_RULE.resendSeconds,
  })
  await enqueueMessage(platform, transaction, {
    idempotencyKey: `one-time-code/${codeId}`,
    content: { event: 'phone' in order ? 'one-time-code' : 'email-code', code },
    to: 'phone' in order ? { phone: order.phone } : { email: order.email },
  })
  return { codeId, ...sent }
}

/**
 * Sends six digits to a phone or an address; they stay nowhere but in the message, the row keeps a keyed hash. An earlier code of the subject no longer counts.
 * @throws Refusal `too-many` with the instant of the next sending (1 a minute, 3 in 10 minutes, 8 a day for a phone, strangers and holder apart)
 */
export async function sendOneTimeCode(platform: Platform, transaction: Transaction | null, order: CodeOrder): Promise<CodeSent> {
  await platform.limits.consume('one-time-code-send', `${recipientOf(order)}${order.byHolder === true ? '/holder' : ''}`)
  await platform.limits.consume('one-time-code-send-all', 'all')
  return transaction === null ? inTransaction(platform, (own) => writeCode(platform, own, order)) : writeCode(platform, transaction, order)
}

/**
 * Counts the try and consumes the code, at once and for good: call it outside the transaction of what it opens, so that a wrong try stays counted.
 * Answers the phone it went to. @throws Refusal `code-wrong` (wrong, run out, used, tried too often, never sent: all the same), `too-many`
 */
export async function consumeOneTimeCode(
  platform: Platform,
  order: { purpose: CodePurpose; subject: string; code: string },
): Promise<{ phone: string }> {
  const code = parseOneTimeCode(order.code)
  // Not six digits: nothing to compare, no try lost.
  if (code === null) throw new Refusal('code-wrong')
  await platform.limits.consume('one-time-code-check', `${order.purpose}/${order.subject}`)
  const row = await tryCode(platform.sql, order.purpose, order.subject, hashCode(platform, order, code))
  if (row === null) throw new Refusal('code-wrong')
  return { phone: platform.keyring.decrypt('phone', row.phoneEncrypted, row.codeId).toString('utf8') }
}

import { type DecisionKind, findDecisionReason } from '@an-sinh/domain'
import type { MessageContent } from '../message-texts/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import type { SubmittedRegistration } from '../registrations/index.ts'

const PARTS = ['sms', 'email', 'touched'] as const

/** The event's key; its messages are named after it. */
export const keyOf = (decisionId: string): string => `decision/${decisionId}`

export const messageKeyOf = (decisionId: string, part: (typeof PARTS)[number]): string => `${keyOf(decisionId)}/${part}`

/** Every message a decision may have laid in the outbox. */
export const messageKeysOf = (decisionId: string): string[] => PARTS.map((part) => messageKeyOf(decisionId, part))

/** Of the number to sign in with, so many last digits are told. */
export const HINT_DIGITS = 3

/** What the citizen is told, in the reasons' own words. */
export const toReasonContent = (kind: 'return' | 'refuse', fileNumber: string, reasonCodes: readonly string[]): MessageContent => {
  const reasons = reasonCodes.flatMap((code) => findDecisionReason(code) ?? [])
  const sentence = {
    vi: reasons.map((reason) => `${reason.citizenVi} ${reason.nextStepVi}`).join('\n\n'),
    en: reasons.map((reason) => `${reason.citizenEn} ${reason.nextStepEn}`).join('\n\n'),
  }
  const short = reasons.map((reason) => reason.smsVi).join('; ')
  return kind === 'return'
    ? { event: 'returned', fileNumber, sentence, short, dueOn: null }
    : { event: 'refused', fileNumber, sentence, short }
}

export type Decided = { decisionId: string; kind: DecisionKind; reasonCodes: readonly string[]; releasesAt: Date; personId: number | null }
/** Of an approval: what the person signs in with for the first time, and the phone of an account that stood before. */
export type Approved = { insuranceNumber: string; firstPassword: string; formerPhone: string | null }

/** The decision's messages, held until the undo time is over: to the proved phone, to the e-mail given, and to the phone an existing account had. */
export async function enqueueDecisionMessages(
  platform: Platform,
  transaction: Transaction,
  row: SubmittedRegistration,
  decided: Decided,
  approved: Approved | null,
): Promise<void> {
  const { decisionId, kind, releasesAt, personId } = decided
  const content: MessageContent =
    kind === 'approve' && approved !== null
      ? { event: 'approved', loginHint: approved.insuranceNumber.slice(-HINT_DIGITS), firstPassword: approved.firstPassword }
      : toReasonContent(kind === 'return' ? 'return' : 'refuse', row.fileNumber, decided.reasonCodes)
  const common = { personId, registrationId: row.registrationId, sendAfter: releasesAt }
  await enqueueMessage(platform, transaction, {
    ...common,
    idempotencyKey: messageKeyOf(decisionId, 'sms'),
    content,
    to: { phone: row.provedPhone },
  })
  if (row.email !== null)
    await enqueueMessage(platform, transaction, {
      ...common,
      idempotencyKey: messageKeyOf(decisionId, 'email'),
      content,
      to: { email: row.email },
    })
  const former = approved?.formerPhone ?? null
  if (former === null || former === row.provedPhone) return
  await enqueueMessage(platform, transaction, {
    ...common,
    idempotencyKey: messageKeyOf(decisionId, 'touched'),
    content: { event: 'account-touched' },
    to: { phone: former },
  })
}

import { decideMove } from '@an-sinh/domain'
import { settleAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import { recordNotice } from '../notices/index.ts'
import { getPerson } from '../persons/index.ts'
import type { SystemActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { isSubmitted, listOpenSiblings, loadRegistration, moveRegistration } from '../registrations/index.ts'
import { HINT_DIGITS, keyOf } from './decision-messages.ts'
import { findDecision, listDueDecisions, markReleased } from './decision-queries.ts'
import { settleWard } from './settle-ward.ts'

const ACTOR: SystemActor = { kind: 'system', job: 'settle-decision' }
const BATCH = 100

/** The first approved registration for a number closes the others; whoever sent them is told on the phone they proved. */
const closeOthers = async (platform: Platform, transaction: Transaction, registrationId: string, personId: number): Promise<void> => {
  for (const other of await listOpenSiblings(transaction, registrationId, await getPerson(transaction, personId))) {
    // One under review for fraud stays with its reviewer.
    if (!decideMove(other.state, 'withdraw', 'system').ok) continue
    await moveRegistration(platform, transaction, {
      registrationId: other.registrationId,
      move: 'withdraw',
      actor: ACTOR,
      details: { closedBy: registrationId },
    })
    if (!isSubmitted(other)) continue
    const content = { event: 'closed-by-other', fileNumber: other.fileNumber } as const
    const common = { content, registrationId: other.registrationId }
    await enqueueMessage(platform, transaction, {
      ...common,
      idempotencyKey: `closed/${other.registrationId}/sms`,
      to: { phone: other.provedPhone },
    })
    if (other.email !== null)
      await enqueueMessage(platform, transaction, {
        ...common,
        idempotencyKey: `closed/${other.registrationId}/email`,
        to: { email: other.email },
      })
  }
}

/** What the approval's messages say, where the account's owner finds it; the first password goes by SMS alone. */
const layInInbox = async (
  transaction: Transaction,
  { decisionId, personId, renewed }: { decisionId: string; personId: number; renewed: boolean },
): Promise<void> => {
  const loginHint = (await getPerson(transaction, personId)).insuranceNumber.slice(-HINT_DIGITS)
  await recordNotice(transaction, personId, { key: keyOf(decisionId), content: { event: 'approved', loginHint } })
  if (renewed) await recordNotice(transaction, personId, { key: `${keyOf(decisionId)}/renewed`, content: { event: 'account-touched' } })
}

const settleDecision = (platform: Platform, decisionId: string): Promise<void> =>
  inTransaction(platform, async (transaction) => {
    if (!(await markReleased(transaction, decisionId))) return
    const decision = await findDecision(transaction, decisionId)
    if (decision === null) return
    const { registrationId, personId, kind } = decision
    await recordAudit(transaction, { actor: ACTOR, action: 'decision-released', registrationId, personId, details: { decisionId, kind } })
    if (kind !== 'approve' || personId === null) return
    // Registrations before accounts, as in recordDecision: two of these never wait for each other in a circle.
    await closeOthers(platform, transaction, registrationId, personId)
    const row = await loadRegistration(transaction, registrationId)
    if (isSubmitted(row)) await settleWard(transaction, ACTOR, personId, row)
    const renewed = await settleAccount(transaction, personId)
    await layInInbox(transaction, { decisionId, personId, renewed })
  })

/** True when it failed; the others are not held up by it. */
const hasFailed = (platform: Platform, decisionId: string): Promise<boolean> =>
  settleDecision(platform, decisionId).then(
    () => false,
    (error: unknown) => {
      platform.log.error(
        {
          err: { type: error instanceof Error ? error.name : 'unknown', message: error instanceof Error ? error.message : '' },
          decisionId,
        },
        'decision not released',
      )
      return true
    },
  )

/** Releases every decision whose undo time is over. Each in its own transaction; safe to run twice and at once. Answers how many could not be. */
export async function settleDecisions(platform: Platform): Promise<number> {
  for (;;) {
    const due = await listDueDecisions(platform.sql, BATCH)
    let failed = 0
    for (const decisionId of due) failed += (await hasFailed(platform, decisionId)) ? 1 : 0
    if (due.length < BATCH || failed > 0) return failed
  }
}

/** The job of one decision. Before its time (a clock was moved), or when something failed, it comes again. */
export async function settleDecisionJob(platform: Platform, data: Record<string, unknown>): Promise<void> {
  const failed = await settleDecisions(platform)
  const decision = typeof data['decisionId'] === 'string' ? await findDecision(platform.sql, data['decisionId']) : null
  if (failed > 0 || decision?.running === true) throw new Error('decisions wait for another try')
}

import { findAccount, openAccount, prepareFirstPassword, settleAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { PersonCandidate } from '../persons/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { moveRegistration, type SubmittedRegistration } from '../registrations/index.ts'
import { findSecondCheck, recordFirstCheck } from '../second-checks/index.ts'
import { decideByFacts, type DecisionBasis, type DecisionOrder } from './decide-by-facts.ts'
import { type Approved, enqueueDecisionMessages } from './decision-messages.ts'
import { findDecision, insertDecision } from './decision-queries.ts'
import { dropLock } from './lock-queries.ts'
import { requireOwnCase } from './require-own-case.ts'

type Recording = {
  platform: Platform
  transaction: Transaction
  actor: StaffActor
  row: SubmittedRegistration
  order: DecisionOrder
  basis: DecisionBasis
  /** Of an approval. */
  firstPassword: { plain: string; hash: string } | null
  requestId: string
}

/** True for a repeat of a decision that is recorded. An id cannot be used for a second decision. */
const isRepeat = async (sql: Parameters<typeof findDecision>[0], actor: StaffActor, order: DecisionOrder): Promise<boolean> => {
  const known = await findDecision(sql, order.decisionId)
  if (known === null) {
    const check = await findSecondCheck(sql, order.registrationId)
    return check?.firstDecisionId === order.decisionId && check.firstStaffId === actor.staffId
  }
  if (known.registrationId !== order.registrationId || known.staffId !== actor.staffId || known.kind !== order.kind)
    throw new Refusal('version-conflict')
  return true
}

/**
 * The account, held until the undo time is over. Of an account that stands already nothing changes before that; its phone of today is told
 * then (the renewal replaces phone, e-mail and password, and ends all sessions: whoever stands at the desk with the original ID is the owner).
 */
const openFor = async (
  recording: Recording,
  person: PersonCandidate,
  firstPassword: { plain: string; hash: string },
  releasesAt: Date,
): Promise<Approved> => {
  const { transaction, actor, row } = recording
  const { personId } = person
  await settleAccount(transaction, personId)
  const former = await findAccount(transaction, personId)
  const how = await openAccount(transaction, {
    personId,
    phone: row.provedPhone,
    email: row.email,
    registrationId: row.registrationId,
    firstPasswordHash: firstPassword.hash,
    heldUntil: releasesAt,
  })
  await recordAudit(transaction, {
    actor,
    action: how === 'opened' ? 'account-opened' : 'account-renewed',
    personId,
    registrationId: row.registrationId,
  })
  return {
    insuranceNumber: person.insuranceNumber,
    firstPassword: firstPassword.plain,
    formerPhone: former === null || former.state === 'stopped' ? null : former.phone,
  }
}

/** The first look of two: what was ticked is kept for the second, and nothing is told yet. */
const writeFirstCheck = async ({ platform, transaction, actor, order, basis, requestId }: Recording): Promise<void> => {
  const { registrationId, decisionId, documentKind } = order
  await recordFirstCheck(transaction, {
    registrationId,
    decisionId,
    documentKind,
    staffId: actor.staffId,
    role: actor.role,
    personId: basis.person?.personId ?? null,
    checklist: { documentKind, items: [...order.checklist] },
  })
  await moveRegistration(platform, transaction, {
    registrationId,
    move: 'second-check',
    actor,
    expectedVersion: order.version,
    details: { decisionId },
    requestId,
  })
  await dropLock(transaction, registrationId, actor.staffId)
}

const write = async (recording: Recording): Promise<void> => {
  const { platform, transaction, actor, row, order, basis, firstPassword, requestId } = recording
  const { registrationId, decisionId, kind, reasonCodes } = order
  const approved = kind === 'approve'
  const personId = approved ? (basis.person?.personId ?? null) : null
  const releasesAt = await insertDecision(transaction, {
    decisionId,
    registrationId,
    kind,
    personId,
    staffId: actor.staffId,
    officeId: actor.officeId,
    checklist: { documentKind: order.documentKind, items: [...order.checklist] },
    differences: basis.differences
      .filter(({ severity }) => severity !== 'none')
      .map(({ field, verdict, severity }) => ({ field, verdict, severity })),
    reasonCodes,
    stateBefore: row.state,
    undoSeconds: platform.settings.undoSeconds,
  })
  await moveRegistration(platform, transaction, {
    registrationId,
    move: kind,
    actor,
    expectedVersion: order.version,
    set: { personId, documentKind: order.documentKind, stateBeforeDecision: row.state },
    reasonCodes,
    details: { decisionId },
    requestId,
  })
  const account =
    approved && basis.person !== null && firstPassword !== null ? await openFor(recording, basis.person, firstPassword, releasesAt) : null
  await enqueueDecisionMessages(platform, transaction, row, { decisionId, kind, reasonCodes, releasesAt, personId }, account)
  await dropLock(transaction, registrationId, actor.staffId)
  await platform.jobs.send(transaction, 'settle-decision', { decisionId }, { startAfter: platform.settings.undoSeconds })
}

/**
 * Records a decision: row, move, account, held messages, audit lines and the job that releases it, in one transaction or not at all.
 * Where a second person is due, an approval is the first look of two: the case is then `checked`, and no decision stands.
 * Sent twice, also at once, it is one decision; of two clerks at once one decides, the other is told.
 * @throws Refusal `not-found`, `case-elsewhere` and those of `decideByFacts`
 */
export async function recordDecision(platform: Platform, actor: StaffActor, order: DecisionOrder, requestId: string): Promise<void> {
  if (await isRepeat(platform.sql, actor, order)) return
  // Hashing takes a while: before the transaction, which holds the row.
  const firstPassword = order.kind === 'approve' ? await prepareFirstPassword() : null
  await inTransaction(platform, async (transaction) => {
    const row = await requireOwnCase(transaction, actor, order.registrationId, 'for-update')
    if (await isRepeat(transaction, actor, order)) return
    const basis = await decideByFacts(transaction, actor, row, order)
    const recording = { platform, transaction, actor, row, order, basis, firstPassword, requestId }
    await (basis.isFirstCheck ? writeFirstCheck(recording) : write(recording))
  })
}

import { type CorrectionMove, decideCorrectionMove } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { listCardPeriods } from '../cards/index.ts'
import { tellPerson } from '../notices/index.ts'
import type { SystemActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import {
  type CorrectionRequestRow,
  findCorrectionRequest,
  insertCorrectionMove,
  letGoOfDecision,
  lockRequestsOf,
  stateOf,
} from '../procedures/index.ts'
import {
  findRequestDecision,
  listDueRequestDecisions,
  markRequestReleased,
  markRequestUndone,
  type RequestDecisionRow,
  type UndoneWhy,
} from './request-decision-queries.ts'
import { toDecisionContent } from './request-messages.ts'
import { sourceOf, writeToRegister } from './write-to-register.ts'

const ACTOR: SystemActor = { kind: 'system', job: 'settle-request-decision' }
const BATCH = 100
const MOVES = { accept: 'correct', refuse: 'keep', ask: 'ask' } as const satisfies Record<string, CorrectionMove>

/** What the register would no longer take, told by what stands in the way. */
class Overtaken extends Error {
  readonly why: UndoneWhy
  constructor(why: UndoneWhy) {
    super(why)
    this.why = why
  }
}

const overtakenBy = (error: unknown): UndoneWhy | null => {
  if (error instanceof Overtaken) return error.why
  if (error instanceof Refusal && error.code === 'national-id-taken') return 'number-taken'
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]/u.test(error.code) ? 'value-refused' : null
}

/** Cells that stand on the card as well: the card that the person shows is another one now. */
const ON_CARD = ['fullName', 'bornOn', 'sex']

const tellDecided = async (
  platform: Platform,
  transaction: Transaction,
  row: CorrectionRequestRow,
  decision: RequestDecisionRow,
): Promise<void> => {
  const account = await findAccount(transaction, row.personId)
  if (account === null) return
  const key = `request-decision/${decision.decisionId}`
  await tellPerson(platform, transaction, account, { key, content: toDecisionContent(row, decision), subjectId: row.requestId })
  const touchesCard = row.lineKind === 'identity' && decision.values.some(({ field }) => ON_CARD.includes(field))
  if (touchesCard && (await listCardPeriods(transaction, row.personId)).length > 0)
    await tellPerson(platform, transaction, account, { key: `${key}/card`, content: { event: 'card-changed' } })
}

const release = async (platform: Platform, transaction: Transaction, decision: RequestDecisionRow): Promise<void> => {
  const { personId, requestId, decisionId, kind, values, removesLine } = decision
  const row = await findCorrectionRequest(transaction, personId, requestId)
  const to = row === null ? null : decideCorrectionMove(stateOf(row), MOVES[kind], 'staff')
  if (row === null || to === null) throw new Overtaken('request-closed')
  const { lineKind, lineId, fileNumber } = row
  if (kind === 'accept') {
    const write = {
      actor: ACTOR,
      personId,
      requestId,
      kind: lineKind,
      lineId,
      values,
      removesLine,
      source: sourceOf(fileNumber),
      reasonCode: row.problem,
    }
    if (!(await writeToRegister(transaction, write))) throw new Overtaken('line-moved')
  }
  const move = {
    moveNo: row.moves.length + 1,
    state: to,
    actorKind: 'staff',
    reasonCode: decision.reasonCode,
    said: decision.said,
  } as const
  if (!(await insertCorrectionMove(transaction, row, move))) throw new Overtaken('request-closed')
  await letGoOfDecision(transaction, { requestId, decisionId })
  await tellDecided(platform, transaction, row, decision)
  await recordAudit(transaction, { actor: ACTOR, action: 'request-decision-released', personId, details: { decisionId, fileNumber, kind } })
}

/** Somebody was quicker than the undo time: the request goes back to the queue with the reason, nothing is written or told. */
const giveBack = async (platform: Platform, decision: RequestDecisionRow, why: UndoneWhy): Promise<void> =>
  inTransaction(platform, async (transaction) => {
    if (!(await markRequestUndone(transaction, decision, why))) return
    await letGoOfDecision(transaction, decision)
    const { personId, decisionId } = decision
    await recordAudit(transaction, { actor: ACTOR, action: 'request-decision-undone', personId, reasonCode: why, details: { decisionId } })
  })

const settle = async (platform: Platform, due: { personId: number; decisionId: string }): Promise<void> => {
  const decision = await findRequestDecision(platform.sql, due.personId, due.decisionId)
  if (decision === null) return
  try {
    await inTransaction(platform, async (transaction) => {
      await lockRequestsOf(transaction, due.personId)
      if (await markRequestReleased(transaction, due)) await release(platform, transaction, decision)
    })
  } catch (error) {
    const why = overtakenBy(error)
    if (why === null) throw error
    await giveBack(platform, decision, why)
  }
}

/** Writes and tells every decision whose undo time is over, each in its own transaction; safe to run twice and at once. Answers how many could not be. */
export async function settleRequestDecisions(platform: Platform): Promise<number> {
  for (;;) {
    const due = await listDueRequestDecisions(platform.sql, BATCH)
    const outcomes = await Promise.allSettled(due.map((one) => settle(platform, one)))
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
    for (const { reason } of failed)
      platform.log.error({ err: { message: reason instanceof Error ? reason.message : '' } }, 'request decision not released')
    if (due.length < BATCH || failed.length > 0) return failed.length
  }
}

/** The job of one decision; before its time, or when something failed, it comes again. */
export async function settleRequestDecisionJob(platform: Platform, data: Record<string, unknown>): Promise<void> {
  const failed = await settleRequestDecisions(platform)
  const { personId, decisionId } = data
  const named = typeof personId === 'number' && typeof decisionId === 'string'
  const decision = named ? await findRequestDecision(platform.sql, personId, decisionId) : null
  if (failed > 0 || decision?.running === true) throw new Error('request decisions wait for another try')
}

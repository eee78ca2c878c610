import type { RefusalCode } from '@an-sinh/contract'
import { REGISTRATION_MOVES, type RegistrationActor, type RegistrationMove, type RegistrationState } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { assignDocuments } from '../documents/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Transaction } from '../platform/transaction.ts'
import { drawSecondCheck } from '../second-checks/index.ts'
import { findRegistration, insertMove, updateState } from './registration-queries.ts'
import type { RegistrationChanges, RegistrationRow } from './registration-row.ts'

export type Move = {
  registrationId: string
  move: RegistrationMove
  actor: Actor
  /** Refuses `version-conflict` when the registration has moved on since it was shown. */
  expectedVersion?: number
  set?: RegistrationChanges
  reasonCodes?: readonly string[]
  /** Ids and codes only. */
  details?: Record<string, string | number | boolean | null>
  requestId?: string
}

/** Who this is in the state table. An operator moves no case. */
const toMover = (actor: Actor): RegistrationActor | null => {
  if (actor.kind === 'applicant' || actor.kind === 'citizen') return 'applicant'
  if (actor.kind === 'system') return 'system'
  return actor.kind === 'staff' && (actor.role === 'clerk' || actor.role === 'supervisor') ? actor.role : null
}

const idOf = (actor: Actor): string | null => {
  if (actor.kind === 'staff') return String(actor.staffId)
  if (actor.kind === 'citizen') return String(actor.personId)
  return actor.kind === 'system' ? actor.job : null
}

/** From which states this actor may make the move, and where each leads. */
const waysOf = (move: RegistrationMove, by: RegistrationActor | null): Partial<Record<RegistrationState, RegistrationState>> =>
  Object.fromEntries(
    REGISTRATION_MOVES.filter((row) => row.move === move && by !== null && row.by.includes(by)).flatMap((row) =>
      row.from.map((state) => [state, row.to === 'same' ? state : row.to]),
    ),
  )

const explain = (row: RegistrationRow | null, expectedVersion: number | undefined): RefusalCode => {
  if (row === null) return 'not-found'
  return expectedVersion !== undefined && row.version !== expectedVersion ? 'version-conflict' : 'move-not-allowed'
}

/**
 * Makes one move of the state table in the caller's transaction: state, line of history and audit line, or nothing.
 * Two callers at once: one conditional UPDATE lets exactly one through.
 * @throws Refusal `move-not-allowed`, `version-conflict`, `not-found`
 */
export async function moveRegistration(platform: Platform, transaction: Transaction, move: Move): Promise<RegistrationRow> {
  const { registrationId, actor } = move
  const moved = await updateState(
    transaction,
    registrationId,
    waysOf(move.move, toMover(actor)),
    move.expectedVersion ?? null,
    move.set ?? {},
  )
  if (moved === null) throw new Refusal(explain(await findRegistration(transaction, registrationId), move.expectedVersion))
  const { fromState, ...row } = moved
  if (move.move === 'receive') await drawSecondCheck(platform, transaction, registrationId)
  // The decision names the person: the photos are that person's from then on, or nobody's again after an undo.
  if (move.set?.personId !== undefined) await assignDocuments(transaction, registrationId, row.personId)
  const reasonCodes = move.reasonCodes ?? []
  await insertMove(transaction, {
    registrationId,
    move: move.move,
    fromState,
    toState: row.state,
    actorKind: actor.kind,
    actorId: idOf(actor),
    reasonCodes,
    details: move.details ?? {},
  })
  await recordAudit(transaction, {
    actor,
    action: `registration-${move.move}`,
    registrationId,
    personId: row.personId,
    reasonCode: reasonCodes.length === 0 ? null : reasonCodes.join(' '),
    ...(move.requestId === undefined ? {} : { requestId: move.requestId }),
    details: { ...move.details, from: fromState, to: row.state, version: row.version },
  })
  return row
}

import { decideRequestRoute } from '@an-sinh/contract'
import { CORRECTION_STATE_RULES, decideRequest as decide, type RequestDecisionKind } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import {
  type CorrectionRequestRow,
  findCorrectionRequest,
  holdForDecision,
  insertCorrectionMove,
  lockRequestsOf,
} from '../procedures/index.ts'
import { type Cell, findLastDecision, findRequestDecision, insertRequestDecision } from './request-decision-queries.ts'
import { readCells } from './read-cells.ts'
import { requireOwnRequest } from './require-own-request.ts'
import { rehearse } from './rehearse.ts'
import { showRequest } from './show-request.ts'

type Order = {
  decisionId: string
  version: number
  kind: RequestDecisionKind
  values: readonly { field: string; value: string }[]
  removesLine: boolean
  reasonCode: string | null
  said: string
}

/** The same id again by the same clerk is the decision taken before; anybody else's id is a clash. */
const isRepeat = async (sql: Queryable, actor: StaffActor, personId: number, decisionId: string): Promise<boolean> => {
  const known = await findRequestDecision(sql, personId, decisionId)
  if (known === null) return false
  if (known.staffId !== actor.staffId) throw new Refusal('version-conflict')
  return true
}

/** What would be written: nothing for a refusal or a question. */
const cellsOf = async (transaction: Transaction, row: CorrectionRequestRow, order: Order): Promise<Cell[]> =>
  order.kind !== 'accept' || order.removesLine ? [] : readCells(transaction, row, order.values)

const requireDecidable = async (transaction: Transaction, row: CorrectionRequestRow, order: Order, changes: number): Promise<void> => {
  const last = await findLastDecision(transaction, row.personId, row.requestId)
  const state = row.moves.at(-1)?.state ?? 'received'
  const standing = last !== null && last.undoneAt === null && last.releasedAt === null
  const decision = decide({ decision: order.kind, state, decided: standing, ownCase: false, reasonCode: order.reasonCode, changes })
  if (!decision.ok) throw new Refusal(decision.code)
  if (!CORRECTION_STATE_RULES[state].isOpen) throw new Refusal('case-decided')
}

/**
 * Recorded at once, written and told after the undo time. Of two clerks at once one decides, by one conditional UPDATE; the other is told.
 * What would be written is tried now and taken back, so that a wrong value is told to the clerk and not found out later.
 */
export function decideRequest(server: Server, platform: Platform): void {
  addRoute(server, decideRequestRoute, async ({ params: { requestId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    await inTransaction(platform, async (transaction) => {
      const { row: desk } = await requireOwnRequest(transaction, actor, requestId)
      const { personId } = desk
      await lockRequestsOf(transaction, personId)
      if (await isRepeat(transaction, actor, personId, body.decisionId)) return
      const row = requireFound(await findCorrectionRequest(transaction, personId, requestId), 'not-found')
      const values = await cellsOf(transaction, row, body)
      await requireDecidable(transaction, row, body, values.length + (body.removesLine ? 1 : 0))
      const { kind, removesLine, reasonCode, decisionId } = body
      if (kind === 'accept') await rehearse(transaction, actor, row, { values, removesLine })
      if (!(await holdForDecision(transaction, { requestId, decisionId, version: body.version }))) throw new Refusal('version-conflict')
      const decision = {
        personId,
        decisionId,
        requestId,
        kind,
        staffId: actor.staffId,
        officeId: actor.officeId,
        said: body.said.trim(),
        values,
      }
      const why = kind === 'accept' ? null : reasonCode
      await insertRequestDecision(transaction, { ...decision, reasonCode: why, removesLine }, platform.settings.undoSeconds)
      if (row.moves.at(-1)?.state === 'received')
        await insertCorrectionMove(transaction, row, { moveNo: row.moves.length + 1, state: 'in-review', actorKind: 'staff' })
      const details = { fileNumber: row.fileNumber, kind, decisionId, changes: values.length }
      await recordAudit(transaction, { actor, action: 'request-decided', personId, reasonCode: why, requestId: request.id, details })
      await platform.jobs.send(
        transaction,
        'settle-request-decision',
        { personId, decisionId },
        { startAfter: platform.settings.undoSeconds },
      )
    })
    return showRequest(platform, request, requestId)
  })
}

import type { CorrectionRequest } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { listPhotoKindsOf } from '../documents/index.ts'
import type { CitizenActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import {
  type CorrectionRequestRow,
  findCorrectionRequest,
  insertCorrectionRequest,
  listCorrectionRequestRows,
  lockRequestsOf,
  type NewCorrectionRequest,
} from './correction-queries.ts'
import { numberRequest } from './number-request.ts'
import { toCorrectionAnswer } from './to-correction-answer.ts'

/** One's own request as it stands. @throws Refusal `not-found` */
export async function readRequest(sql: Queryable, personId: number, requestId: string): Promise<CorrectionRequest> {
  const row = requireFound(await findCorrectionRequest(sql, personId, requestId), 'not-found')
  return toCorrectionAnswer(row, (await listPhotoKindsOf(sql, [requestId])).get(requestId))
}

const isOpenAbout =
  ({ lineKind, lineId }: { lineKind: string; lineId: string }) =>
  (row: CorrectionRequestRow): boolean =>
    row.lineKind === lineKind && row.lineId === lineId && toCorrectionAnswer(row).isOpen

export type RequestOrder = Omit<NewCorrectionRequest, 'fileNumber' | 'officeId' | 'dueOn' | 'dueRuleVersion' | 'personId'>

/**
 * Numbers and records a request; sent again with the same id, also at once, it is one request. One open request per line.
 * @throws Refusal `correction-open-already`
 */
export async function recordRequest(
  platform: Platform,
  actor: CitizenActor,
  order: RequestOrder,
  apiRequestId: string,
): Promise<CorrectionRequest> {
  const { personId } = actor
  const { requestId, lineKind, lineId } = order
  return inTransaction(platform, async (transaction) => {
    await lockRequestsOf(transaction, personId)
    const earlier = await listCorrectionRequestRows(transaction, personId)
    if (earlier.some((row) => row.requestId === requestId)) return readRequest(transaction, personId, requestId)
    if (earlier.some(isOpenAbout(order))) throw new Refusal('correction-open-already')
    const numbered = await numberRequest(transaction, personId)
    await insertCorrectionRequest(transaction, { personId, ...order, ...numbered })
    await recordAudit(transaction, {
      actor,
      action: order.purpose === 'adjust' ? 'adjust-sent' : 'correction-sent',
      personId,
      reasonCode: order.problem,
      requestId: apiRequestId,
      details: { fileNumber: numbered.fileNumber, kind: lineKind, lineId },
    })
    return readRequest(transaction, personId, requestId)
  })
}

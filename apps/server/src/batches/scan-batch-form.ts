import { scanBatchFormRoute } from '@an-sinh/contract'
import { BATCH_ODDS, type BatchOdd, decideBatchForm, parseScannedFormCode } from '@an-sinh/domain'
import { isOneDesk, listLocks, receivePaperIn, timingOf } from '../decisions/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { findRegistration, findRegistrationByFormCode, isSubmitted, readToday } from '../registrations/index.ts'
import { findFormInBatch, holdOpenBatch, insertOdd, markFormReceived } from './batch-queries.ts'
import { requireBatch, showBatch } from './require-batch.ts'

type Scan = { actor: StaffActor; batchId: string; formCode: string | null; requestId: string }

/** What stands in the way of this form, from rows that are held until the scan is written. */
const judge = async (platform: Platform, transaction: Transaction, { actor, batchId, formCode }: Scan) => {
  const found = formCode === null ? null : await findRegistrationByFormCode(platform, transaction, formCode)
  const row = found === null ? null : await findRegistration(transaction, found.registrationId, 'for-update')
  if (row === null || !isSubmitted(row)) return { registrationId: null, decided: 'unknown-code' as const }
  const { registrationId, state } = row
  const inBatch = await findFormInBatch(transaction, batchId, registrationId)
  const [lock] = await listLocks(transaction, [registrationId])
  const decided = decideBatchForm({
    state,
    inBatch: inBatch !== null,
    receivedInBatch: inBatch?.received === true,
    atThisDesk: await isOneDesk(transaction, row.officeId, actor.officeId),
    isExpired: state === 'expired' || (state === 'awaiting-visit' && timingOf(row, await readToday(transaction)) === 'expired'),
    isLocked: lock !== undefined && lock.staffId !== actor.staffId,
  })
  return { registrationId, decided }
}

/** Received as a paper at the counter is, with its message, and counted in the batch: one transaction. */
const take = async (platform: Platform, transaction: Transaction, scan: Scan): Promise<'received' | BatchOdd> => {
  const { actor, batchId, requestId } = scan
  if (!(await holdOpenBatch(transaction, batchId, 'for-share'))) throw new Refusal('batch-handed-over')
  const { registrationId, decided } = await judge(platform, transaction, scan)
  if (registrationId === null || decided !== 'receive') return decided === 'receive' ? 'unknown-code' : decided
  if (!(await markFormReceived(transaction, { batchId, registrationId, staffId: actor.staffId }))) return 'already-handed-in'
  await receivePaperIn(platform, transaction, actor, { registrationId, version: null, requestId })
  return 'received'
}

export function scanBatchForm(server: Server, platform: Platform): void {
  addRoute(server, scanBatchFormRoute, async ({ params: { batchId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    await requireBatch(platform.sql, actor, batchId)
    const parsed = parseScannedFormCode(body.code)
    const formCode = parsed.ok ? parsed.formCode : null
    const codeTail = (formCode ?? body.code.trim()).slice(-4)
    const outcome = await inTransaction(platform, async (transaction) => {
      const taken = await take(platform, transaction, { actor, batchId, formCode, requestId: request.id })
      if (taken !== 'received')
        await insertOdd(transaction, { batchId, scanId: body.scanId, reason: taken, codeTail, staffId: actor.staffId })
      return taken
    })
    return {
      outcome: outcome === 'received' ? ('received' as const) : ('odd' as const),
      codeTail,
      sentence: outcome === 'received' ? null : BATCH_ODDS[outcome],
      batch: await showBatch(platform.sql, await requireBatch(platform.sql, actor, batchId)),
    }
  })
}

import { getHandInsRoute, makeHandInBatchRoute } from '@an-sinh/contract'
import { writeBatch } from '../batches/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inEmployerTransaction, inTransaction } from '../platform/transaction.ts'
import { findStandingOffice } from '../reference/index.ts'
import { findEmployerName, holdReady, insertLines, listBatches, type ReadyForm } from './hand-in-queries.ts'
import { showHandIns, toSummary } from './show-hand-ins.ts'

export function getHandIns(server: Server, platform: Platform): void {
  addRoute(server, getHandInsRoute, async ({ request }) => {
    const { employerId } = requireActor(request, 'employer')
    return inEmployerTransaction(platform, (transaction) => showHandIns(transaction, employerId))
  })
}

const byOffice = (forms: readonly ReadyForm[]): Map<number, ReadyForm[]> => {
  const groups = new Map<number, ReadyForm[]>()
  for (const form of forms) groups.set(form.officeId, [...(groups.get(form.officeId) ?? []), form])
  return groups
}

/** One batch for each office that awaits forms of the list, through the door of batches: the office receives it as any other. */
export function makeHandInBatch(server: Server, platform: Platform): void {
  addRoute(server, makeHandInBatchRoute, async ({ request }) => {
    const actor = requireActor(request, 'employer')
    const { employerId } = actor
    const { batchIds, left } = await inTransaction(platform, async (transaction) => {
      const ready = await holdReady(transaction, employerId)
      if (!ready.some(({ awaited }) => awaited)) throw new Refusal('no-form-ready')
      const employerName = await findEmployerName(transaction, employerId)
      const made: string[] = []
      for (const [officeId, forms] of byOffice(ready.filter(({ awaited }) => awaited))) {
        const office = await findStandingOffice(transaction, officeId)
        if (office === null) throw new Refusal('no-form-ready')
        const { batchId } = await writeBatch(platform, transaction, { office, employerId, employerName, forms, actor })
        await insertLines(
          transaction,
          batchId,
          employerId,
          forms.map(({ entryId }) => entryId),
        )
        made.push(batchId)
      }
      return { batchIds: made, left: ready.filter(({ awaited }) => !awaited) }
    })
    const rows = await inEmployerTransaction(platform, (transaction) => listBatches(transaction, employerId))
    return {
      batches: rows.filter(({ batchId }) => batchIds.includes(batchId)).map(toSummary),
      left: left.map(({ entryId, fullName, department }) => ({ entryId, fullName, department })),
    }
  })
}

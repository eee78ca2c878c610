import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import { getHandIns, makeHandInBatch } from './make-hand-in-batch.ts'
import { deliverHandInBatch, getHandInBatch, getHandInCover, getHandInReceipt } from './show-hand-in-batch.ts'
import { moveSigned } from './hand-in-queries.ts'
import { putFormAside, tickForm } from './tick-form.ts'

/** Forms in hand that are in no batch on its way go with the line of their person, where the successor has none of that person yet. */
export const moveSignedForms = async (transaction: Transaction, { mergerId }: { mergerId: string }) => {
  await moveSigned(transaction, mergerId)
  return {}
}

/** Signed forms that an employer hands in: ticked off, put aside, and batched through the door of batches. */
export function registerHandIns(server: Server, platform: Platform): void {
  for (const register of [
    getHandIns,
    tickForm,
    putFormAside,
    makeHandInBatch,
    getHandInBatch,
    deliverHandInBatch,
    getHandInCover,
    getHandInReceipt,
  ])
    register(server, platform)
}

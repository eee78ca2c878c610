import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { findBatch } from './find-batch.ts'
import { getBatchReceipt } from './get-batch-receipt.ts'
import { handOverBatch } from './hand-over-batch.ts'
import { listBatches } from './list-batches.ts'
import { scanBatchForm } from './scan-batch-form.ts'

export { makeCoverSheetCommand } from './cover-sheet-command.ts'
export { findHandOver, type HandOver, renderBatchReceipt } from './get-batch-receipt.ts'
export { makeBatch, renderCoverSheet, writeBatch } from './make-batch.ts'

/** Forms that an employer hands in together: cover sheet, each form in turn, the odd ones apart, the hand-over. */
export function registerBatches(server: Server, platform: Platform): void {
  for (const register of [listBatches, findBatch, scanBatchForm, handOverBatch, getBatchReceipt]) register(server, platform)
}

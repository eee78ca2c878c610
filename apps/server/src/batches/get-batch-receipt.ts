import { checkBatchReceiptRoute, getBatchReceiptRoute } from '@an-sinh/contract'
import { formatFormCode } from '@an-sinh/domain'
import { renderPdf } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { findOffice } from '../reference/index.ts'
import { hashBatchCode, openBatchCode, readBatchCode } from './batch-codes.ts'
import { findBatchByReceipt, findBatchRow, listFormRows, listOddRows } from './batch-queries.ts'
import { toReceiptSheet } from './batch-sheets.ts'
import { requireBatch } from './require-batch.ts'

/** @throws Refusal `batch-unknown` before the hand-over */
export async function renderBatchReceipt({ sql, keyring }: Platform, batchId: string): Promise<Buffer> {
  const row = requireFound(await findBatchRow(sql, batchId), 'batch-unknown')
  const sealed = requireFound(row.receiptEncrypted, 'batch-unknown')
  const office = requireFound(await findOffice(sql, row.officeId), 'batch-unknown')
  const code = formatFormCode(openBatchCode(keyring, 'batch-receipt', sealed, batchId))
  const [forms, odds] = [await listFormRows(sql, batchId), await listOddRows(sql, batchId)]
  return renderPdf('batch-sheet', toReceiptSheet({ row, office: office.name, code, forms, odds }))
}

export function getBatchReceipt(server: Server, platform: Platform): void {
  addRoute(server, getBatchReceiptRoute, async ({ params: { batchId }, request, reply }) => {
    const actor = requireActor(request, 'staff')
    await requireBatch(platform.sql, actor, batchId)
    const pdf = await renderBatchReceipt(platform, batchId)
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'inline; filename="bien-ban-giao-nhan.pdf"')
      .send(pdf)
  })
}

/** Anybody with the paper: what it says, without the employer and without a person. */
export function checkBatchReceipt(server: Server, platform: Platform): void {
  addRoute(server, checkBatchReceiptRoute, async ({ body, request, reply }) => {
    await platform.limits.consume('statement-check', meetDevice(platform.keyring, request, reply, 'nobody').deviceId)
    const code = requireFound(readBatchCode(body.code), 'batch-unknown')
    const row = requireFound(
      await findBatchByReceipt(platform.sql, hashBatchCode(platform.keyring, 'batch-receipt', code)),
      'batch-unknown',
    )
    const { batchNumber, expected, received, officeId } = row
    const handedOverAt = requireFound(row.handedOverAt, 'batch-unknown').toISOString()
    return { batchNumber, officeName: (await findOffice(platform.sql, officeId))?.name ?? '', handedOverAt, expected, received }
  })
}

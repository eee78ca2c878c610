import { getBatchReceiptRoute } from '@an-sinh/contract'
import { formatFormCode } from '@an-sinh/domain'
import { renderPdf } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { findOffice } from '../reference/index.ts'
import { hashBatchCode, openBatchCode } from './batch-codes.ts'
import { findBatchByReceipt, findBatchRow, listFormRows, listOddRows } from './batch-queries.ts'
import { toReceiptSheet } from './batch-sheets.ts'
import { requireBatch } from './require-batch.ts'

export type HandOver = { batchNumber: string; officeName: string; handedOverAt: Date; expected: number; received: number }

/** @throws Refusal `batch-unknown` before the hand-over */
export async function renderBatchReceipt({ sql, keyring, settings }: Platform, batchId: string): Promise<Buffer> {
  const row = requireFound(await findBatchRow(sql, batchId), 'batch-unknown')
  const sealed = requireFound(row.receiptEncrypted, 'batch-unknown')
  const office = requireFound(await findOffice(sql, row.officeId), 'batch-unknown')
  const code = formatFormCode(openBatchCode(keyring, 'batch-receipt', sealed, batchId))
  const [forms, odds] = [await listFormRows(sql, batchId), await listOddRows(sql, batchId)]
  return renderPdf(
    'batch-sheet',
    toReceiptSheet({ row, office: office.name, code, checkUrl: `${settings.citizenOrigin}/kiem-tra/${code}`, forms, odds }),
  )
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

/** What its receipt says, without the employer and without a person, for anybody with the paper; null for a code that leads nowhere. */
export async function findHandOver({ sql, keyring }: Platform, code: string): Promise<HandOver | null> {
  const row = await findBatchByReceipt(sql, hashBatchCode(keyring, 'batch-receipt', code))
  const office = await findOffice(sql, row?.officeId ?? 0)
  if (row === null || row.handedOverAt === null) return null
  const { batchNumber, expected, received, handedOverAt } = row
  return { batchNumber, officeName: office?.name ?? '', handedOverAt, expected, received }
}

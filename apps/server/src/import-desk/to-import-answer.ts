import type { FastifyRequest } from 'fastify'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { type ImportAnswer, REFUSALS, type RefusalCode } from '@an-sinh/contract'
import { requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { type BatchRow, findBatch } from '../imports/index.ts'

const fillIn = (sentence: string, details: BatchRow['refusedDetails']): string =>
  sentence.replaceAll(/\{(\w+)\}/gu, (_all, name: string) => String(details[name] ?? ''))

const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(REFUSALS, code)

const refusalOf = ({ refusedCode: code, refusedDetails: details }: BatchRow): ImportAnswer['refusal'] => {
  if (code === null || !isRefusalCode(code)) return null
  const { vi, en, nextVi, nextEn } = REFUSALS[code]
  return { code, sentence: { vi: fillIn(vi, details), en: fillIn(en, details) }, nextStep: { vi: nextVi, en: nextEn } }
}

/** A batch as the office sees it. */
export const toImportAnswer = (batch: BatchRow): ImportAnswer => ({
  importId: batch.batchId,
  kind: batch.kind,
  state: batch.state,
  phase: batch.phase,
  refusal: refusalOf(batch),
  fileName: batch.fileName,
  fileFormat: batch.fileFormat,
  fileBytes: batch.fileBytes,
  fileKept: batch.fileKeyEncrypted !== null,
  source: batch.source,
  rowsRead: batch.rowsRead,
  bytesRead: batch.bytesRead,
  mapping: batch.mapping.map((one) => ({ ...one })),
  groupCounts: { new: 0, known: 0, 'close-match': 0, moved: 0, rejected: 0, ...batch.groupCounts },
  baseMoved: batch.baseMoved,
  appliedCounts: batch.appliedCounts,
  compensatesImportId: batch.compensatesBatchId,
  compensatedByImportId: batch.compensatedByBatchId,
  decidesImportId: batch.decidesBatchId,
  createdAt: batch.createdAt.toISOString(),
  previewedAt: batch.previewedAt?.toISOString() ?? null,
  appliedAt: batch.appliedAt?.toISOString() ?? null,
})

/** An import of the agency: an employer's own file is nobody's here. @throws Refusal `not-found` */
export const getBatch = async (sql: Queryable, importId: string): Promise<BatchRow> => {
  const batch = await findBatch(sql, importId)
  return requireFound(batch?.employerId === null ? batch : null, 'not-found')
}

/** Rows of people are read: who, which import and what of it stands in the audit, or nothing is read. */
export async function readAudited<T>(
  platform: Platform,
  request: FastifyRequest,
  { importId, part }: { importId: string; part: 'examples' | 'faults' | 'error-file' },
  read: (transaction: Transaction, batch: BatchRow) => Promise<T>,
): Promise<T> {
  return inTransaction(platform, async (transaction) => {
    const batch = await getBatch(transaction, importId)
    const actor = requireActor(request, 'staff')
    await recordAudit(transaction, { actor, action: 'import-read', requestId: request.id, details: { batchId: importId, part } })
    return read(transaction, batch)
  })
}

import { REFUSALS, type RefusalCode, type RosterImport } from '@an-sinh/contract'
import type { FastifyRequest } from 'fastify'
import { type BatchRow, findBatch } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { countRosterBatch, rosterImport } from '../rosters/index.ts'

const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(REFUSALS, code)

const refusalOf = ({ refusedCode: code, refusedDetails: details }: BatchRow): RosterImport['refusal'] => {
  if (code === null || !isRefusalCode(code)) return null
  const { vi, en, nextVi, nextEn } = REFUSALS[code]
  const fillIn = (sentence: string): string => sentence.replaceAll(/\{(\w+)\}/gu, (_all, name: string) => String(details[name] ?? ''))
  return { code, sentence: { vi: fillIn(vi), en: fillIn(en) }, nextStep: { vi: nextVi, en: nextEn } }
}

/** Given back as a whole because too little of it agrees with the register: row by row nothing that the register knows is told. */
export const isUnconfirmed = ({ refusedCode }: Pick<BatchRow, 'refusedCode'>): boolean => refusedCode === 'import-matches-too-few'

const groupsOf = ({ groupCounts }: BatchRow, counts: Awaited<ReturnType<typeof countRosterBatch>>): NonNullable<RosterImport['groups']> => {
  const elsewhere = counts?.elsewhere ?? 0
  const { new: added = 0, known = 0, moved = 0, rejected = 0 } = groupCounts
  const close = Math.max(0, (groupCounts['close-match'] ?? 0) - elsewhere)
  return {
    new: added,
    known,
    'close-match': close,
    moved,
    elsewhere,
    rejected,
    'id-expiring': counts?.idExpiring ?? 0,
    missing: counts?.missing ?? 0,
  }
}

/** A batch as its employer sees it. */
export async function toRosterImport(sql: Queryable, batch: BatchRow): Promise<RosterImport> {
  const { batchId, employerId } = batch
  const counts = employerId === null ? null : await countRosterBatch(sql, { batchId, employerId })
  return {
    importId: batchId,
    state: batch.state,
    phase: batch.phase,
    refusal: refusalOf(batch),
    fileName: batch.fileName,
    fileFormat: batch.fileFormat === 'xlsx' ? 'xlsx' : 'csv',
    fileBytes: batch.fileBytes,
    fileKept: batch.fileKeyEncrypted !== null,
    covers: counts?.covers ?? 'part',
    rowsRead: batch.rowsRead,
    bytesRead: batch.bytesRead,
    mapping: batch.mapping.map((one) => ({ ...one })),
    groups: isUnconfirmed(batch) || batch.previewedAt === null ? null : groupsOf(batch, counts),
    baseMoved: batch.baseMoved,
    appliedCounts: batch.appliedCounts,
    compensatesImportId: batch.compensatesBatchId,
    compensatedByImportId: batch.compensatedByBatchId,
    createdAt: batch.createdAt.toISOString(),
    previewedAt: batch.previewedAt?.toISOString() ?? null,
    appliedAt: batch.appliedAt?.toISOString() ?? null,
  }
}

/** The employer's own file; another's is as unknown as none. @throws Refusal `not-found` */
export async function getOwnBatch(sql: Queryable, request: FastifyRequest, importId: string): Promise<BatchRow> {
  const { employerId } = requireActor(request, 'employer')
  const batch = await findBatch(sql, importId)
  return requireFound(batch !== null && batch.employerId === employerId && batch.kind === rosterImport.name ? batch : null, 'not-found')
}

import { randomUUID } from 'node:crypto'
import { parseScannedFormCode } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { renderPdf } from '../documents/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { findOffice, type OfficeRow } from '../reference/index.ts'
import { findRegistrationByFormCode } from '../registrations/index.ts'
import { drawBatchCode, hashBatchCode, openBatchCode, printBatchCode, sealBatchCode } from './batch-codes.ts'
import { findBatchRow, insertBatch, insertForms, listFormRows } from './batch-queries.ts'
import { toCoverSheet } from './batch-sheets.ts'

export type BatchOrder = { officeId: number; employerName: string; formCodes: readonly string[]; actor?: Actor }
export type MadeBatch = { batchId: string; batchNumber: string; code: string; expected: number; pdf: Buffer; unknown: string[] }

/** Codes of forms that exist, each once, in the order of the list; the others as they were written. */
const readCodes = async (platform: Platform, formCodes: readonly string[]) => {
  const forms = new Map<string, string>()
  const unknown: string[] = []
  for (const text of formCodes) {
    const parsed = parseScannedFormCode(text)
    const row = parsed.ok ? await findRegistrationByFormCode(platform, platform.sql, parsed.formCode) : null
    if (row === null || !parsed.ok) unknown.push(text)
    else forms.set(row.registrationId, parsed.formCode.slice(-4))
  }
  return { forms: [...forms].map(([registrationId, codeTail]) => ({ registrationId, codeTail })), unknown }
}

type WrittenBatch = { batchId: string; batchNumber: string; code: string }
type NewBatchOrder = {
  office: OfficeRow
  employerName: string
  /** Null: made by the office for whoever brings the forms. */
  employerId: number | null
  forms: readonly { registrationId: string; codeTail: string }[]
  actor: Actor
}

/** A batch in the caller's transaction, in the order of the forms. */
export async function writeBatch(
  { keyring }: Platform,
  transaction: Transaction,
  { office, employerName, employerId, forms, actor }: NewBatchOrder,
): Promise<WrittenBatch> {
  const [batchId, code] = [randomUUID(), drawBatchCode()]
  const { officeId } = office
  const batchNumber = await insertBatch(transaction, {
    batchId,
    codeHmac: hashBatchCode(keyring, 'batch', code),
    codeEncrypted: sealBatchCode(keyring, 'batch', code, batchId),
    employerName,
    employerId,
    officeId,
    officeCode: office.officialCode ?? office.provisionalCode,
  })
  await insertForms(transaction, batchId, forms)
  const details = { batchId, officeId, forms: forms.length }
  await recordAudit(transaction, { actor, action: 'staff-batch-made', details })
  return { batchId, batchNumber, code: printBatchCode(code) }
}

/** The cover sheet as it was first printed. @throws Refusal `batch-unknown` */
export async function renderCoverSheet({ sql, keyring }: Platform, batchId: string): Promise<Buffer> {
  const { batchNumber, employerName, officeId, madeAt, codeEncrypted } = requireFound(await findBatchRow(sql, batchId), 'batch-unknown')
  const tails = (await listFormRows(sql, batchId)).map(({ codeTail }) => codeTail)
  const code = printBatchCode(openBatchCode(keyring, 'batch', codeEncrypted, batchId))
  const office = (await findOffice(sql, officeId))?.name ?? ''
  return renderPdf('batch-sheet', toCoverSheet({ batchNumber, employerName, office, code, tails, madeAt }))
}

/** A cover sheet for forms that are to be handed in together. Codes that no form has are told back and left out. @throws Error without a known form or office */
export async function makeBatch(platform: Platform, { officeId, employerName, formCodes, actor }: BatchOrder): Promise<MadeBatch> {
  const office = await findOffice(platform.sql, officeId)
  if (office === null) throw new Error('Không có cơ quan này / no such office')
  const { forms, unknown } = await readCodes(platform, formCodes)
  if (forms.length === 0) throw new Error('Không có mã tờ khai nào đúng / no form code of the list is known')
  const by = actor ?? ({ kind: 'system', job: 'cli' } as const)
  const written = await inTransaction(platform, (transaction) =>
    writeBatch(platform, transaction, { office, employerName, employerId: null, forms, actor: by }),
  )
  return { ...written, expected: forms.length, pdf: await renderCoverSheet(platform, written.batchId), unknown }
}

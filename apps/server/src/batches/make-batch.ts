import { randomUUID } from 'node:crypto'
import { parseScannedFormCode } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { renderPdf } from '../documents/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findOffice } from '../reference/index.ts'
import { findRegistrationByFormCode } from '../registrations/index.ts'
import { drawBatchCode, hashBatchCode, printBatchCode, sealBatchCode } from './batch-codes.ts'
import { findBatchRow, insertBatch, insertForms } from './batch-queries.ts'
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

/** A cover sheet for forms that are to be handed in together. Codes that no form has are told back and left out. @throws Error without a known form or office */
export async function makeBatch(platform: Platform, { officeId, employerName, formCodes, actor }: BatchOrder): Promise<MadeBatch> {
  const office = await findOffice(platform.sql, officeId)
  if (office === null) throw new Error('Không có cơ quan này / no such office')
  const { forms, unknown } = await readCodes(platform, formCodes)
  if (forms.length === 0) throw new Error('Không có mã tờ khai nào đúng / no form code of the list is known')
  const [batchId, code] = [randomUUID(), drawBatchCode()]
  const { batchNumber, madeAt } = await inTransaction(platform, async (transaction) => {
    const { keyring } = platform
    const number = await insertBatch(transaction, {
      batchId,
      codeHmac: hashBatchCode(keyring, 'batch', code),
      codeEncrypted: sealBatchCode(keyring, 'batch', code, batchId),
      employerName,
      officeId,
      officeCode: office.officialCode ?? office.provisionalCode ?? String(officeId),
    })
    await insertForms(transaction, batchId, forms)
    const details = { batchId, officeId, forms: forms.length }
    await recordAudit(transaction, { actor: actor ?? { kind: 'system', job: 'cli' }, action: 'staff-batch-made', details })
    return { batchNumber: number, madeAt: (await findBatchRow(transaction, batchId))?.madeAt ?? new Date() }
  })
  const printed = printBatchCode(code)
  const tails = forms.map(({ codeTail }) => codeTail)
  const pdf = await renderPdf('batch-sheet', toCoverSheet({ batchNumber, employerName, office: office.name, code: printed, tails, madeAt }))
  return { batchId, batchNumber, code: printed, expected: forms.length, pdf, unknown }
}

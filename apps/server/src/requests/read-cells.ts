import { readCorrectedValue } from '@an-sinh/domain'
import { Refusal } from '../platform/refusal.ts'
import type { Transaction } from '../platform/transaction.ts'
import { type CorrectionRequestRow, readToday } from '../procedures/index.ts'
import { findFacilityOn } from '../reference/index.ts'
import type { Cell } from './request-decision-queries.ts'

/** What the clerk typed → what the register keeps; all wrong fields are told at once. @throws Refusal `value-wrong` */
export async function readCells(
  transaction: Transaction,
  { lineKind }: CorrectionRequestRow,
  typed: readonly { field: string; value: string }[],
): Promise<Cell[]> {
  const today = await readToday(transaction)
  const cells: Cell[] = []
  const wrong: string[] = []
  for (const { field, value } of typed) {
    const read = readCorrectedValue(lineKind, field, value, today)
    const known =
      field !== 'registeredFacility' || (read.ok && read.value !== null && (await findFacilityOn(transaction, read.value, today)) !== null)
    if (read.ok && known) cells.push({ field, value: read.value })
    else wrong.push(field)
  }
  if (wrong.length > 0) throw new Refusal('value-wrong', { fields: wrong.map((field) => ({ field, code: 'value-wrong' })) })
  return cells
}

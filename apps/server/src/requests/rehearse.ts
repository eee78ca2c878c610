import type { StaffActor } from '../platform/actor.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Transaction } from '../platform/transaction.ts'
import type { CorrectionRequestRow } from '../procedures/index.ts'
import type { Cell } from './request-decision-queries.ts'
import { sourceOf, writeToRegister } from './write-to-register.ts'

/** Taken back on purpose: the write was only tried. */
class Tried extends Error {}

/** PostgreSQL's class 22 (data) and 23 (constraints): the values do not fit together. */
const isDataError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]/u.test(error.code)

/**
 * Writes what is about to be accepted and takes it back: what the register would not take is known before anything is decided.
 * @throws Refusal `line-moved`, `value-wrong`, `national-id-taken`
 */
export async function rehearse(
  transaction: Transaction,
  actor: StaffActor,
  row: CorrectionRequestRow,
  { values, removesLine }: { values: readonly Cell[]; removesLine: boolean },
): Promise<void> {
  const { personId, requestId, lineKind, lineId, fileNumber } = row
  try {
    await transaction.savepoint(async (savepoint) => {
      const write = {
        actor,
        personId,
        requestId,
        kind: lineKind,
        lineId,
        values,
        removesLine,
        source: sourceOf(fileNumber),
        reasonCode: null,
      }
      if (!(await writeToRegister(savepoint, write))) throw new Refusal('line-moved')
      throw new Tried()
    })
  } catch (error) {
    if (error instanceof Tried) return
    throw isDataError(error) ? new Refusal('value-wrong') : error
  }
}

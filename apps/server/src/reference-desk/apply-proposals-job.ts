import type { ReferenceField, ReferenceValues } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { holdEntry } from './entry-queries.ts'
import {
  changeReplaced,
  holdNextDue,
  listStandingOver,
  markApplied,
  markReverted,
  type ProposalRow,
  readReplaced,
} from './proposal-queries.ts'
import { readStanding } from './to-proposal.ts'
import { writeOffice } from './write-entry.ts'

const fieldsOf = (values: ReferenceValues): ReferenceField[] => Object.keys(values) as ReferenceField[]
const pick = (values: ReferenceValues, fields: readonly ReferenceField[]): ReferenceValues =>
  Object.fromEntries(fields.map((field) => [field, values[field] ?? null]))

/** Written into the office's row; what it takes the place of is kept, which may differ by now from what stood when it was proposed. */
export const applyToOffice = async (transaction: Transaction, row: ProposalRow): Promise<void> => {
  const standing = await readStanding(transaction, row)
  await writeOffice(transaction, row)
  await markApplied(transaction, row.proposalId, pick(standing, fieldsOf(row.after)))
}

/** As before again, field by field; what somebody changed since stays as they said, and gives back what this one would have when it is over itself. */
const takeBack = async (transaction: Transaction, row: ProposalRow): Promise<void> => {
  const [now, before] = [await readStanding(transaction, row), await readReplaced(transaction, row.proposalId)]
  const isAt = (values: ReferenceValues) => (field: ReferenceField) => (values[field] ?? null) === (row.after[field] ?? null)
  const own = fieldsOf(row.after).filter(isAt(now))
  if (own.length > 0) await writeOffice(transaction, { ...row, after: pick(before, own) })
  for (const { proposalId, after } of await listStandingOver(transaction, row)) {
    const replaced = await readReplaced(transaction, proposalId)
    const passed = fieldsOf(after).filter((field) => field in row.after && isAt(replaced)(field))
    if (passed.length > 0) await changeReplaced(transaction, proposalId, { ...replaced, ...pick(before, passed) })
  }
  await markReverted(transaction, row.proposalId)
}

/** Offices whose approved change begins or is over today. Answers how many; safe to run twice. */
export async function applyProposals(platform: Platform): Promise<number> {
  for (let count = 0; ; count += 1) {
    const more = await inTransaction(platform, async (transaction) => {
      const row = await holdNextDue(transaction)
      if (row === null) return false
      await holdEntry(transaction, row)
      await (row.isOver ? takeBack : applyToOffice)(transaction, row)
      return true
    })
    if (!more) return count
  }
}

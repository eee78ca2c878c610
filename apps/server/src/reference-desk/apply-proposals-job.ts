import type { ReferenceField, ReferenceValues } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { holdNextDue, markApplied, markReverted, type ProposalRow } from './proposal-queries.ts'
import { readStanding } from './to-proposal.ts'
import { writeOffice } from './write-entry.ts'

/** As before again, field by field; what somebody changed since stays as they said. */
const takeBack = async (transaction: Transaction, row: ProposalRow): Promise<void> => {
  const now = await readStanding(transaction, row)
  const own = (Object.keys(row.after) as ReferenceField[]).filter((field) => (now[field] ?? null) === (row.after[field] ?? null))
  const after: ReferenceValues = Object.fromEntries(own.map((field) => [field, row.before[field] ?? null]))
  if (own.length > 0) await writeOffice(transaction, { ...row, after })
  await markReverted(transaction, row.proposalId)
}

/** Offices whose approved change begins or is over today. Answers how many; safe to run twice. */
export async function applyProposals(platform: Platform): Promise<number> {
  for (let count = 0; ; count += 1) {
    const more = await inTransaction(platform, async (transaction) => {
      const row = await holdNextDue(transaction)
      if (row === null) return false
      if (row.isOver) await takeBack(transaction, row)
      else {
        await writeOffice(transaction, row)
        await markApplied(transaction, row.proposalId)
      }
      return true
    })
    if (!more) return count
  }
}

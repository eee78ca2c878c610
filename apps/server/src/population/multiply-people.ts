import { multiplyBenefits } from '../benefits/index.ts'
import { multiplyHealthCards } from '../cards/index.ts'
import { multiplyParticipation } from '../contributions/index.ts'
import { multiplyPersons } from '../persons/index.ts'
import type { Sql } from '../platform/sql.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { multiplyVisits } from '../visits/index.ts'
import { waitAsLongAsNeeded } from './population-queries.ts'
import { listNameChoices } from './make-full-name.ts'

/** Connections that multiply at the same time. */
const WRITERS = 2

const multiplyOnce = async (sql: Sql, { fromId, toId }: { fromId: number; toId: number }, time: number): Promise<void> => {
  const range = { fromId, toId, addId: time * (toId - fromId + 1) }
  await inTransaction({ sql }, async (transaction: Transaction) => {
    await waitAsLongAsNeeded(transaction)
    await multiplyPersons(transaction, range, listNameChoices())
    await multiplyParticipation(transaction, range)
    await multiplyHealthCards(transaction, range)
    await multiplyBenefits(transaction, range)
    await multiplyVisits(transaction, range)
  })
}

/**
 * The people of a range `times` times more, with everything about them, under the ids after the range and the copies that are there (drawn by the caller). Names of
 * the same generation and birthdays in the same year are dealt anew; families, employers and histories stay as they are.
 */
export async function multiplyPeople(
  sql: Sql,
  range: { fromId: number; toId: number },
  { times, after = 0, tell }: { times: number; after?: number; tell: (line: string) => void },
): Promise<void> {
  if (times > 0) tell(`  × ${times} …`)
  let next = after + 1
  const write = async (): Promise<void> => {
    for (let time = next; time <= after + times; time = next) {
      next += 1
      await multiplyOnce(sql, range, time)
      tell(`  × ${time}`)
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
}

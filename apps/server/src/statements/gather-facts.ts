import { decideCardOn, type StatementFacts } from '@an-sinh/domain'
import { listGranted } from '../benefits/index.ts'
import { listCardPeriods } from '../cards/index.ts'
import { readKnownHistory } from '../contributions/index.ts'
import { getPerson } from '../persons/index.ts'
import type { Queryable } from '../platform/sql.ts'
import { readStatementDay } from './statement-queries.ts'

/** Everything a statement of a person may say, as the register stands now. */
export async function gatherFacts(sql: Queryable, personId: number): Promise<StatementFacts> {
  const person = await getPerson(sql, personId)
  const today = await readStatementDay(sql)
  const { spells, throughMonth } = await readKnownHistory(sql, personId, undefined)
  const { card, status } = decideCardOn(await listCardPeriods(sql, personId), today)
  return {
    fullName: person.fullName,
    bornOn: person.bornOn,
    sex: person.sex,
    insuranceNumber: person.insuranceNumber,
    spells,
    benefits: await listGranted(sql, personId, today),
    healthCard: status === 'valid' ? card : null,
    today,
    throughMonth,
  }
}

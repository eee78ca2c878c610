import type { StatementOrder } from '@an-sinh/contract'
import { decideStatement, listStatementYears, type StatementContent, type StatementFacts, writeStatement } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import { Refusal } from '../platform/refusal.ts'
import { gatherFacts } from './gather-facts.ts'

/** The words of the statement asked for. @throws Refusal when there can be no such statement */
export async function writeRequested(
  sql: Queryable,
  personId: number,
  order: StatementOrder,
): Promise<{ content: StatementContent; facts: StatementFacts }> {
  const facts = await gatherFacts(sql, personId)
  const decision = decideStatement(order, listStatementYears(facts.spells, facts.throughMonth))
  if (!decision.ok) throw new Refusal(decision.code)
  return { content: writeStatement(facts, order), facts }
}

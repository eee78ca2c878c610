import { randomUUID } from 'node:crypto'

import { copyRows } from '../platform/copy-rows.ts'
import type { PersonRange } from '../platform/person-range.ts'
import type { Queryable } from '../platform/sql.ts'
import type { BenefitRow } from './benefit-queries.ts'

/** `benefitId` is made where none is given. */
export type NewBenefit = Omit<BenefitRow, 'benefitId' | 'source' | 'recordedAt'> & { personId: number; benefitId?: string }

/** Adds many benefits at once; `source` stays with each of them. The table is append-only. */
export async function copyBenefits(sql: Queryable, benefits: Iterable<NewBenefit>, source: string): Promise<void> {
  function* rows() {
    for (const benefit of benefits)
      yield [
        benefit.personId,
        benefit.benefitId ?? randomUUID(),
        benefit.kind,
        benefit.regime,
        benefit.decisionNumber,
        benefit.decidedOn,
        benefit.adjustsDecisionNumber,
        benefit.fromOn,
        benefit.toOn,
        benefit.amountVnd,
        benefit.monthsGranted,
        benefit.payerName,
        benefit.accountLast4,
        benefit.bankName,
        benefit.note,
        source,
      ]
  }
  const statement = sql`COPY benefits (person_id, benefit_id, kind, regime, decision_number, decided_on, adjusts_decision_number, from_on, to_on, amount_vnd,
    months_granted, payer_name, account_last4, bank_name, note, source) FROM STDIN`
  await copyRows(statement, rows())
}

/** The benefits of synthetic people once more, for others under their numbers; the people are there already. */
export async function multiplyBenefits(sql: Queryable, { fromId, toId, addId }: PersonRange): Promise<void> {
  await sql`
    INSERT INTO benefits (person_id, benefit_id, kind, regime, decision_number, decided_on, adjusts_decision_number, from_on, to_on, amount_vnd, months_granted,
      payer_name, account_last4, bank_name, note, source)
    SELECT person_id + ${addId}::bigint, benefit_id, kind, regime, decision_number, decided_on, adjusts_decision_number, from_on, to_on, amount_vnd,
      months_granted, payer_name, account_last4, bank_name, note, source
    FROM benefits WHERE person_id BETWEEN ${fromId}::bigint AND ${toId}::bigint`
}

import { findFraudRule, isHastyDay } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { readToday } from '../registrations/index.ts'
import { listClerkDays, writeSignals } from './fraud-signal-queries.ts'

const ACTOR = { kind: 'system', job: 'find-hasty-clerks' } as const
/** Days looked back: a night on which the job did not run is made up for. */
const DAYS = 3

/** Hourly: days on which a clerk approved in a rush. The cases are looked at again; nothing happens to the clerk by machine. Answers the days found. */
export async function findHastyClerks(platform: Platform): Promise<number> {
  const rule = findFraudRule(await readToday(platform.sql))
  const days = (await listClerkDays(platform.sql, DAYS, rule.hasty.leastApprovals)).filter(({ approvals, usual, pauses }) =>
    isHastyDay({ approvals, usualApprovals: usual, pauses }, rule),
  )
  for (const { staffId, on, approvals, registrationIds } of days)
    await inTransaction(platform, async (transaction) => {
      await writeSignals(
        transaction,
        registrationIds.map((registrationId) => ({
          registrationId,
          staffId,
          kind: 'hasty-clerk' as const,
          measured: approvals,
          others: [],
          ruleVersion: rule.version,
        })),
      )
      await recordAudit(transaction, {
        actor: ACTOR,
        action: 'signals-found',
        details: { kind: 'hasty-clerk', staffId, on, cases: approvals },
      })
    })
  return days.length
}

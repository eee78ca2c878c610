import { STEP_UP_RULE } from '@an-sinh/domain'
import type { CitizenActor } from '../platform/actor.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { isProvedWithin } from './step-up-queries.ts'

/** A phone left open on a table opens nothing more. @throws Refusal `step-up-needed` */
export async function requireFreshProof(sql: Queryable, actor: CitizenActor): Promise<void> {
  if (!(await isProvedWithin(sql, actor, STEP_UP_RULE.minutes))) throw new Refusal('step-up-needed')
}

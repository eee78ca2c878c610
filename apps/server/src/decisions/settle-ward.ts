import { replaceWard } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { getPerson, rewritePerson } from '../persons/index.ts'
import type { SystemActor } from '../platform/actor.ts'
import type { Transaction } from '../platform/transaction.ts'
import { findEndedWard } from '../reference/index.ts'
import type { SubmittedRegistration } from '../registrations/index.ts'

/**
 * Form 01 says where somebody lives today: where the register still names a ward that was divided, and the declared one is a part of it, the
 * question "which of these is yours now?" is answered. Any other difference of address is not decided by this.
 */
export async function settleWard(
  transaction: Transaction,
  actor: SystemActor,
  personId: number,
  { registrationId, declared, fileNumber }: SubmittedRegistration,
): Promise<void> {
  const person = await getPerson(transaction, personId)
  const ended = person.wardCode === null ? null : await findEndedWard(transaction, person.wardCode)
  const now = ended?.becomes.find(({ wardCode }) => wardCode === declared.wardCode)
  if (ended === null || now === undefined) return
  const cells = { address: replaceWard(person.address, { ...now, endedName: ended.endedName }), wardCode: now.wardCode }
  await rewritePerson(transaction, { personId, kind: 'change', cells, source: `Form 01 ${fileNumber}` })
  await recordAudit(transaction, { actor, action: 'ward-settled', personId, registrationId })
}

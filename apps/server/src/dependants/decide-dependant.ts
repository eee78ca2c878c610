import { randomUUID } from 'node:crypto'
import { decideDependantRoute } from '@an-sinh/contract'
import { CHILD_AREAS, type DependantReason, findDependantReason, holdsOn, isChildOn, lastDayAsChild } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { tellPerson } from '../notices/index.ts'
import type { PersonCandidate } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { insertRepresentation, listRepresentations, lockRepresentationsOf } from '../representations/index.ts'
import { insertDependantMove, lockDependantRequests, readToday } from './dependant-queries.ts'
import { closePlace } from './dependant-queue-queries.ts'
import { openCase, type OpenCase } from './open-case.ts'

/** Only somebody who was shown can be entered: a living child of the register. */
const requireChild = async (
  transaction: Transaction,
  candidates: readonly PersonCandidate[],
  personId: number | null,
): Promise<PersonCandidate> => {
  const child = candidates.find((one) => one.personId === personId)
  if (child === undefined) throw new Refusal('person-missing')
  const gone = child.diedOn !== null || child.mergedIntoPersonId !== null
  if (gone || !isChildOn(child.bornOn, await readToday(transaction))) throw new Refusal('person-not-eligible')
  return child
}

/** The guardian sees the child from now on. Answers the child. @throws Refusal `dependant-already` */
const enter = async (transaction: Transaction, { row }: OpenCase, child: PersonCandidate): Promise<void> => {
  const { personId, requestId, relation } = row
  await lockRepresentationsOf(transaction, personId)
  const standing = (await listRepresentations(transaction, personId)).some(
    (one) => one.kind === 'child' && one.subjectPersonId === child.personId && holdsOn(one, one.today),
  )
  if (standing) throw new Refusal('dependant-already')
  await insertRepresentation(transaction, {
    personId,
    representationId: randomUUID(),
    subjectPersonId: child.personId,
    kind: 'child',
    relation,
    areas: [...CHILD_AREAS],
    lastOn: lastDayAsChild(child.bornOn),
    source: `dependant-request/${requestId}`,
  })
}

const tell = async (platform: Platform, transaction: Transaction, { row }: OpenCase, reason: DependantReason | null): Promise<void> => {
  const account = await findAccount(transaction, row.personId)
  if (account === null) return
  await tellPerson(platform, transaction, account, {
    key: `dependant/${row.requestId}`,
    content:
      reason === null ? { event: 'dependant-approved' } : { event: 'dependant-refused', sentence: reason.citizen, short: reason.smsVi },
  })
}

/** On file, without a visit: decision, the guardian's right, message and audit in one transaction. */
export function decideDependant(server: Server, platform: Platform): void {
  addRoute(server, decideDependantRoute, async ({ params: { requestId }, body, request, reply }) => {
    const actor = requireActor(request, 'staff')
    await inTransaction(platform, async (transaction) => {
      const opened = await openCase(transaction, actor, requestId, 'for-update')
      const { row, candidates } = opened
      await lockDependantRequests(transaction, row.personId)
      const reason = body.kind === 'refuse' ? findDependantReason(body.reasonCode ?? '') : null
      if (body.kind === 'refuse' && reason === null) throw new Refusal('reason-missing')
      const child = body.kind === 'approve' ? await requireChild(transaction, candidates, body.personId) : null
      if (child !== null) await enter(transaction, opened, child)
      const state = child === null ? 'refused' : 'approved'
      await insertDependantMove(transaction, row, { state, reasonCode: reason?.code ?? null, staffId: actor.staffId })
      await closePlace(transaction, requestId)
      const line = { actor, requestId: request.id, reasonCode: reason?.code ?? null, details: { dependantRequestId: requestId } }
      const action = child === null ? 'dependant-refuse' : 'dependant-approve'
      for (const personId of [row.personId, ...(child === null ? [] : [child.personId])])
        await recordAudit(transaction, { ...line, action, personId })
      await tell(platform, transaction, opened, reason)
    })
    return reply.send()
  })
}

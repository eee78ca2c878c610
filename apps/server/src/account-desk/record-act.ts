import type { FastifyRequest } from 'fastify'
import { recordAudit } from '../audit/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Transaction } from '../platform/transaction.ts'
import { type ActKind, insertAct } from './account-desk-queries.ts'
import { type Order, requireReason } from './require-account.ts'

type Act = { actor: StaffActor; personId: number; kind: ActKind; order: Order; action: string; request: FastifyRequest }

/** Writes the act and its line in the transaction of what it does. False when it was done before: the same request once more. */
export async function recordAct(transaction: Transaction, { actor, personId, kind, order, action, request }: Act): Promise<boolean> {
  const reason = requireReason(actor, order)
  const { staffId, officeId } = actor
  if (!(await insertAct(transaction, { personId, actId: order.actId, kind, reason, note: order.note.trim(), staffId, officeId })))
    return false
  const details = { actId: order.actId, originalChecked: order.originalChecked }
  await recordAudit(transaction, { actor, action, personId, reasonCode: reason, requestId: request.id, details })
  return true
}

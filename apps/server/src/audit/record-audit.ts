import type { Actor } from '../platform/actor.ts'
import type { Transaction } from '../platform/transaction.ts'
import { insertLine } from './audit-queries.ts'

export type AuditLine = {
  actor: Actor
  /** A code from action-sentences.ts, e.g. `registration-submitted`. */
  action: string
  /** About whom. */
  personId?: number | null
  registrationId?: string | null
  reasonCode?: string | null
  requestId?: string
  /** Ids and codes only: no names, numbers, phones. */
  details?: Record<string, string | number | boolean | null>
}

/** Writers of different persons do not wait for each other. */
export const CHAIN_COUNT = 64

const chainOf = (line: AuditLine): number => {
  if (typeof line.personId === 'number') return line.personId % CHAIN_COUNT
  if (typeof line.registrationId === 'string') return Number.parseInt(line.registrationId.slice(0, 2), 16) % CHAIN_COUNT
  return 0
}

const idOf = (actor: Actor): string | null => {
  switch (actor.kind) {
    case 'anonymous':
      return null
    case 'applicant':
      return actor.registrationId
    case 'citizen':
      return String(actor.personId)
    case 'staff':
      return String(actor.staffId)
    case 'system':
      return actor.job
  }
}

/** Writes one line in the transaction of the change (or of the read): both happen or neither does. */
export async function recordAudit(transaction: Transaction, line: AuditLine): Promise<void> {
  await insertLine(transaction, { ...line, chain: chainOf(line), actorId: idOf(line.actor) })
}

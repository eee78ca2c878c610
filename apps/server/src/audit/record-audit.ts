import type { Actor } from '../platform/actor.ts'
import type { Fragment, Queryable } from '../platform/sql.ts'
import type { Transaction } from '../platform/transaction.ts'
import { type AuditLine, CHAIN_COUNT } from './audit-line.ts'
import { insertLine, insertLines, insertLinesOfToday, linesAbout } from './audit-queries.ts'

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
    case 'employer':
      return String(actor.officerId)
    case 'system':
      return actor.job
  }
}

/** Writes one line in the transaction of the change (or of the read): both happen or neither does. */
export async function recordAudit(transaction: Transaction, line: AuditLine): Promise<void> {
  await insertLine(transaction, { ...line, chain: chainOf(line), actorId: idOf(line.actor) })
}

/** As `recordAudit`, for many at once: one statement for all of them. */
export async function recordAudits(transaction: Transaction, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length > 0)
    await insertLines(
      transaction,
      lines.map((line) => ({ ...line, chain: chainOf(line), actorId: idOf(line.actor) })),
    )
}

type Subjects = { registrationIds: readonly string[] } | { personIds: readonly number[] }

/**
 * Everybody whom a list showed by name: one line each, one a day for the same reader, since a list refreshes itself while it is looked at
 * (docs/decisions/0039-who-was-in-the-list.md).
 */
export async function recordListed(
  transaction: Transaction,
  { actor, requestId, list }: { actor: Actor; requestId: string; list: string },
  shown: Subjects,
): Promise<void> {
  const subjects =
    'personIds' in shown
      ? shown.personIds.map((personId) => ({ personId }))
      : shown.registrationIds.map((registrationId) => ({ registrationId }))
  const lines = subjects.map((subject) => ({ ...subject, actor, requestId, action: 'listed', details: { list } }))
  if (lines.length > 0)
    await insertLinesOfToday(
      transaction,
      'personIds' in shown ? 'personId' : 'registrationId',
      lines.map((line) => ({ ...line, chain: chainOf(line), actorId: idOf(actor) })),
    )
}

/**
 * For a statement that reads many people: parts of its WITH (`audited`, `unsealed`) that write a line about each person of `persons`, a part
 * with person_id. What is read and that it was read are one statement, so both happen or neither does.
 */
export const auditEach = (
  sql: Queryable,
  line: Pick<AuditLine, 'actor' | 'action' | 'reasonCode' | 'requestId'>,
  persons: Fragment,
): Fragment => linesAbout(sql, { ...line, actorId: idOf(line.actor) }, persons)

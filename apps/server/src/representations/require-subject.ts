import { DATA_AREAS, type DataArea, decideReading } from '@an-sinh/domain'
import type { FastifyRequest } from 'fastify'
import { recordAudit } from '../audit/index.ts'
import { getPerson } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findRepresentation } from './representation-queries.ts'

/** Whose data a request reads, and which areas of it. `branches`: of a child's participation the health branch only. */
export type Subject = { personId: number; branches: 'all' | 'health'; areas: readonly DataArea[] }

/**
 * Whose data may this citizen read, in which area, today? One's own without `forId`; another's by a representation that holds, and then
 * the read is written into that person's record before anything is answered. One statement on the reader's own shard.
 * @throws Refusal `representation-unknown`, `representation-over`, `area-not-granted`
 */
export async function requireSubject(
  platform: Platform,
  request: FastifyRequest,
  forId: string | undefined,
  area: DataArea,
): Promise<Subject> {
  const actor = requireActor(request, 'citizen')
  if (forId === undefined) return { personId: actor.personId, branches: 'all', areas: DATA_AREAS }
  const row = requireFound(await findRepresentation(platform.sql, actor.personId, forId), 'representation-unknown')
  const decided = decideReading(row, area, row.today)
  if (!decided.allowed) throw new Refusal(decided.code)
  const personId = row.subjectPersonId
  // A mandate ends with the death of who gave it (Civil Code 91/2015/QH13 art. 140).
  if (row.kind === 'mandate' && (await getPerson(platform.sql, personId)).diedOn !== null) throw new Refusal('representation-over')
  await inTransaction(platform, (transaction) =>
    recordAudit(transaction, {
      actor,
      action: `represented-${area}-read`,
      personId,
      requestId: request.id,
      details: { representationId: forId, kind: row.kind },
    }),
  )
  return { personId, branches: decided.branches, areas: row.areas }
}

import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import { findRepresentation, insertEnding, listReaders } from './representation-queries.ts'
import { tellMandateChange } from './tell-both.ts'

/** Taken back by whose data it is, at a counter: both are told. Answers who could look; null when there is no such mandate of theirs. */
export async function revokeMandate(
  platform: Platform,
  transaction: Transaction,
  { subjectId, representationId }: { subjectId: number; representationId: string },
): Promise<number | null> {
  const place = (await listReaders(transaction, subjectId)).find((reader) => reader.representationId === representationId)
  const row = place === undefined ? null : await findRepresentation(transaction, place.personId, representationId)
  if (row?.kind !== 'mandate' || !(await insertEnding(transaction, row, 'revoked'))) return null
  const key = `representation/${representationId}/ended`
  await tellMandateChange(platform, transaction, { key, readerId: row.personId, subjectId, change: 'ended' })
  return row.personId
}

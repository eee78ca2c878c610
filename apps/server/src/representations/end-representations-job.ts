import { recordAudit } from '../audit/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { insertEnding, listOver, type RepresentationRow } from './representation-queries.ts'
import { tellCameOfAge, tellMandateChange } from './tell-both.ts'

const BATCH = 200
const actor = { kind: 'system', job: 'end-representations' } as const

const endOne = async (platform: Platform, transaction: Transaction, row: RepresentationRow): Promise<void> => {
  const kind = row.kind === 'child' ? 'came-of-age' : 'run-out'
  if (!(await insertEnding(transaction, row, kind))) return
  const { representationId, personId: readerId, subjectPersonId: subjectId } = row
  for (const personId of [readerId, subjectId])
    await recordAudit(transaction, { actor, action: `representation-${kind}`, personId, details: { representationId } })
  const told = { key: `representation/${representationId}/${kind}`, readerId, subjectId }
  await (row.kind === 'child'
    ? tellCameOfAge(platform, transaction, told)
    : tellMandateChange(platform, transaction, { ...told, change: 'run-out' }))
}

/**
 * Writes down and tells what the date has ended already: the view stopped at midnight whether this runs or not.
 * Each in its own transaction; safe to run twice. Answers how many.
 */
export async function endRepresentations(platform: Platform): Promise<number> {
  let count = 0
  for (;;) {
    const rows = await listOver(platform.sql, BATCH)
    for (const row of rows) await inTransaction(platform, async (transaction) => endOne(platform, transaction, row))
    count += rows.length
    if (rows.length < BATCH) return count
  }
}

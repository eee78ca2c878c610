import type { Writable } from 'node:stream'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { FileRefused, SeenRows } from '../import-files/index.ts'
import type { ImportKind, ReadRow } from '../platform/import-kind.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { arrayField, faultLine, rowLine } from './copy-text.ts'
import { type BatchRow, findBatch, moveBatch, recordProgress } from './import-batch-queries.ts'
import {
  allowLongWork,
  analyzeStaged,
  copyFaults,
  copyRows,
  deleteFaults,
  deleteStaged,
  lockFor,
  rejectDoubles,
} from './import-row-queries.ts'
import { readBatch, type Reading } from './read-batch.ts'

const TELL_EVERY_MS = 1000

const send = async (to: Writable, text: string): Promise<void> => {
  if (text !== '' && !to.write(text)) await once(to, 'drain')
}

/** Rows into COPY, a batch of lines at a time: the reader waits for the database, so memory stays flat. */
const pour = async (
  batchId: string,
  rows: AsyncIterable<readonly ReadRow[]>,
  to: { rows: Writable; faults: Writable },
  seen: SeenRows,
  onRows: (count: number) => void,
) => {
  for await (const batch of rows) {
    let lines = ''
    let faultLines = ''
    for (const { rowNo, cells, faults } of batch) {
      const field = arrayField(cells)
      if (faults.length === 0) seen.add(rowNo, field)
      lines += rowLine(batchId, rowNo, field, faults.length > 0)
      for (const fault of faults) faultLines += faultLine(batchId, rowNo, fault)
    }
    await send(to.rows, lines)
    await send(to.faults, faultLines)
    onRows(batch.length)
  }
}

/** Tells once a second how far the reading is, outside the transaction of the work. */
const watch = (platform: Platform, batchId: string, read: () => { rowsRead: number; bytesRead: number }): (() => void) => {
  const timer = setInterval(() => {
    recordProgress(platform.sql, batchId, { phase: 'reading', ...read() }).catch(() => undefined)
  }, TELL_EVERY_MS)
  return () => clearInterval(timer)
}

type Staged = { rows: number; reading: Reading; doubles: readonly number[] | null }

const copyFile = async (platform: Platform, kind: ImportKind, batch: BatchRow, rowStream: Writable): Promise<Staged> => {
  const reading: Reading = { bytes: 0, mapping: [] }
  const seen = new SeenRows()
  let rows = 0
  const stop = watch(platform, batch.batchId, () => ({ rowsRead: rows, bytesRead: reading.bytes }))
  try {
    // Faults travel on a connection of their own and are committed first: rows without their faults are never seen.
    await inTransaction(platform, async (faultTransaction) => {
      await allowLongWork(faultTransaction)
      const to = { rows: rowStream, faults: await copyFaults(faultTransaction) }
      try {
        await pour(batch.batchId, readBatch(platform, kind, batch, reading), to, seen, (count) => (rows += count))
      } catch (error) {
        for (const stream of [to.rows, to.faults]) stream.on('error', () => undefined).destroy(error as Error)
        throw error
      }
      to.faults.end()
      await finished(to.faults)
    })
    rowStream.end()
    await finished(rowStream)
    return { rows, reading, doubles: seen.candidates() }
  } finally {
    stop()
  }
}

/**
 * Reads the batch's file into the staging table, all of it or nothing; repeatable. `confirmed` batches whose rows a crash took are read again
 * and stay confirmed.
 */
export async function stageFile(platform: Platform, kind: ImportKind, { batchId }: BatchRow): Promise<void> {
  try {
    await inTransaction(platform, async (transaction) => {
      await allowLongWork(transaction)
      await lockFor(transaction, `import-batch/${batchId}`)
      const batch = await findBatch(transaction, batchId)
      if (batch === null || (batch.state !== 'uploaded' && batch.state !== 'confirmed')) return
      await deleteFaults(transaction, batchId)
      await deleteStaged(transaction, batchId)
      const { rows, reading, doubles } = await copyFile(platform, kind, batch, await copyRows(transaction))
      if (rows === 0) throw new FileRefused('import-empty')
      await rejectDoubles(transaction, batchId, doubles)
      const to = batch.state === 'uploaded' ? 'parsed' : 'confirmed'
      await moveBatch(transaction, batchId, [batch.state], to, { phase: 'matching', mapping: reading.mapping, rowsRead: rows })
    })
    await analyzeStaged(platform.sql)
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    await moveBatch(platform.sql, batchId, ['uploaded', 'confirmed'], 'refused', {
      phase: 'done',
      refused: { code: error.code, details: error.details },
    })
  }
}

import { createReadStream } from 'node:fs'

import { parse } from 'csv-parse'

import type { Sql } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { deleteWardSuccessions, insertSuccessions, type NewSuccession } from './seed-queries.ts'

type Line = { old_ward_code?: string; new_ward_code?: string }
export type WardSuccessionImport = { oldWards: number; rows: number; rejected: number }

const readPairs = async (file: string): Promise<{ pairs: Map<string, Set<string>>; rejected: number }> => {
  const pairs = new Map<string, Set<string>>()
  let rejected = 0
  for await (const line of createReadStream(file).compose(
    parse({ columns: true, bom: true, skip_empty_lines: true }),
  ) as AsyncIterable<Line>) {
    const { old_ward_code: oldCode = '', new_ward_code: newCode = '' } = line
    if (!/^\d{5}$/u.test(oldCode) || !/^\d{5}$/u.test(newCode)) rejected += 1
    else pairs.set(oldCode, (pairs.get(oldCode) ?? new Set()).add(newCode))
  }
  return { pairs, rejected }
}

/**
 * The official old → new ward table from a CSV with the columns `old_ward_code` and `new_ward_code` (others are ignored). It replaces
 * what was known about the wards it names; one successor is `whole`, several are `split`. All or nothing; repeatable.
 */
export async function importWardSuccessions(sql: Sql, file: string, source: string): Promise<WardSuccessionImport> {
  const { pairs, rejected } = await readPairs(file)
  const rows = [...pairs].flatMap(([oldCode, newCodes]) =>
    [...newCodes].map((newCode): NewSuccession => ({
      oldLevel: 'old-ward',
      oldCode,
      newCode,
      kind: newCodes.size > 1 ? 'split' : 'whole',
      validFrom: '2025-07-01',
      source,
    })),
  )
  await inTransaction({ sql }, async (transaction) => {
    await deleteWardSuccessions(transaction, [...pairs.keys()])
    await insertSuccessions(transaction, rows)
  })
  return { oldWards: pairs.size, rows: rows.length, rejected }
}

import type { Sql, TransactionSql } from './sql.ts'

/** A running transaction, handed on to query functions of whatever features take part. */
export type Transaction = TransactionSql

/** What must be true together: all of `work` commits, or nothing does. */
export async function inTransaction<T>(platform: { sql: Sql }, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return (await platform.sql.begin((transaction) => work(transaction))) as T
}

import type { Sql, TransactionSql } from './sql.ts'

/** A running transaction, handed on to query functions of whatever features take part. */
export type Transaction = TransactionSql

/** What must be true together: all of `work` commits, or nothing does. */
export async function inTransaction<T>(platform: { sql: Sql }, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return (await platform.sql.begin((transaction) => work(transaction))) as T
}

/**
 * What an employer's route asks: the same, with no more rights than the database gives employers (0068), so that no statement in `work`,
 * however wrong, reaches what the register knows of a person.
 */
export async function inEmployerTransaction<T>(platform: { sql: Sql }, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(platform, async (transaction) => {
    await transaction`SET LOCAL ROLE ansinh_employer`
    return work(transaction)
  })
}

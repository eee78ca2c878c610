import type postgresTypes from 'postgres'
import { postgres } from './mended-postgres.ts'

const asText = { serialize: (value: string) => value, parse: (value: string) => value }
const types = {
  // Civil dates stay text (yyyy-MM-dd): a Date object would shift them by the process's time zone.
  civilDate: { to: 1082, from: [1082], ...asText },
  // Our ids are sequences far below 2^53.
  bigint: { to: 20, from: [20], serialize: String, parse: Number },
}

export type SqlTypes = { civilDate: string; bigint: number }
export type Sql = postgresTypes.Sql<SqlTypes>
export type TransactionSql = postgresTypes.TransactionSql<SqlTypes>
/** What a query function takes: the pool, or the caller's transaction. */
export type Queryable = postgresTypes.ISql<SqlTypes>
/** A piece of SQL to be put into another statement. */
export type Fragment = postgresTypes.PendingQuery<postgresTypes.Row[]>
export type Json = postgresTypes.JSONValue

export type StatementListener = (text: string, parameters: readonly unknown[]) => void

export type SqlOptions = {
  max?: number
  role?: string
  statementTimeoutMs?: number
  name?: string
  /**
   * Each prepared statement is planned once. For requests, which find by key: over tables of 32 partitions planning costs four times the
   * reading (docs/performance.md), and PostgreSQL left alone plans at every call.
   */
  plansOnce?: boolean
  /** A commit does not wait for the disk: a power cut or a killed PostgreSQL takes back the last half second. For what may be counted again. */
  mayForgetLast?: boolean
  /** Moves `ansinh_now()` for this pool alone, e.g. `-9 days`: how a demonstration gets a past. */
  clockOffset?: string
  /** Hears every statement before it leaves: for tests that read plans. */
  onStatement?: StatementListener
}

/** Opens a pool. Connecting waits 2 s at most; statements 5 s unless told (SECURITY: rules that hold under kill −9). */
export function openSql(url: string, options: SqlOptions = {}): Sql {
  const listener = options.onStatement
  return postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 2,
    // Left alone it waits up to 20 s before it tries again: a database that is back is used within a second.
    backoff: (retries: number) => Math.min(2 ** retries / 50, 1),
    idle_timeout: 60,
    onnotice: () => undefined,
    ...(listener === undefined ? {} : { debug: (_connection: number, text: string, parameters: unknown[]) => listener(text, parameters) }),
    types,
    connection: {
      application_name: options.name ?? 'ansinh',
      statement_timeout: options.statementTimeoutMs ?? 5000,
      idle_in_transaction_session_timeout: 10_000,
      ...(options.plansOnce === true ? { plan_cache_mode: 'force_generic_plan' } : {}),
      ...(options.mayForgetLast === true ? { synchronous_commit: 'off' } : {}),
      ...(options.clockOffset === undefined ? {} : { 'ansinh.clock_offset': options.clockOffset }),
      ...(options.role === undefined ? {} : { role: options.role }),
    },
  })
}

import { type DestinationStream, type Logger, pino } from 'pino'
import { describeError } from './describe-error.ts'
import { Jobs } from './jobs.ts'
import { type Keyring, loadKeyring } from './keyring.ts'
import { Limits } from './limits.ts'
import type { Settings } from './settings.ts'
import { openSql, type Sql, type StatementListener } from './sql.ts'

/** What every feature may stand on; knows no feature. */
export type Platform = {
  settings: Settings
  sql: Sql
  keyring: Keyring
  limits: Limits
  jobs: Jobs
  log: Logger
  close: () => Promise<void>
}

/** JSON lines without names, numbers, phones, codes or queries: handlers log ids and codes only. To standard output unless told. */
export function makeLogger(level: string, name: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { name },
    redact: { paths: ['req.headers', 'headers', '*.password', '*.code', '*.phone', '*.fullName'], remove: true },
    serializers: { err: describeError },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/** Opens what a process needs. `works`: this process runs jobs (its statements may take longer than a request's). */
export async function openPlatform(
  settings: Settings,
  options: { name: string; works: boolean; logTo?: DestinationStream; clockOffset?: string; onStatement?: StatementListener },
): Promise<Platform> {
  const log = makeLogger(settings.logLevel, options.name, options.logTo)
  const sql = openSql(settings.databaseUrl, {
    max: settings.databasePoolSize,
    role: 'ansinh_app',
    name: `ansinh-${options.name}`,
    statementTimeoutMs: options.works ? 60_000 : 5000,
    plansOnce: !options.works,
    ...(options.onStatement === undefined ? {} : { onStatement: options.onStatement }),
    ...(options.clockOffset === undefined ? {} : { clockOffset: options.clockOffset }),
  })
  const keyring = loadKeyring(settings.keyFile, false)
  const jobs = new Jobs(sql, log, { migrate: false, works: options.works })
  await jobs.start()
  // A pool of their own: a limit counted while all other connections sit in transactions must not wait for one of them.
  const limitSql = openSql(settings.databaseUrl, {
    max: 3,
    role: 'ansinh_app',
    name: `ansinh-${options.name}-limits`,
    statementTimeoutMs: 5000,
    mayForgetLast: true,
  })
  const close = async (): Promise<void> => {
    await jobs.stop()
    await Promise.all([sql.end({ timeout: 5 }), limitSql.end({ timeout: 5 })])
  }
  return { settings, sql, keyring, limits: new Limits(limitSql, keyring), jobs, log, close }
}

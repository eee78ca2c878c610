import { PgBoss, type SendOptions } from 'pg-boss'
import type { Logger } from 'pino'
import type { Queryable, Sql } from './sql.ts'
import type { Transaction } from './transaction.ts'

export type JobName =
  | 'mark-registration'
  | 'send-opening-code'
  | 'remind-registration'
  | 'expire-registrations'
  | 'settle-decision'
  | 'erase-outdated'
  | 'erase-sign-in-data'
  | 'erase-email-links'
  | 'erase-spent-challenges'
  | 'erase-staff-sessions'
  | 'erase-employer-sessions'
  | 'erase-prepared-drafts'
  | 'apply-contact-changes'
  | 'process-import'
  | 'erase-imports'
  | 'end-representations'
  | 'erase-certificates'
  | 'erase-notices'
  | 'erase-statements'
  | 'erase-paper-codes'
  | 'make-data-export'
  | 'erase-data-exports'
  | 'tell-card-dates'
  | 'tell-employment'
  | 'tell-register-news'
  | 'tell-statements'
  | 'erase-request-photos'
  | 'erase-form-scans'
  | 'settle-request-decision'
  | 'apply-account-stops'
  | 'find-signals'
  | 'find-hasty-clerks'
  | 'erase-fraud-traces'
  | 'move-closure-deadlines'
  | 'count-rollout'
  | 'recount-rollout'
  | 'recount-rollouts'
  | 'send-invitations'
  | 'answer-number-request'
  | 'erase-number-requests'
  | 'erase-error-notes'
  | 'send-employer-letters'
  | 'escalate-reports'
  | 'settle-rosters'
  | 'erase-roster-lines'
  | 'settle-chats'
  | 'erase-chats'
  | 'erase-callers'
  | 'erase-tickets'
  | 'erase-call-back-phones'
  | 'lapse-call-backs'
  | 'send-announcements'
  | 'apply-proposals'
  | 'heartbeat'
export const JOB_NAMES: readonly JobName[] = [
  'mark-registration',
  'send-opening-code',
  'remind-registration',
  'expire-registrations',
  'settle-decision',
  'erase-outdated',
  'erase-sign-in-data',
  'erase-email-links',
  'erase-spent-challenges',
  'erase-staff-sessions',
  'erase-employer-sessions',
  'erase-prepared-drafts',
  'apply-contact-changes',
  'process-import',
  'erase-imports',
  'end-representations',
  'erase-certificates',
  'erase-notices',
  'erase-statements',
  'erase-paper-codes',
  'make-data-export',
  'erase-data-exports',
  'tell-card-dates',
  'tell-employment',
  'tell-register-news',
  'tell-statements',
  'erase-request-photos',
  'erase-form-scans',
  'settle-request-decision',
  'apply-account-stops',
  'find-signals',
  'find-hasty-clerks',
  'erase-fraud-traces',
  'move-closure-deadlines',
  'count-rollout',
  'recount-rollout',
  'recount-rollouts',
  'send-invitations',
  'answer-number-request',
  'erase-number-requests',
  'erase-error-notes',
  'send-employer-letters',
  'escalate-reports',
  'settle-rosters',
  'erase-roster-lines',
  'settle-chats',
  'erase-chats',
  'erase-callers',
  'erase-tickets',
  'erase-call-back-phones',
  'lapse-call-backs',
  'send-announcements',
  'apply-proposals',
  'heartbeat',
]

const run = async (sql: Queryable, text: string, values: unknown[]): Promise<{ rows: unknown[] }> => {
  const result = (await sql.unsafe(text, values as never[])) as unknown as unknown[]
  return { rows: Array.isArray(result[0]) ? (result as unknown[][]).flat() : [...result] }
}

/** pg-boss over our own pool: no second driver, and a job is sent inside the caller's transaction. */
const overPool = (sql: Sql) => ({
  executeSql: async (text: string, values: unknown[] = []) => {
    if (!/^\s*BEGIN\b/i.test(text)) return run(sql, text, values)
    // A text with its own BEGIN needs one connection of its own, else postgres.js refuses it as unsafe.
    const own = await sql.reserve()
    try {
      return await run(own, text, values)
    } catch (error) {
      await own.unsafe('ROLLBACK')
      throw error
    } finally {
      own.release()
    }
  },
})

export class Jobs {
  readonly #boss: PgBoss
  readonly #log: Logger

  constructor(sql: Sql, log: Logger, options: { migrate: boolean; works: boolean }) {
    this.#log = log
    this.#boss = new PgBoss({
      db: overPool(sql),
      schema: 'pgboss',
      migrate: options.migrate,
      supervise: options.works,
      schedule: options.works,
      createSchema: options.migrate,
    })
    this.#boss.on('error', (error: unknown) => this.#log.error({ err: error }, 'jobs'))
  }

  async start(): Promise<void> {
    await this.#boss.start()
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 5000 })
  }

  /** Run by the migrator: queues are tables, the app's role makes none. */
  async createQueues(): Promise<void> {
    for (const name of JOB_NAMES) await this.#boss.createQueue(name, { retryLimit: 5, retryDelay: 30, retryBackoff: true })
  }

  /** The job exists if and only if the transaction commits. */
  async send(transaction: Transaction, name: JobName, data: Record<string, unknown>, options: SendOptions = {}): Promise<void> {
    await this.#boss.send(name, data, {
      ...options,
      db: { executeSql: (text: string, values: unknown[] = []) => run(transaction, text, values) },
    } as SendOptions)
  }

  /** Many jobs of one kind in one statement; they exist if and only if the transaction commits. */
  async sendMany(
    transaction: Transaction,
    name: JobName,
    many: readonly { data: Record<string, unknown>; startAfter: Date }[],
  ): Promise<void> {
    if (many.length === 0) return
    await this.#boss.insert(name, [...many], {
      db: { executeSql: (text: string, values: unknown[] = []) => run(transaction, text, values) },
    })
  }

  /** `handle` must be safe to run twice: a killed worker's job comes again. */
  async work(name: JobName, handle: (data: Record<string, unknown>) => Promise<void>): Promise<void> {
    await this.#boss.work<Record<string, unknown>>(name, { pollingIntervalSeconds: 1, batchSize: 10 }, async (jobs) => {
      for (const job of jobs) await handle(job.data)
    })
  }

  /** `cron` in Viet Nam's time. */
  async schedule(name: JobName, cron: string): Promise<void> {
    await this.#boss.schedule(name, cron, {}, { tz: 'Asia/Ho_Chi_Minh' })
  }
}

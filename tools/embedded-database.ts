import { chownSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { chooseAccount } from './postgres/choose-account.ts'
import { findFreePort } from './postgres/find-free-port.ts'
import { findPostgresPrograms } from './postgres/find-postgres-programs.ts'
import { lockFolder } from './postgres/lock-folder.ts'
import { keepPassword, makeDataFolder } from './postgres/make-data-folder.ts'
import { type Postmaster, startPostmaster, stopCleanly, stopOrphan } from './postgres/postmaster.ts'
import { Refusal } from './refusal.ts'

export type EmbeddedDatabaseOptions = {
  /** Holds the data (`postgres/`), the log, the superuser's password and the lock; made when missing. */
  folder: string
  /** Fixed port; a free one is chosen otherwise. */
  port?: number
  /** False for tests: faster, and a power cut may lose everything. */
  durable?: boolean
  log?: (line: string) => void
}

export type EmbeddedDatabase = {
  /** Superuser's address, database `postgres`. */
  url: string
  port: number
  /** True when this call made the folder. */
  fresh: boolean
  /** The process number of the postmaster. */
  pid: number
  /** Settles when PostgreSQL ended, whoever ended it. */
  exited: Promise<void>
  stop(): Promise<void>
}

/** What a start right after a crash may meet for a moment: backends that have not yet noticed, a port taken meanwhile. */
const PASSING = /shared memory block|lock file|Address already in use|could not bind/
const ATTEMPTS = 40

/**
 * Starts the PostgreSQL that npm installed on a folder of ours, as root or as an ordinary user.
 * Repairs what a killed owner left (half-made folder, orphaned postmaster, stale lock);
 * refuses with a sentence a folder in use or of another major version.
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const folder = resolve(options.folder)
  const programs = await findPostgresPrograms()
  const runAs = await chooseAccount(folder, Object.values(programs))
  makeFolder(folder, runAs)
  const unlock = lockFolder(folder)
  try {
    const where = { folder, programs, runAs }
    const password = keepPassword(folder, runAs)
    const fresh = (await makeDataFolder(folder, programs, runAs, options.durable ?? true)) === 'made'
    if ((await stopOrphan(where)) === 'stopped')
      options.log?.('PostgreSQL của lần chạy trước đã được dừng gọn / stopped an orphaned PostgreSQL')
    const { port, postmaster } = await startPatiently(where, options)
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      port,
      fresh,
      pid: postmaster.process.pid ?? 0,
      exited: postmaster.exited,
      stop: async () => {
        postmaster.release()
        await stopCleanly(where)
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function makeFolder(folder: string, runAs: { uid: number; gid: number } | null): void {
  if (mkdirSync(folder, { recursive: true, mode: 0o711 }) === undefined && runAs === null) return
  if (runAs !== null) chownSync(folder, runAs.uid, runAs.gid)
}

type Where = Parameters<typeof startPostmaster>[0]

async function startPatiently(
  where: Where,
  { port: wanted, durable = true }: EmbeddedDatabaseOptions,
): Promise<{ port: number; postmaster: Postmaster }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await findFreePort())
    try {
      return { port, postmaster: await startPostmaster(where, port, durable) }
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      if (attempt >= ATTEMPTS || !PASSING.test(words)) throw notStarted(where.folder, words)
      await pause(250)
    }
  }
}

function notStarted(folder: string, words: string): Refusal {
  const log = join(folder, 'postgres.log')
  return new Refusal(`PostgreSQL không khởi động được. Xem ${log}.`, `PostgreSQL did not start, see ${log}:\n${words.slice(-800)}`)
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { loadKeyring } from './keyring.ts'
import { openPlatform, type Platform } from './platform.ts'
import { parseSettings, type Settings } from './settings.ts'
import type { StatementListener } from './sql.ts'
import { createTestDatabase } from './test-database.ts'

export type TestPlatform = Platform & {
  /** Superuser's address of the test database: what an owner with evil intent has. */
  migratorUrl: string
  /** Moves the product's clock (`ansinh_now()`) from now on, e.g. `3 days 2 hours`; `0` puts it right again. */
  moveClock(offset: string): Promise<void>
  /** Closes everything and removes the database and the files. */
  drop(): Promise<void>
}

const asOwner = async (url: string, statements: readonly string[]): Promise<void> => {
  const owner = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    for (const statement of statements) await owner.unsafe(statement)
  } finally {
    await owner.end()
  }
}

/** Until every connection of the pool is a new one. */
const waitForClock = async (platform: Platform, offset: string): Promise<void> => {
  const isNew = async (): Promise<boolean> => {
    const [row] = await platform.sql<{ offset: string }[]>`SELECT current_setting('ansinh.clock_offset', true) AS offset, pg_sleep(0.01)`
    return row?.offset === offset
  }
  for (let round = 0; round < 100; round += 1) {
    const outcomes = await Promise.allSettled(Array.from({ length: platform.settings.databasePoolSize }, isNew))
    if (outcomes.every((outcome) => outcome.status === 'fulfilled' && outcome.value)) return
  }
  throw new Error('the clock did not move')
}

/**
 * A platform as a process opens it (role ansinh_app, inbox gateway, a key file of its own) over a fresh migrated database.
 * `demo` marks the database as demo, as `npm start` does.
 */
export async function openTestPlatform(
  options: {
    settings?: Partial<Settings>
    demo?: boolean
    works?: boolean
    logTo?: { write: (line: string) => void }
    onStatement?: StatementListener
  } = {},
): Promise<TestPlatform> {
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'an-sinh-test-data-'))
  const settings = {
    ...parseSettings({ DATABASE_URL: database.appUrl, ANSINH_DATA_DIR: dataDir, ANSINH_LOG_LEVEL: 'silent' }),
    // Who is drawn by lot would make every test a lottery.
    secondChecks: { percent: 0, forSignals: true },
    ...options.settings,
  }
  loadKeyring(settings.keyFile, true)
  if (options.demo === true) await asOwner(database.migratorUrl, ['UPDATE installation SET demo = true'])
  const platform = await openPlatform(settings, {
    name: 'test',
    works: options.works ?? false,
    ...(options.logTo === undefined ? {} : { logTo: options.logTo }),
    ...(options.onStatement === undefined ? {} : { onStatement: options.onStatement }),
  })
  const name = new URL(database.migratorUrl).pathname.slice(1)
  return {
    ...platform,
    migratorUrl: database.migratorUrl,
    moveClock: async (offset) => {
      // A setting of the database is read at connecting: the pool's connections are ended and made anew. Limits do not ask this clock.
      await asOwner(database.migratorUrl, [
        `ALTER DATABASE ${name} SET ansinh.clock_offset = '${offset}'`,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid() AND application_name NOT LIKE '%-limits'`,
      ])
      await waitForClock(platform, offset)
    },
    drop: async () => {
      await platform.close()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { loadKeyring } from './keyring.ts'
import { openPlatform, type Platform } from './platform.ts'
import { parseSettings, type Settings } from './settings.ts'
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

/**
 * A platform as a process opens it (role ansinh_app, inbox gateway, a key file of its own) over a fresh migrated database.
 * `demo` marks the database as demo, as `npm start` does.
 */
export async function openTestPlatform(
  options: { settings?: Partial<Settings>; demo?: boolean; works?: boolean } = {},
): Promise<TestPlatform> {
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'an-sinh-test-data-'))
  const settings = {
    ...parseSettings({ DATABASE_URL: database.appUrl, ANSINH_DATA_DIR: dataDir, ANSINH_LOG_LEVEL: 'silent' }),
    ...options.settings,
  }
  loadKeyring(settings.keyFile, true)
  if (options.demo === true) await asOwner(database.migratorUrl, ['UPDATE installation SET demo = true'])
  const platform = await openPlatform(settings, { name: 'test', works: options.works ?? false })
  const name = new URL(database.migratorUrl).pathname.slice(1)
  return {
    ...platform,
    migratorUrl: database.migratorUrl,
    // A setting of the database is read at connecting: the pool's idle connections are ended and made anew.
    moveClock: (offset) =>
      asOwner(database.migratorUrl, [
        `ALTER DATABASE ${name} SET ansinh.clock_offset = '${offset}'`,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`,
      ]),
    drop: async () => {
      await platform.close()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

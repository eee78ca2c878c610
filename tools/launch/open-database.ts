import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import postgres from 'postgres'

import { type EmbeddedDatabase, startEmbeddedDatabase } from '../embedded-database.ts'
import type { LaunchOptions } from './parse-options.mjs'
import { step, tell } from './progress.ts'

export type OpenDatabase = {
  /** For the API and the worker. */
  appEnv: Record<string, string>
  /** For the command line, which alone may change the schema; null where the given address is not the owner's. */
  ownerEnv: Record<string, string> | null
  embedded: boolean
  stop(): Promise<void>
}

const NAME = 'ansinh'

/** The database of the environment, or the embedded one of the data folder. */
export async function openDatabase(options: LaunchOptions): Promise<OpenDatabase> {
  if (options.databaseUrl !== null) return useGiven(options.databaseUrl, options.migratorUrl)
  mkdirSync(options.dataDir, { recursive: true, mode: 0o711 })
  // As root, PostgreSQL runs as another account and has to pass through this folder; what lies in it has modes of its own.
  if (process.getuid?.() === 0) chmodSync(options.dataDir, 0o711)
  const folder = join(options.dataDir, 'database')
  const database = await step('Khởi động PostgreSQL / starting PostgreSQL', () => startEmbeddedDatabase({ folder, log: tell }))
  const supervisor = keepRunning(folder, database)
  await createIfMissing(database.url)
  const owner = withRole(database.url, null)
  const password = keepAppPassword(options.dataDir)
  const appEnv = { DATABASE_URL: withRole(database.url, { user: 'ansinh_app', password }) }
  return {
    appEnv,
    ownerEnv: { ...appEnv, DATABASE_MIGRATOR_URL: owner, ANSINH_APP_PASSWORD: password },
    embedded: true,
    stop: () => supervisor.stop(),
  }
}

/** Two addresses: owner and role ansinh_app. One address: the owner's, unless it is the role ansinh_app itself (docs/decisions/0003). */
function useGiven(databaseUrl: string, migratorUrl: string | null): OpenDatabase {
  const owner = migratorUrl ?? (new URL(databaseUrl).username === 'ansinh_app' ? null : databaseUrl)
  const appEnv = { DATABASE_URL: databaseUrl }
  return {
    appEnv,
    ownerEnv: owner === null ? null : { ...appEnv, DATABASE_MIGRATOR_URL: owner },
    embedded: false,
    stop: async () => undefined,
  }
}

/** PostgreSQL that ends without being told to is started again on the same port: the server's connections find it there. */
function keepRunning(folder: string, first: EmbeddedDatabase): { stop(): Promise<void> } {
  let current = first
  let stopping = false
  const watch = async () => {
    await current.exited
    if (stopping) return
    tell('PostgreSQL dừng bất ngờ, khởi động lại / PostgreSQL ended unexpectedly, starting it again')
    await current.stop()
    current = await startEmbeddedDatabase({ folder, port: first.port, log: tell })
    await watch()
  }
  watch().catch((error: unknown) => tell(error instanceof Error ? error.message : String(error)))
  return {
    stop: async () => {
      stopping = true
      await current.stop()
    },
  }
}

async function createIfMissing(adminUrl: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined })
  try {
    const found = await admin`SELECT 1 FROM pg_database WHERE datname = ${NAME}`
    if (found.length === 0) await admin.unsafe(`CREATE DATABASE ${NAME} TEMPLATE template0`)
  } finally {
    await admin.end()
  }
}

function withRole(adminUrl: string, role: { user: string; password: string } | null): string {
  const url = new URL(adminUrl)
  url.pathname = `/${NAME}`
  if (role !== null) {
    url.username = role.user
    url.password = role.password
  }
  return url.href
}

/** The password of the role ansinh_app: made once, kept in the data folder (mode 600), set by `migrate`. */
function keepAppPassword(dataDir: string): string {
  const file = join(dataDir, 'app-password')
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(24).toString('base64url'), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return readFileSync(file, 'utf8').trim()
}

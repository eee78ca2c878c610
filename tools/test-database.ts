import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import postgres from 'postgres'
import type { TestProject } from 'vitest/node'

import { migrate } from '../apps/server/src/platform/migrate.ts'
import { startEmbeddedDatabase } from './embedded-database.ts'

const FOLDER_PREFIX = 'an-sinh-test-database-'
/** Folders of killed test runs are removed after this time, milliseconds. */
const LEFT_BEHIND = 6 * 3_600_000

/**
 * Before the database tests: a PostgreSQL (the embedded 18, or the server of TEST_DATABASE_URL, a superuser's address)
 * with one migrated template database. Every test file copies the template (apps/server/src/platform/test-database.ts).
 */
export default async function setUpTestDatabase(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer()
  const template = `ansinh_template_${randomBytes(4).toString('hex')}`
  const appPassword = randomBytes(12).toString('base64url')
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined })
  const takeDown = async () => {
    await dropAll(admin, template)
    await admin.end()
    await server.stop()
  }
  try {
    await admin.unsafe(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8' ${await codePointOrder(admin)}`)
    await migrate({
      url: withDatabase(server.url, template),
      folder: join(import.meta.dirname, '..', 'database', 'migrations'),
      appPassword,
      markDemo: false,
      tell: () => undefined,
    })
  } catch (error) {
    await takeDown()
    throw error
  }
  project.provide('database', { adminUrl: server.url, template, appPassword })
  return takeDown
}

async function findServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined }
  sweepLeftBehind()
  const folder = mkdtempSync(join(tmpdir(), FOLDER_PREFIX))
  const database = await startEmbeddedDatabase({ folder, durable: false })
  return {
    url: database.url,
    stop: async () => {
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function sweepLeftBehind(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER_PREFIX))) {
    const found = statSync(join(tmpdir(), name), { throwIfNoEntry: false })
    if (found !== undefined && Date.now() - found.mtimeMs > LEFT_BEHIND) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

/** Texts in code-point order on every version, as the embedded database has them. */
async function codePointOrder(admin: postgres.Sql): Promise<string> {
  const [row] = await admin<{ version: number }[]>`SELECT current_setting('server_version_num')::int AS version`
  return (row?.version ?? 0) >= 170_000
    ? "LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"
    : "LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

/** The template and the copies that a killed test file left. */
async function dropAll(admin: postgres.Sql, template: string): Promise<void> {
  const copies = await admin<{ datname: string }[]>`SELECT datname FROM pg_database WHERE datname LIKE ${`${template}%`}`
  for (const { datname } of copies) await admin.unsafe(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
}

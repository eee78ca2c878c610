import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Jobs } from './jobs.ts'
import { makeLogger } from './platform.ts'
import { openSql, type Sql } from './sql.ts'

type Migration = { version: number; name: string; sql: string; sha256: string }
export type MigrateOptions = { url: string; folder: string; appPassword: string | null; markDemo: boolean; tell: (line: string) => void }

const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_-]+\.sql$/.test(name))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { version: Number(name.slice(0, 4)), name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })

const requireUsable = (rows: { version: number; name: string; sha256: string }[], known: Migration[]): void => {
  const newest = known.at(-1)?.version ?? 0
  const newer = rows.find((row) => row.version > newest)
  if (newer !== undefined)
    throw new Error(
      `Cơ sở dữ liệu mới hơn chương trình (có bước ${newer.name}); không thay đổi gì. / The database is newer than this program (it has ${newer.name}); nothing was touched. Hãy dùng bản chương trình mới hơn.`,
    )
  for (const row of rows) {
    const file = known.find((migration) => migration.version === row.version)
    if (file !== undefined && file.sha256 !== row.sha256)
      throw new Error(
        `Bước ${row.name} đã chạy nhưng tệp đã bị sửa; không thay đổi gì. / ${row.name} was applied and its file changed since; nothing was touched.`,
      )
  }
}

const applyOne = (sql: Sql, migration: Migration): Promise<unknown> =>
  sql.begin(async (transaction) => {
    await transaction.unsafe(migration.sql)
    await transaction`INSERT INTO schema_migrations (version, name, sha256) VALUES (${migration.version}, ${migration.name}, ${migration.sha256})`
  })

const grantJobs = async (sql: Sql): Promise<void> => {
  await sql.unsafe(`GRANT USAGE ON SCHEMA pgboss TO ansinh_app; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ansinh_app;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ansinh_app; GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO ansinh_app; GRANT SELECT ON schema_migrations TO ansinh_app`)
}

const prepareJobs = async (sql: Sql): Promise<void> => {
  const jobs = new Jobs(sql, makeLogger('warn', 'migrate'), { migrate: true, works: false })
  await jobs.start()
  await jobs.createQueues()
  await jobs.stop()
}

/** Brings the database to this program's version, as its owner. Repeatable. @throws Error with a sentence; then nothing was touched. */
export async function migrate(options: MigrateOptions): Promise<{ applied: number; fresh: boolean }> {
  const sql = openSql(options.url, { max: 3, name: 'ansinh-migrate', statementTimeoutMs: 0 })
  try {
    const known = readMigrations(options.folder)
    const fresh = (await sql<{ there: boolean }[]>`SELECT to_regclass('public.schema_migrations') IS NOT NULL AS there`)[0]?.there !== true
    const done = fresh
      ? []
      : await sql<{ version: number; name: string; sha256: string }[]>`SELECT version, name, sha256 FROM schema_migrations ORDER BY version`
    requireUsable([...done], known)
    if (fresh)
      await sql`CREATE TABLE IF NOT EXISTS schema_migrations (version integer PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`
    const missing = known.filter((migration) => !done.some((row) => row.version === migration.version))
    for (const migration of missing) {
      options.tell(`  ${migration.name}`)
      await applyOne(sql, migration)
    }
    // The installation row is written last: a run killed before it is simply run again, and only the command
    // that made this database may mark it as demo, only at its birth.
    const unfinished = (await sql`SELECT 1 FROM installation`).length === 0
    if (unfinished || missing.length > 0) {
      await prepareJobs(sql)
      await grantJobs(sql)
    }
    if (unfinished) await sql`INSERT INTO installation (demo) VALUES (${options.markDemo}) ON CONFLICT DO NOTHING`
    if (options.appPassword !== null)
      await sql.unsafe(`ALTER ROLE ansinh_app LOGIN PASSWORD '${options.appPassword.replaceAll("'", "''")}'`)
    return { applied: missing.length, fresh: unfinished }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** What the API and the worker ask before they serve: is the database of this program's version? */
export async function requireMigrated(sql: Sql, folder: string): Promise<void> {
  const known = readMigrations(folder)
  const done = await sql<
    { version: number; name: string; sha256: string }[]
  >`SELECT version, name, sha256 FROM schema_migrations ORDER BY version`
  requireUsable([...done], known)
  const missing = known.filter((migration) => !done.some((row) => row.version === migration.version))
  if (missing.length > 0)
    throw new Error(
      `Cơ sở dữ liệu cũ hơn chương trình; chạy “ansinh migrate”. / The database is older than this program; run “ansinh migrate”.`,
    )
}

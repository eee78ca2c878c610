import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startEmbeddedDatabase } from './embedded-database.ts'
import { REPOSITORY } from './prepare.mjs'
import { dumpMigrated } from './schema/dump-migrated.ts'

/**
 * `npm run dump-schema`: writes database/schema.sql from a freshly migrated database. `-- --check`: compares instead, on the
 * embedded PostgreSQL and on the server of TEST_DATABASE_URL where there is one.
 */
const FILE = join(REPOSITORY, 'database', 'schema.sql')

async function dumpEmbedded(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-schema-'))
  const database = await startEmbeddedDatabase({ folder, durable: false })
  try {
    return await dumpMigrated(database.url)
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function compare(wanted: string, found: string, where: string): boolean {
  if (wanted === found) return true
  const [left, right] = [wanted.split('\n'), found.split('\n')]
  const at = left.findIndex((line, index) => line !== right[index])
  console.error(
    `${where}: differs from database/schema.sql at line ${at + 1}\n  file:     ${left[at] ?? '(end)'}\n  database: ${right[at] ?? '(end)'}`,
  )
  return false
}

const embedded = await dumpEmbedded()
if (process.argv.includes('--check')) {
  const wanted = readFileSync(FILE, 'utf8')
  const given = process.env['TEST_DATABASE_URL'] ?? ''
  const same = [
    compare(wanted, embedded, 'embedded PostgreSQL'),
    given === '' || compare(wanted, await dumpMigrated(given), 'TEST_DATABASE_URL'),
  ]
  if (same.includes(false)) console.error('If the change is meant: npm run dump-schema')
  process.exitCode = same.includes(false) ? 1 : 0
} else {
  writeFileSync(FILE, embedded)
  console.log(`${FILE}: ${embedded.split('\n').length} lines`)
}

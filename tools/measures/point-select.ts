import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import postgres from 'postgres'

const SECONDS = 5
const TRANSACTIONS = /tps = ([\d.]+)/

/** What the database alone can do with the same two reads: transactions a second on one connection, statements prepared. */
export async function measurePointSelects(
  url: string,
  personIds: readonly number[],
): Promise<{ perSecond: number; by: 'pgbench' | 'postgres.js' }> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-pgbench-'))
  try {
    const script = join(folder, 'card.sql')
    const session =
      'SELECT s.person_id FROM sessions s JOIN accounts a USING (person_id) WHERE s.person_id = :id AND a.person_id = :id AND s.revoked_at IS NULL;'
    const card =
      'SELECT c.* FROM persons p JOIN health_cards c ON c.person_id = p.person_id AND NOT EXISTS (SELECT FROM health_card_endings e WHERE e.person_id = c.person_id AND e.card_id = c.card_id) WHERE p.person_id = :id;'
    writeFileSync(script, `\\set id random(${Math.min(...personIds)}, ${Math.max(...personIds)})\n${session}\n${card}\n`)
    const run = spawnSync('pgbench', ['-n', '-M', 'prepared', '-c', '1', '-T', String(SECONDS), '-f', script, url], { encoding: 'utf8' })
    const found = TRANSACTIONS.exec(run.stdout ?? '')?.[1]
    if (run.status === 0 && found !== undefined) return { perSecond: Number(found), by: 'pgbench' }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { perSecond: await loopWithDriver(url, personIds), by: 'postgres.js' }
}

/** Where Debian's pgbench is not installed: the same two statements by the driver, one after the other. */
async function loopWithDriver(url: string, personIds: readonly number[]): Promise<number> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    const begun = performance.now()
    let done = 0
    while (performance.now() - begun < SECONDS * 1000) {
      const id = personIds[done % personIds.length] ?? 0
      await sql`SELECT s.person_id FROM sessions s JOIN accounts a USING (person_id) WHERE s.person_id = ${id} AND a.person_id = ${id} AND s.revoked_at IS NULL`
      await sql`SELECT c.* FROM persons p JOIN health_cards c ON c.person_id = p.person_id AND NOT EXISTS (SELECT FROM health_card_endings e WHERE e.person_id = c.person_id AND e.card_id = c.card_id) WHERE p.person_id = ${id}`
      done += 1
    }
    return done / ((performance.now() - begun) / 1000)
  } finally {
    await sql.end()
  }
}

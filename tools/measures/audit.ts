import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import postgres from 'postgres'

import { sealWaitingLines, verifyAudit, writeHeads } from '../../apps/server/src/audit/index.ts'
import { loadKeyring } from '../../apps/server/src/platform/keyring.ts'
import { migrate } from '../../apps/server/src/platform/migrate.ts'
import { openPlatform, type Platform } from '../../apps/server/src/platform/platform.ts'
import { parseSettings } from '../../apps/server/src/platform/settings.ts'
import { startEmbeddedDatabase } from '../embedded-database.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'

const LINES = 1_000_000
/** Written, then sealed: as in running, what waits is never much. */
const SLAB = 50_000
const MOST_SECONDS = 60

type Owner = postgres.Sql
/** What an owner of the database does to one line, and what must stand in the finding; `mend` puts everything back. */
type Tampering = { name: string; does: (owner: Owner) => Promise<{ expected: string; mend: () => Promise<unknown> }> }

const writeLines = async (platform: Platform, owner: Owner, lines: number, tell: (line: string) => void): Promise<void> => {
  for (let from = 0; from < lines; from += SLAB) {
    await owner.unsafe(`
      WITH line AS (
        INSERT INTO audit_lines (chain, actor_kind, actor_id, action, person_id, request_id, details)
        SELECT p % 64, 'staff', (p % 900)::text, 'case-read', p, 'req-' || p, jsonb_build_object('n', p)
        FROM generate_series(${from + 1}, ${Math.min(from + SLAB, lines)}) p RETURNING line_id, chain)
      INSERT INTO audit_unsealed (line_id, chain) SELECT line_id, chain FROM line`)
    for (let sealed: number | null = 1; sealed !== null && sealed > 0;) sealed = await sealWaitingLines(platform)
    if ((from / SLAB) % 5 === 0) tell(`${from + SLAB} lines written and sealed`)
  }
  await writeHeads(platform, null)
  await owner.unsafe('VACUUM ANALYZE audit_lines; ').catch(() => undefined)
  await owner.unsafe('ANALYZE audit_seals')
}

/** A line somewhere past the middle of a chain that is walked late. */
const pick = async (owner: Owner, chain: number, share: number): Promise<{ lineId: string; sealNo: string }> => {
  const [row] = await owner<{ lineId: string; sealNo: string }[]>`
    SELECT line_id AS "lineId", seal_no AS "sealNo" FROM audit_seals
    WHERE chain = ${chain} AND seal_no = (SELECT greatest(1, floor(max(seal_no) * ${share}::float))::bigint FROM audit_seals WHERE chain = ${chain})`
  if (row === undefined) throw new Error('no line to tamper with')
  return row
}

const keep = (owner: Owner, where: string) => async (): Promise<void> => {
  await owner.unsafe(`DROP TABLE IF EXISTS kept_lines, kept_seals;
    CREATE TEMP TABLE kept_lines AS SELECT * FROM audit_lines WHERE line_id IN (SELECT line_id FROM audit_seals WHERE ${where});
    CREATE TEMP TABLE kept_seals AS SELECT * FROM audit_seals WHERE ${where}`)
}
const putBack = (owner: Owner, where: string) => async (): Promise<void> => {
  await owner.unsafe(`DELETE FROM audit_lines WHERE line_id IN (SELECT line_id FROM kept_lines); INSERT INTO audit_lines SELECT * FROM kept_lines;
    DELETE FROM audit_seals WHERE ${where}; INSERT INTO audit_seals SELECT * FROM kept_seals`)
}

const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'change',
    does: async (owner) => {
      const { lineId } = await pick(owner, 61, 0.9)
      await owner`UPDATE audit_lines SET actor_id = '7' WHERE line_id = ${lineId}`
      const mend = () => owner`UPDATE audit_lines SET actor_id = (person_id % 900)::text WHERE line_id = ${lineId}`
      return { expected: `line ${lineId} is not as it was written`, mend }
    },
  },
  {
    name: 'delete',
    does: async (owner) => {
      const { lineId, sealNo } = await pick(owner, 62, 0.8)
      const where = `chain = 62 AND seal_no = ${sealNo}`
      await keep(owner, where)()
      await owner`DELETE FROM audit_lines WHERE line_id = ${lineId}`
      return { expected: `line ${lineId} is gone`, mend: putBack(owner, where) }
    },
  },
  {
    name: 'reorder',
    does: async (owner) => {
      const one = await pick(owner, 60, 0.7)
      const two = (BigInt(one.sealNo) + 1n).toString()
      const where = `chain = 60 AND seal_no IN (${one.sealNo}, ${two})`
      await keep(owner, where)()
      // The two lines change places, each with its seal's hash: the chain's own numbers stay whole.
      await owner.unsafe(`DELETE FROM audit_seals WHERE ${where};
        INSERT INTO audit_seals SELECT chain, CASE seal_no WHEN ${one.sealNo} THEN ${two} ELSE ${one.sealNo} END, line_id, hmac, sealed_at FROM kept_seals`)
      const [moved] = await owner<
        { lineId: string }[]
      >`SELECT line_id AS "lineId" FROM audit_seals WHERE chain = 60 AND seal_no = ${one.sealNo}`
      return { expected: `line ${moved?.lineId ?? ''} is not as it was written, or stands in another place`, mend: putBack(owner, where) }
    },
  },
  {
    name: 'truncate',
    does: async (owner) => {
      const { sealNo } = await pick(owner, 63, 0.999)
      const where = `chain = 63 AND seal_no > ${sealNo}`
      await keep(owner, where)()
      const [last] = await owner<{ lineId: string }[]>`SELECT line_id AS "lineId" FROM kept_seals ORDER BY seal_no DESC LIMIT 1`
      await owner.unsafe(
        `DELETE FROM audit_lines WHERE line_id IN (SELECT line_id FROM kept_lines); DELETE FROM audit_seals WHERE ${where}`,
      )
      return { expected: `line ${last?.lineId ?? ''} is gone`, mend: putBack(owner, where) }
    },
  },
]

const timed = async (platform: Platform): Promise<{ finding: string | null; seconds: number }> => {
  const begun = performance.now()
  const { finding } = await verifyAudit(platform)
  return { finding, seconds: (performance.now() - begun) / 1000 }
}

async function measureTamperings(context: MeasureContext, platform: Platform, owner: Owner, lines: number): Promise<MeasureLine[]> {
  const bar = `found with its number, ≤ ${MOST_SECONDS} s`
  const whole = await timed(platform)
  const ref = context.reference.measure()
  const parts: MeasureLine[] = [
    {
      name: 'audit-untouched',
      value: rounded(whole.seconds),
      unit: 's',
      bar: `nothing found, ≤ ${MOST_SECONDS} s`,
      ok: whole.finding === null && whole.seconds <= MOST_SECONDS,
      ref,
      lines,
    },
  ]
  for (const { name, does } of TAMPERINGS) {
    const { expected, mend } = await does(owner)
    const { finding, seconds } = await timed(platform)
    await mend()
    const ok = finding?.includes(expected) === true && seconds <= MOST_SECONDS
    parts.push({ name: `audit-${name}`, value: rounded(seconds), unit: 's', bar, ok, ref: context.reference.measure(), finding })
  }
  const { finding } = await timed(platform)
  parts.push({
    name: 'audit-mended',
    value: finding === null ? 0 : 1,
    unit: 'findings after all was put back',
    bar: '0',
    ok: finding === null,
    ref,
    finding,
  })
  return parts
}

async function measureAudit(context: MeasureContext): Promise<MeasureLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-audit-'))
  const dataDir = mkdtempSync(join(tmpdir(), 'an-sinh-audit-data-'))
  const database = await startEmbeddedDatabase({ folder, durable: false })
  const owner = postgres(database.url, { max: 1, onnotice: () => undefined })
  const lines = context.people ?? LINES
  try {
    await migrate({
      url: database.url,
      folder: join(import.meta.dirname, '../../database/migrations'),
      appPassword: 'measure',
      markDemo: false,
      tell: () => undefined,
    })
    const address = new URL(database.url)
    ;[address.username, address.password] = ['ansinh_app', 'measure']
    const settings = parseSettings({ DATABASE_URL: address.href, ANSINH_DATA_DIR: dataDir, ANSINH_LOG_LEVEL: 'silent' })
    loadKeyring(settings.keyFile, true)
    const platform = await openPlatform(settings, { name: 'measure', works: true })
    try {
      await owner.unsafe('SET session_replication_role = replica')
      await writeLines(platform, owner, lines, context.tell)
      const parts = await measureTamperings(context, platform, owner, lines)
      return [...parts, sumParts('audit', parts)]
    } finally {
      await platform.close()
    }
  } finally {
    await owner.end()
    await database.stop()
    for (const one of [folder, dataDir]) rmSync(one, { recursive: true, force: true })
  }
}

/** A million sealed lines; the owner of the database changes, deletes, reorders and cuts off; each is found, with its number, within a minute. */
export const measure: Measure = { name: 'audit', run: measureAudit }

import { spawn } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'

import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { COPY_COLUMNS, insertPeople, type Shape, writeFiles } from './participation-file.ts'
import { readProcessCpu } from './process-cpu.ts'
import { readServerCpu } from './server-cpu.ts'
import { type RunningSystem, startSystem } from './running-system.ts'

const BAR = 0.35
const MEMORY_BAR_MB = 400
const ROWS = 1_000_000
/** Warms up, and shows whether memory grows with the file. */
const SMALL_ROWS = 100_000
/** The second shape costs a person a row: smaller unless `--full`. */
const SECOND_ROWS = 250_000
const SAMPLE_MS = 40
const CLI = join(import.meta.dirname, '../../apps/server/src/cli.ts')

/** What the server is busy with, by the first words of the statement: the phase of the import. */
const PHASES: readonly [RegExp, string][] = [
  [/^COPY/u, 'read'],
  [/^\s*WITH hashed/u, 'doubled'],
  [/analyze_import_rows/u, 'analyze'],
  [/CREATE TEMP TABLE|ANALYZE/u, 'fold'],
  [/INSERT INTO participation_spell/u, 'write'],
  [/DELETE FROM import_rows/u, 'clean'],
  [/import_rows|import_row_faults/u, 'match'],
]

type Spent = { seconds: number; cpu: number }
type Imported = Spent & { peakMb: number; shares: Record<string, number>; spells: number; faults: number }

const peakOf = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

async function readCpuOf({ owner }: RunningSystem): Promise<number> {
  const [row] = await owner<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
  return readServerCpu(row?.pid ?? 0)
}

async function emptyTables({ owner }: RunningSystem): Promise<void> {
  await owner`TRUNCATE participation_spells, participation_spell_endings, import_rows, import_row_faults, import_close_matches, roster_missing, roster_batches, import_batches`
  await owner`CHECKPOINT`
}

/** The whole command, from the start of its process to its end. */
async function importFile(system: RunningSystem, path: string): Promise<Imported> {
  await emptyTables(system)
  const serverBefore = await readCpuOf(system)
  const begun = performance.now()
  const child = spawn(process.execPath, [CLI, 'import', 'participation-months', path, '--yes'], {
    env: system.environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let [peakMb, clientCpu, samples] = [0, 0, 0]
  const seen: Record<string, number> = {}
  const done = new Promise<number | null>((resolve) => child.once('exit', resolve))
  while (child.exitCode === null && child.signalCode === null) {
    peakMb = Math.max(peakMb, peakOf(child.pid ?? 0))
    clientCpu = Math.max(clientCpu, readProcessCpu(child.pid ?? 0))
    const [active] = await system.owner<
      { query: string }[]
    >`SELECT query FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND backend_type = 'client backend' AND state = 'active' ORDER BY (query LIKE 'COPY%') LIMIT 1`
    const phase = PHASES.find(([words]) => words.test(active?.query ?? ''))?.[1] ?? 'other'
    seen[phase] = (seen[phase] ?? 0) + 1
    samples += 1
    await pause(SAMPLE_MS)
  }
  const code = await done
  const seconds = (performance.now() - begun) / 1000
  const cpu = (await readCpuOf(system)) - serverBefore + clientCpu
  const [counts] = await system.owner<{ spells: number; faults: number; state: string }[]>`
    SELECT (SELECT count(*)::int FROM participation_spells) AS spells, (SELECT count(*)::int FROM import_row_faults) AS faults, (SELECT state FROM import_batches) AS state`
  if (counts?.state !== 'partly') throw new Error(`the import ended with ${code}, batch ${counts?.state}`)
  const shares = Object.fromEntries(Object.entries(seen).map(([phase, times]) => [phase, rounded(times / samples, 2)]))
  return { seconds, cpu, peakMb, shares, spells: counts.spells, faults: counts.faults }
}

async function copyFile(system: RunningSystem, path: string): Promise<Spent> {
  await emptyTables(system)
  const [serverBefore, own] = [await readCpuOf(system), process.cpuUsage()]
  const begun = performance.now()
  const statement = system.owner.unsafe(`COPY participation_spells (${COPY_COLUMNS}) FROM STDIN`)
  await pipeline(createReadStream(path, { highWaterMark: 262_144 }), await statement.writable())
  const seconds = (performance.now() - begun) / 1000
  const used = process.cpuUsage(own)
  return { seconds, cpu: (await readCpuOf(system)) - serverBefore + (used.user + used.system) / 1e6 }
}

/** COPY before and after the import, the faster one counts. */
async function compare(context: MeasureContext, system: RunningSystem, name: string, shape: Shape): Promise<MeasureLine> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-import-copy-'))
  try {
    const [csv, copy] = [join(folder, 'months.csv'), join(folder, 'months.copy')]
    await insertPeople(system.owner, Math.ceil(shape.rows / shape.monthsAPerson))
    await writeFiles(shape, csv, copy)
    const { result, ref } = await context.reference.steady(async () => {
      const before = await copyFile(system, copy)
      const imported = await importFile(system, csv)
      const after = await copyFile(system, copy)
      return { imported, copied: { seconds: Math.min(before.seconds, after.seconds), cpu: Math.min(before.cpu, after.cpu) } }
    })
    const { imported, copied } = result
    const value = rounded(copied.seconds / imported.seconds, 3)
    context.tell(
      `${name}: COPY ${copied.seconds.toFixed(1)} s, import ${imported.seconds.toFixed(1)} s, ${value}, ${JSON.stringify(imported.shares)}`,
    )
    return {
      name,
      value,
      unit: '× COPY of the same rows',
      bar: `≥ ${BAR}, ≤ ${MEMORY_BAR_MB} MB`,
      ok: value >= BAR && imported.peakMb <= MEMORY_BAR_MB,
      ref,
      rows: shape.rows,
      monthsAPerson: shape.monthsAPerson,
      rowsPerSecond: rounded(shape.rows / imported.seconds, 0),
      copyRowsPerSecond: rounded(shape.rows / copied.seconds, 0),
      importSeconds: rounded(imported.seconds, 1),
      copySeconds: rounded(copied.seconds, 1),
      // What a busy machine does not distort: CPU seconds of server and client together.
      cpuRatio: rounded(copied.cpu / imported.cpu, 3),
      importCpuSeconds: rounded(imported.cpu, 1),
      copyCpuSeconds: rounded(copied.cpu, 1),
      shares: imported.shares,
      peakMb: rounded(imported.peakMb, 0),
      spells: imported.spells,
      faults: imported.faults,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Participation months through the whole engine, beside COPY of the same months as one-month spells into the same table on the same server.
 * The bar's shape is a year's file, twelve months a person; a month's file, one month a person, is printed beside it.
 */
export const measure: Measure = {
  name: 'import-copy',
  run: async (context) => {
    const system = await startSystem({ people: 20, worker: false })
    try {
      const small = await compare(context, system, 'import-copy-small', { rows: SMALL_ROWS, monthsAPerson: 12 })
      const bar = await compare(context, system, 'import-copy-year', {
        rows: context.people === null ? ROWS : context.people * 12,
        monthsAPerson: 12,
      })
      const second = await compare(context, system, 'import-copy-month', {
        rows: context.full ? ROWS : Math.min(SECOND_ROWS, context.people ?? SECOND_ROWS),
        monthsAPerson: 1,
      })
      const told = [small, second].map((line) => ({ ...line, bar: 'no bar', ok: true }))
      return [...told, bar, { ...sumParts('import-copy', [bar]), peakMbSmall: small['peakMb'] }]
    } finally {
      await system.stop()
    }
  },
}

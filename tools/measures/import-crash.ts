import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Measure, MeasureContext, MeasureLine } from './measure-line.ts'
import { type RunningSystem, startSystem } from './running-system.ts'

const CLI = join(import.meta.dirname, '../../apps/server/src/cli.ts')
const KILLS = { importer: 20, database: 10 }
const ROWS = 4000
const MOST_ATTEMPTS = 60

/** Persons under numbers of nobody (99 is never given out); each file has numbers of its own. */
const writeFile = (path: string, file: number, taken: ReadonlySet<string>): void => {
  const lines = Array.from({ length: ROWS }, (_one, at) => {
    const number = `999${String(file * ROWS + at).padStart(7, '0')}`
    if (taken.has(number)) return []
    const letters = [...String(file * ROWS + at)].map((digit) => 'abcdeghikl'[Number(digit)]).join('')
    return `${number},Trần Văn ${letters},05/03/1980,Nam,Số ${at}`
  })
  writeFileSync(path, `Mã số BHXH,Họ và tên,Ngày sinh,Giới tính,Địa chỉ\r\n${lines.flat().join('\r\n')}\r\n`)
}

/** Runs the command; after `killAfterMs` it is killed −9. Answers whether it came to its end by itself. */
const runImport = (system: RunningSystem, path: string, killAfterMs: number | null): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, 'import', 'persons', path, '--yes'], { env: system.environment, stdio: 'ignore' })
    const timer = killAfterMs === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    child.once('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    })
  })

type Told = { kills: number; databaseKills: number }

/** One file until it is in, the importer or PostgreSQL killed at a random moment of each attempt while kills are left. */
const importThroughKills = async (system: RunningSystem, path: string, usualMs: number, told: Told): Promise<void> => {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const after = Math.random() * usualMs
    if (told.databaseKills < KILLS.database && attempt % 3 === 2) {
      const running = runImport(system, path, null)
      await pause(after)
      await system.killDatabase()
      told.databaseKills += 1
      if (await running) return
    } else if (told.kills < KILLS.importer) {
      if (await runImport(system, path, after)) return
      told.kills += 1
    } else if (await runImport(system, path, null)) return
  }
  throw new Error(`${path} is not in after ${MOST_ATTEMPTS} attempts`)
}

/** What the register holds of the files: every number once, with one person, as an uninterrupted run leaves it. */
const countFaults = async ({ owner }: RunningSystem, files: number): Promise<{ lost: number; doubled: number; half: number }> => {
  const [row] = await owner<{ persons: number; distinct: number; numbers: number; open: number }[]>`
    SELECT (SELECT count(*) FROM persons WHERE insurance_number LIKE '999%')::int AS persons,
      (SELECT count(DISTINCT insurance_number || full_name || coalesce(address, '')) FROM persons WHERE insurance_number LIKE '999%')::int AS distinct,
      (SELECT count(*) FROM insurance_numbers n JOIN persons p ON p.person_id = n.person_id AND p.insurance_number = n.insurance_number WHERE n.insurance_number LIKE '999%')::int AS numbers,
      (SELECT count(*) FROM import_batches WHERE state NOT IN ('applied', 'uploading'))::int AS open`
  const { persons = 0, distinct = 0, numbers = 0, open = 0 } = row ?? {}
  const due = files * ROWS
  return { lost: Math.max(0, due - distinct), doubled: persons - distinct, half: Math.abs(persons - numbers) + open }
}

async function run({ reference, tell }: MeasureContext): Promise<MeasureLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-import-crash-'))
  const system = await startSystem({ worker: false })
  try {
    const begun = Date.now()
    const seeded = await system.owner<{ number: string }[]>`SELECT insurance_number AS number FROM insurance_numbers`
    const taken = new Set(seeded.map(({ number }) => number))
    writeFile(join(folder, '0.csv'), 0, taken)
    if (!(await runImport(system, join(folder, '0.csv'), null))) throw new Error('an uninterrupted import failed')
    const usualMs = Date.now() - begun
    const told: Told = { kills: 0, databaseKills: 0 }
    let files = 1
    while (told.kills + told.databaseKills < KILLS.importer + KILLS.database && files < 60) {
      const path = join(folder, `${files}.csv`)
      writeFile(path, files, taken)
      await importThroughKills(system, path, usualMs, told)
      files += 1
      tell(`${files} files, ${told.kills} importers and ${told.databaseKills} databases killed`)
    }
    const faults = await countFaults(system, files)
    const value = faults.lost + faults.doubled + faults.half
    const ok = value === 0 && told.kills + told.databaseKills >= 30
    return [
      {
        name: 'import-crash',
        value,
        unit: 'rows',
        bar: '30 kills: 0 lost, doubled or half-applied',
        ok,
        ref: reference.measure(),
        ...told,
        ...faults,
        files,
        rows: files * ROWS,
      },
    ]
  } finally {
    await system.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const measure: Measure = { name: 'import-crash', run }

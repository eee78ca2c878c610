import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { claimOf, envelopeOf } from '../../apps/server/src/visits/claim-fixture.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { type RunningSystem, startSystem } from './running-system.ts'

const RATE_BAR = 500
const MEMORY_BAR_MB = 400
/** Four times the file: the memory stays. */
const GROWTH_BAR = 1.3
const VISITS = 20_000
const FULL_VISITS = 100_000
const LINES = 8
const PEOPLE = 500
const FACILITY = '01999'

type Person = { insuranceNumber: string; fullName: string; bornOn: string }

const listPersons = ({ owner }: RunningSystem): Promise<Person[]> =>
  owner<Person[]>`SELECT insurance_number AS "insuranceNumber", full_name AS "fullName", born_on_partial AS "bornOn" FROM persons
    WHERE died_on IS NULL AND merged_into_person_id IS NULL ORDER BY person_id LIMIT ${PEOPLE}`

/** An envelope of as many visits, written as a stream: it may be larger than memory. */
async function writeEnvelope(path: string, run: string, visits: number, persons: readonly Person[]): Promise<void> {
  const file = createWriteStream(path)
  const [head = '', tail = ''] = envelopeOf(['@']).split('<HOSO>@</HOSO>')
  file.write(head)
  for (let at = 0; at < visits; at += 1) {
    const { insuranceNumber, fullName, bornOn } = persons[at % persons.length] ?? { insuranceNumber: '', fullName: '', bornOn: '' }
    const born = `${bornOn.replaceAll('-', '').padEnd(8, '0')}0000`
    const hoso = claimOf({ key: `${run}-${at}`, insuranceNumber, fullName, born, facility: FACILITY, lines: LINES })
    if (!file.write(`<HOSO>${hoso}</HOSO>`)) await once(file, 'drain')
  }
  file.end(tail)
  await once(file, 'finish')
}

const peakOf = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

type Run = { seconds: number; peakMb: number; fileMb: number; applied: number }

/** The whole engine by the command line, from the file to the last row, the process' own start among it. */
async function importFile(system: RunningSystem, path: string): Promise<Run> {
  const begun = performance.now()
  const cli = join(import.meta.dirname, '../../apps/server/src/cli.ts')
  const child = spawn(process.execPath, [cli, 'import', 'visits', path, '--yes'], {
    env: system.environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let [printed, peakMb] = ['', 0]
  child.stdout.on('data', (bytes: Buffer) => (printed += bytes.toString()))
  const timer = setInterval(() => (peakMb = Math.max(peakMb, peakOf(child.pid ?? 0))), 50)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearInterval(timer)
  if (code !== 0) throw new Error(`the import answered ${code}: ${printed.slice(-1000)}`)
  const applied = Number(/"written":(\d+)/u.exec(printed)?.[1] ?? 0)
  return { seconds: (performance.now() - begun) / 1000, peakMb, fileMb: statSync(path).size / 1e6, applied }
}

async function measureImportVisits(context: MeasureContext): Promise<MeasureLine[]> {
  const visits = context.full ? FULL_VISITS : VISITS
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-visits-'))
  const system = await startSystem({ people: PEOPLE, worker: false })
  try {
    await system.owner`INSERT INTO health_facilities (facility_code, name, province_code, valid_from, source)
      VALUES (${FACILITY}, 'Bệnh viện Giả Định', '01', '2020-01-01', 'measure') ON CONFLICT DO NOTHING`
    const persons = await listPersons(system)
    let runs = 0
    const runOf = async (size: number): Promise<Run> => {
      const path = join(folder, `${(runs += 1)}.xml`)
      await writeEnvelope(path, `run${runs}`, size, persons)
      const run = await importFile(system, path)
      if (run.applied !== size) throw new Error(`${run.applied} of ${size} visits were written`)
      rmSync(path)
      context.tell(`${size} visits, ${rounded(run.fileMb, 0)} MB: ${rounded(run.seconds, 1)} s, peak ${rounded(run.peakMb, 0)} MB`)
      return run
    }
    const { result: small } = await context.reference.steady(() => runOf(visits / 4), 1)
    const { result: large, ref } = await context.reference.steady(() => runOf(visits))
    const rate = visits / large.seconds
    const parts: MeasureLine[] = [
      {
        name: 'import-visits-memory',
        value: rounded(large.peakMb, 0),
        unit: 'MB at the peak',
        bar: `≤ ${MEMORY_BAR_MB}`,
        ok: large.peakMb <= MEMORY_BAR_MB,
        ref,
        fileMb: rounded(large.fileMb, 0),
      },
      {
        name: 'import-visits-growth',
        value: rounded(large.peakMb / small.peakMb),
        unit: 'peak memory over that of a quarter of the file',
        bar: `≤ ${GROWTH_BAR}`,
        ok: large.peakMb <= GROWTH_BAR * small.peakMb,
        ref,
        peakMb: rounded(small.peakMb, 0),
      },
      {
        name: 'import-visits-rate',
        value: rounded(rate, 0),
        unit: 'visits a second',
        bar: `≥ ${RATE_BAR}`,
        ok: rate >= RATE_BAR,
        ref,
        visits,
        lines: LINES,
      },
    ]
    return [...parts, sumParts('import-visits', parts)]
  } finally {
    await system.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const measure: Measure = { name: 'import-visits', run: measureImportVisits }

import type { ApiClient } from './api-client.ts'
import { type Measure, type MeasureLine, sumParts } from './measure-line.ts'
import { confirmRoster, type Fault, listAllFaults, sendRoster, signInOfficer } from './roster-client.ts'
import { type DamagedFile, makeDamage } from './roster-damage.ts'
import { findEmployers, insertEmployees, makeEmployees } from './roster-people.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { writeSheet } from './write-sheet.ts'

const [OWN, OTHERS, DEAD] = [200, 60, 10]

const quoted = (cell: string): string => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const writeCsv = ({ rows }: DamagedFile): Buffer =>
  Buffer.from(
    `\uFEFF${rows.map((cells) => cells.map((cell) => quoted(typeof cell === 'string' ? cell : `=${cell.formula}`)).join(',')).join('\r\n')}\r\n`,
  )

/** The roster as it stands: every line in one text, to be compared with what may stand there. */
async function readLines({ owner }: RunningSystem, employerId: number): Promise<string[]> {
  const rows = await owner<{ line: string }[]>`
    SELECT concat_ws('|', full_name, to_char(born_on, 'DD/MM/YYYY'), CASE sex WHEN 'male' THEN 'Nam' ELSE 'Nữ' END, insurance_number, national_id, department, shift) AS line
    FROM roster_entries WHERE employer_id = ${employerId} AND left_on IS NULL`
  return rows.map(({ line }) => line)
}

const emptyRoster = ({ owner }: RunningSystem) =>
  owner`TRUNCATE roster_changes, roster_missing, roster_batches, roster_entries, rollout_counts, import_rows, import_row_faults, import_close_matches, import_batches CASCADE`

/** Row, column, value and what to do; a formula without a result has no value to show. */
const isExplained = (faults: readonly Fault[], rowNo: number): boolean =>
  faults.some(
    (fault) =>
      fault.rowNo === rowNo &&
      !fault.written &&
      fault.column !== null &&
      fault.fix.vi !== '' &&
      (fault.value !== null || fault.code === 'formula'),
  )

type Found = { written: number; lost: number; unexplained: number; codes: Record<string, number>; state: string }

async function tryFile(
  system: RunningSystem,
  client: ApiClient,
  employerId: number,
  file: DamagedFile,
  format: 'csv' | 'xlsx',
): Promise<Found> {
  await emptyRoster(system)
  const bytes = format === 'csv' ? writeCsv(file) : writeSheet(file.rows, file.merges)
  const sent = await sendRoster(client, { name: `${file.name}.${format}`, format, bytes })
  const faults = await listAllFaults(client, sent.importId)
  const after = sent.state === 'preview' ? await confirmRoster(client, sent) : sent
  const may = new Set(
    file.good.map(({ name, born, sex, number, id, department, shift }) => [name, born, sex, number, id, department, shift].join('|')),
  )
  const lines = await readLines(system, employerId)
  const codes: Record<string, number> = {}
  for (const { rowNo, code } of faults) if (file.damaged.has(rowNo)) codes[code] = (codes[code] ?? 0) + 1
  return {
    written: lines.filter((line) => !may.has(line)).length,
    lost: may.size - lines.filter((line) => may.has(line)).length,
    unexplained: [...file.damaged].filter((rowNo) => !isExplained(faults, rowNo)).length,
    codes,
    state: after.state,
  }
}

/** Twelve kinds of damaged lists through the office app's own requests; the generator of damage knows nothing of the reader. */
export const measure: Measure = {
  name: 'roster-faults',
  run: async (context) => {
    const system = await startSystem({ people: 60, durable: false })
    try {
      const { own, other } = await findEmployers(system)
      const [mine, others] = [makeEmployees(OWN), makeEmployees(OTHERS, 5000)]
      const dead = makeEmployees(DEAD, 8000)
      await insertEmployees(system, own.employerId, mine)
      await insertEmployees(system, other.employerId, others)
      await insertEmployees(
        system,
        own.employerId,
        dead.map((person) => ({ ...person, diedOn: '2024-06-30' })),
      )
      const client = await signInOfficer(system)
      const ref = Number(context.reference.measure().toFixed(1))
      const parts: MeasureLine[] = []
      for (const file of makeDamage({ own: mine, others, dead, otherCode: other.code })) {
        for (const format of file.csv ? (['csv', 'xlsx'] as const) : (['xlsx'] as const)) {
          const { written, lost, unexplained, codes, state } = await tryFile(system, client, own.employerId, file, format)
          const wrong = written + lost + unexplained
          parts.push({
            name: `${file.name}-${format}`,
            value: wrong,
            unit: 'rows written damaged, lost or unexplained',
            bar: '0',
            ok: wrong === 0,
            ref,
            written,
            lost,
            unexplained,
            damaged: file.damaged.size,
            codes,
            state,
          })
        }
      }
      return [...parts, { ...sumParts('roster-faults', parts), value: parts.reduce((sum, part) => sum + part.value, 0) }]
    } finally {
      await system.stop()
    }
  },
}

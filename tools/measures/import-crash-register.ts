import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Register } from './import-crash-quiet.ts'
import { fileOf, type Step } from './import-crash-steps.ts'

export type Standing = { batchId: string; state: string; phase: string; refusedCode: string | null }

const AWAY_MS = 60_000

/** The batch of a step as it stands now; null when there is none. A database that is away is asked again: silence is not an answer. */
export const findStanding = async ({ owner }: Register, step: Step): Promise<Standing | null> => {
  for (const until = Date.now() + AWAY_MS; ; await pause(20)) {
    try {
      const rows = await owner<Standing[]>`
        SELECT batch_id AS "batchId", state, phase, refused_code AS "refusedCode" FROM import_batches
        WHERE file_name = ${fileOf(step)} AND (compensates_batch_id IS NOT NULL) = ${step.undo} ORDER BY created_at DESC LIMIT 1`
      return rows[0] ?? null
    } catch (error) {
      if (Date.now() > until) throw error
    }
  }
}

const WRITTEN = new Set(['applied', 'undone'])
const NOT_TAKEN = new Set(['partly', 'refused', 'discarded'])
/** @throws Error when the batch was not taken whole: no kill is a reason for that */
export const isSettled = (standing: Standing | null): boolean => {
  if (standing !== null && NOT_TAKEN.has(standing.state)) throw new Error(`a good file was not taken: ${JSON.stringify(standing)}`)
  return standing !== null && WRITTEN.has(standing.state)
}

/**
 * Everything that batches from files wrote, a line a row, without the ids and instants that two runs never share: persons and spells with the file
 * that stands behind them, what ended them, batches and audit lines.
 */
const listLines = async ({ owner }: Register, files: readonly string[]): Promise<{ file: string; line: string }[]> => [
  ...(await owner<{ file: string; line: string }[]>`
    WITH b AS (SELECT batch_id, file_name, compensates_batch_id, state, rows_read, group_counts, applied_counts, file_name || CASE WHEN compensates_batch_id IS NULL THEN '' ELSE ' undone' END AS file
      FROM import_batches WHERE file_name = ANY(${[...files]}) AND state NOT IN ('discarded'))
    SELECT b.file, concat_ws('|', 'person', insurance_number, full_name, born_on_partial, sex, address, (SELECT count(*) FROM insurance_numbers n WHERE n.person_id = p.person_id AND n.insurance_number = p.insurance_number)) AS line
      FROM persons p JOIN b ON b.batch_id = p.import_batch_id
    UNION ALL SELECT b.file, concat_ws('|', 'person version', insurance_number, full_name, address, kind, (SELECT w.file_name FROM b w WHERE w.batch_id = v.import_batch_id))
      FROM person_versions v JOIN b ON b.batch_id = v.ended_by_batch_id
    UNION ALL SELECT b.file, concat_ws('|', 'spell', p.insurance_number, branch, scheme, from_month, to_month, employer_code, employer_name, contributory_salary_vnd, wage_parts, late_months)
      FROM participation_spells s JOIN b ON b.batch_id = s.import_batch_id JOIN persons p ON p.person_id = s.person_id
    UNION ALL SELECT b.file, concat_ws('|', 'spell ended', p.insurance_number, e.kind, s.branch, s.from_month, s.to_month, s.contributory_salary_vnd)
      FROM participation_spell_endings e JOIN b ON b.batch_id = e.import_batch_id JOIN participation_spells s ON s.person_id = e.person_id AND s.spell_id = e.spell_id JOIN persons p ON p.person_id = e.person_id
    UNION ALL SELECT b.file, concat_ws('|', 'batch', state, group_counts, applied_counts) FROM b
    UNION ALL SELECT b.file, concat_ws('|', 'audit', a.action) FROM audit_lines a JOIN b ON b.batch_id::text = coalesce(a.details ->> 'compensationId', a.details ->> 'batchId')
      WHERE a.action IN ('import-applied', 'import-undone')`),
]

/** `hash`: equal when the registers are equal, row by row. */
export type Content = { hash: string; lines: ReadonlyMap<string, number>; files: ReadonlyMap<string, number> }

export const readContent = async (system: Register, files: readonly string[]): Promise<Content> => {
  const all = (await listLines(system, files)).map(({ file, line }) => ({ file, line: `${file}|${line}` }))
  const hash = createHash('sha256')
  for (const line of all.map((one) => one.line).toSorted()) hash.update(`${line}\n`)
  const [lines, perFile] = [new Map<string, number>(), new Map<string, number>()]
  for (const { file, line } of all) {
    lines.set(line, (lines.get(line) ?? 0) + 1)
    perFile.set(file, (perFile.get(file) ?? 0) + 1)
  }
  return { hash: hash.digest('hex'), lines, files: perFile }
}

export type Difference = { lost: number; doubled: number; half: number; strange: number }

/** `lost`: rows due and missing; `doubled`: due once and there more often; `strange`: there and not due; `half`: files of which only a part is there. */
export const compareContents = (due: Content, found: Content): Difference => {
  const difference: Difference = { lost: 0, doubled: 0, half: 0, strange: 0 }
  for (const [line, count] of due.lines) {
    difference.lost += Math.max(0, count - (found.lines.get(line) ?? 0))
    difference.doubled += Math.max(0, (found.lines.get(line) ?? 0) - count)
  }
  for (const [line, count] of found.lines) if (!due.lines.has(line)) difference.strange += count
  for (const [file, count] of due.files) {
    const there = found.files.get(file) ?? 0
    if (there > 0 && there < count) difference.half += 1
  }
  return difference
}

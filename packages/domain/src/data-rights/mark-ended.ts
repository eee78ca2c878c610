import type { DataSection } from './data-sections.ts'

type Row = DataSection['rows'][number]

/** The id of the line that an ending belongs to: the one id that is neither the person's nor a batch's. */
const keyOf = (row: Row): [string, unknown] | null =>
  Object.entries(row).find(([name]) => name.endsWith('_id') && name !== 'person_id' && name !== 'import_batch_id') ?? null

/** Writes onto every line when it was corrected or replaced: the register keeps endings beside the lines. */
export const markEnded = (sections: readonly DataSection[]): DataSection[] =>
  sections.map((section) => {
    const endings = sections.find(({ table }) => table.endsWith('_endings') && table.replace(/_endings$/u, 's') === section.table)
    if (endings === undefined || endings.rows.length === 0) return section
    const endedAt = new Map(endings.rows.map((row) => [keyOf(row)?.[1], row['ended_at']]))
    const [key] = keyOf(endings.rows[0] ?? {}) ?? ['']
    return { ...section, rows: section.rows.map((row) => (endedAt.has(row[key]) ? { ...row, ended_at: endedAt.get(row[key]) } : row)) }
  })

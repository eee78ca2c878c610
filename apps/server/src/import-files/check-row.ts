import type { CellParser, HeaderMapping, ParsedCell } from '@an-sinh/domain'
import type { FileRow } from './file-row.ts'
import type { ImportKind, ReadRow, RowFault, StagedRow } from '../platform/import-kind.ts'

const MOST_FAULTS = 10

/** Cells of one column that are remembered, and how long they may be. */
const MOST_REMEMBERED = 512
const LONGEST_REMEMBERED = 120

/**
 * The same parser with a memory: most columns of a file hold few values over and over (months, names of employers, jobs). Remembered cells
 * are copies, since a piece of a string keeps the whole alive.
 */
const remembering = (parse: CellParser): CellParser => {
  const seen = new Map<string, ParsedCell>()
  let misses = 0
  return (cell) => {
    const known = seen.get(cell)
    if (known !== undefined) return known
    const parsed = parse(cell)
    // A column of numbers that never come again is not worth remembering.
    if (cell.length > LONGEST_REMEMBERED || misses > MOST_REMEMBERED * 8) return parsed
    misses += 1
    if (seen.size >= MOST_REMEMBERED) seen.clear()
    const kept = Buffer.from(cell).toString()
    seen.set(kept, parsed.ok && parsed.text === cell ? { ok: true, text: kept } : parsed)
    return parsed
  }
}

/** The row by column names: one object that looks at one row after the other, good until the next one. */
const makeView = (names: readonly string[]): ((cells: readonly (string | null)[]) => StagedRow) => {
  let shown: readonly (string | null)[] = []
  const view = {}
  for (const [at, name] of names.entries()) Object.defineProperty(view, name, { enumerable: true, get: () => shown[at] ?? null })
  return (cells) => {
    shown = cells
    return view
  }
}

type Place = { name: string; at: number; parse: ImportKind['columns'][number]['parse']; needed: boolean }

/** Reads rows of a file as rows of a kind: cells parsed in the order of the kind's columns, every fault named. `ragged`: short rows are usual (XLSX). */
export function makeRowChecker(kind: ImportKind, mapping: HeaderMapping, ragged: boolean): (row: FileRow) => ReadRow {
  const at = new Map(mapping.map((one) => [one.column, one.at]))
  const places: Place[] = kind.columns.map(({ name, parse, required }) => ({
    name,
    at: at.get(name) ?? -1,
    parse: remembering(parse),
    needed: required !== 'none',
  }))
  const width = Math.max(...places.map((place) => place.at)) + 1
  const readCell = (place: Place, cell: string | null | undefined, faults: RowFault[]): string | null => {
    if (cell === null) {
      faults.push({ column: place.name, code: 'formula', value: null })
      return null
    }
    const parsed = cell === undefined ? undefined : place.parse(cell)
    if (parsed?.ok === false) {
      faults.push({ column: place.name, code: parsed.code, value: cell ?? null })
      return null
    }
    if (place.needed && (parsed?.text ?? null) === null) faults.push({ column: place.name, code: 'missing', value: null })
    return parsed?.text ?? null
  }
  const viewOf = makeView(places.map(({ name }) => name))
  return ({ rowNo, cells }) => {
    const faults: RowFault[] = []
    if (!ragged && cells.length < width) faults.push({ column: null, code: 'row-too-short', value: String(cells.length) })
    const read = places.map((place) => (place.at >= cells.length && faults.length > 0 ? null : readCell(place, cells[place.at], faults)))
    if (faults.length === 0 && kind.checkRow !== undefined) faults.push(...kind.checkRow(viewOf(read)))
    return { rowNo, cells: read, faults: faults.length > MOST_FAULTS ? faults.slice(0, MOST_FAULTS) : faults }
  }
}

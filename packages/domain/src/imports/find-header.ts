import { foldText } from '../text/index.ts'

/** A column as headings are compared with it. */
export type HeaderColumn = { readonly name: string; readonly headers: readonly string[]; readonly required: 'file' | 'row' | 'none' }
/** Where each column stands (`at`, from 0) and under which heading. */
export type HeaderMapping = readonly { readonly column: string; readonly at: number; readonly heading: string }[]
/** `firstDataRow`: index of the row after the heading and after a `(1)(2)(3)…` row. */
export type FoundHeader = {
  readonly mapping: HeaderMapping
  /** Index of the heading, of a merged one the lower row. */
  readonly headingRow: number
  readonly firstDataRow: number
  readonly missing: readonly string[]
}

/** Rows in which a heading is looked for: official forms begin with titles. */
export const HEADER_ROWS = 30

/** How headings are compared: folded, letters and digits only. "Họ và tên (*)" → "hovaten". */
export const foldHeading = (heading: string): string => foldText(heading).replaceAll(/[^a-z0-9]/gu, '')

/** What stands in brackets explains a heading and is not part of it: "Ngày sinh (dd/mm/yyyy)". */
const withoutBrackets = (heading: string): string => heading.replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, ' ')

type Index = ReadonlyMap<string, string>
const indexOf = (columns: readonly HeaderColumn[]): Index =>
  new Map(columns.toReversed().flatMap(({ name, headers }) => headers.map((heading) => [foldHeading(heading), name] as const)))

const recognise = (index: Index, heading: string): string | undefined =>
  index.get(foldHeading(heading)) ?? index.get(foldHeading(withoutBrackets(heading)))

/** Headings of a column, the likeliest first: its own, and under a merged heading both together. */
const mapRow = (index: Index, candidates: readonly (readonly string[])[]): HeaderMapping => {
  const found = new Map<string, { column: string; at: number; heading: string }>()
  for (const [at, headings] of candidates.entries()) {
    for (const heading of headings) {
      const column = heading === '' ? undefined : recognise(index, heading)
      if (column === undefined || found.has(column)) continue
      found.set(column, { column, at, heading })
      break
    }
  }
  return [...found.values()]
}

/** A merged heading stands in its first cell only. */
const fillForward = (cells: readonly string[]): string[] => {
  let last = ''
  return cells.map((cell) => (last = cell.trim() === '' ? last : cell.trim()))
}

const single = (row: readonly string[]): string[][] => row.map((cell) => [cell.trim()])
const merged = (above: readonly string[], below: readonly string[]): string[][] => {
  const width = Math.max(above.length, below.length)
  const filled = fillForward([...above, ...Array.from({ length: width - above.length }, () => '')])
  return filled.map((top, at) => {
    const bottom = (below[at] ?? '').trim()
    return bottom === '' ? [(above[at] ?? '').trim()] : [`${top} ${bottom}`, bottom, (above[at] ?? '').trim()]
  })
}

/** `(1) (2) (3)`, `1 2 3`, `A B C`: official forms number their columns. */
const isNumbering = (row: readonly string[]): boolean => {
  const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return cells.length >= 2 && cells.every((cell) => /^[([]?(?:\d{1,3}|[A-Za-z])[a-z]?[)\]]?(?:\s*=.*)?$/u.test(cell))
}

/**
 * Finds the heading among the first rows of a file: the row (or the pair of rows of a merged heading) that names most columns. Titles above,
 * an order of its own, more columns than known and a numbering row below do not disturb. null when no row names any column.
 */
export const findHeader = (rows: readonly (readonly string[])[], columns: readonly HeaderColumn[]): FoundHeader | null => {
  const index = indexOf(columns)
  let best: { mapping: HeaderMapping; next: number } | null = null
  for (const [at, row] of rows.slice(0, HEADER_ROWS).entries()) {
    const below = rows[at + 1]
    const alone = { mapping: mapRow(index, single(row)), next: at + 1 }
    const pair = below === undefined || isNumbering(below) ? alone : { mapping: mapRow(index, merged(row, below)), next: at + 2 }
    for (const candidate of [alone, pair]) if (candidate.mapping.length > (best?.mapping.length ?? 0)) best = candidate
  }
  if (best === null) return null
  const { mapping, next } = best
  const named = new Set(mapping.map(({ column }) => column))
  const missing = columns.filter(({ name, required }) => required === 'file' && !named.has(name)).map(({ name }) => name)
  return { mapping, headingRow: next - 1, firstDataRow: isNumbering(rows[next] ?? []) ? next + 1 : next, missing }
}

import type { RowFault } from '../platform/import-kind.ts'

const NULL = String.raw`\N`
/** Needs no quotes inside `{…}` and no escapes in COPY. */
const BARE = /^[\w./:+-]+$/u
/** Characters that COPY's text format takes for its own. */
const escapeCopy = (text: string): string =>
  /[\\\t\n\r]/u.test(text) ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r') : text

const element = (cell: string | null): string => {
  if (cell === null) return 'NULL'
  if (BARE.test(cell) && cell !== 'NULL' && cell !== 'null') return cell
  const quoted = /["\\]/u.test(cell) ? cell.replaceAll('\\', '\\\\').replaceAll('"', '\\"') : cell
  return `"${escapeCopy(quoted)}"`
}

/** A `text[]` literal as a field of COPY's text format. */
export const arrayField = (cells: readonly (string | null)[]): string => {
  let field = '{'
  for (let at = 0; at < cells.length; at += 1) field += (at === 0 ? '' : ',') + element(cells[at] ?? null)
  return `${field}}`
}

/** `field`: the cells as `arrayField` writes them. */
export const rowLine = (batchId: string, rowNo: number, field: string, faulty: boolean): string =>
  `${batchId}\t${rowNo}\t${faulty ? 'rejected\tt' : `${NULL}\tf`}\t${field}\n`

/** Kept of a faulty value: enough to find it in the file. */
const VALUE_MAX = 200
const field = (text: string | null): string => (text === null ? NULL : escapeCopy(text.replaceAll('\0', '\uFFFD').slice(0, VALUE_MAX)))

export const faultLine = (batchId: string, rowNo: number, { column, code, value }: RowFault): string =>
  `${batchId}\t${rowNo}\t${field(column)}\t${code}\t${field(value)}\tf\n`

import { foldHeading } from '../imports/index.ts'

/** A heading and the column that a person says it means; null: it is not read. */
export type ChosenHeading = { readonly heading: string; readonly column: string | null }

/**
 * Columns whose headings are the chosen ones too, and no longer stand where another was chosen: with them the usual search for the heading
 * finds what the person meant, in whatever order the next file has its columns.
 */
export const withChosenHeadings = <C extends { readonly name: string; readonly headers: readonly [string, ...string[]] }>(
  columns: readonly C[],
  chosen: readonly ChosenHeading[],
): readonly C[] => {
  if (chosen.length === 0) return columns
  const meant = new Map(chosen.map(({ heading, column }) => [foldHeading(heading), column]))
  return columns.map((column) => {
    const own = chosen.filter((one) => one.column === column.name).map(({ heading }) => heading)
    const usual = column.headers.filter((heading) => {
      const choice = meant.get(foldHeading(heading))
      return choice === undefined || choice === column.name
    })
    // A column of which every heading was taken keeps its name for sentences about it, in words that no file has for a heading.
    const [first = `${column.headers[0]} (không có trong tệp)`, ...rest] = [...own, ...usual]
    return { ...column, headers: [first, ...rest] }
  })
}

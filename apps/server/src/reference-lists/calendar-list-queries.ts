import { stagedRows } from '../platform/staged-rows.ts'
import type { DatedList } from './dated-list-queries.ts'

/** A day holds on itself. `kind` comes as our word, with `/provisional` while the yearly announcement is awaited. */
export const calendarList = (columns: DatedList['columns']): DatedList => ({
  table: 'calendar_days',
  columns,
  identity: ['day_on'],
  values: [{ column: 'kind' }, { column: 'name' }, { column: 'provisional' }],
  rows: (sql, batch) => sql`
    SELECT row_no, row_group, "on" AS day_on, split_part(kind, '/', 1) AS kind, name, kind LIKE '%/provisional' AS provisional, "on" AS valid_from, "on" AS valid_to
    FROM ${stagedRows(sql, { columns }, batch)} r`,
  assumedFrom: (sql) => sql`i.day_on`,
  needs: {},
  unknown: [],
})

import type postgres from 'postgres'

import {
  type Line,
  listExtensions,
  listFunctions,
  listIndexes,
  listPolicies,
  listRoleSettings,
  listSequences,
  listTables,
  listTriggers,
  listTypes,
  listViews,
} from './catalogue-queries.ts'

const HEAD = `-- The schema that the migrations make, read back from the catalogue: same text on PostgreSQL 15 and 18.
-- Written by npm run dump-schema, compared by npm test. Not run by anything.
`

const SECTIONS: [string, (sql: postgres.Sql) => Promise<Line[]>][] = [
  ['Extensions', listExtensions],
  ['Types', listTypes],
  ['Functions', listFunctions],
  ['Sequences', listSequences],
  ['Tables', listTables],
  ['Indexes', listIndexes],
  ['Views', listViews],
  ['Triggers', listTriggers],
  ['Policies', listPolicies],
  ['Settings of the role', listRoleSettings],
]

/** The schema of the connected database as one text. */
export async function dumpCatalogue(sql: postgres.Sql): Promise<string> {
  const parts = [HEAD]
  for (const [title, read] of SECTIONS) {
    const lines = (await read(sql)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
    if (lines.length > 0) parts.push(`-- ${title}\n`, ...lines.map(({ line }) => (line.includes('\n') ? `${line}\n` : line)))
  }
  return `${parts
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

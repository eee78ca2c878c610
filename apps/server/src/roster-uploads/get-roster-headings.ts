import { getRosterHeadingsRoute } from '@an-sinh/contract'
import { readFileHead } from '../imports/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { getOwnBatch } from '../roster-previews/index.ts'
import { rosterImport } from '../rosters/index.ts'

const EXAMPLES = 3

/** The file's headings with what each was taken for; of a file without a known heading, its widest early row. */
export function getRosterHeadings(server: Server, platform: Platform): void {
  addRoute(server, getRosterHeadingsRoute, async ({ params: { importId }, request }) => {
    const batch = await getOwnBatch(platform.sql, request, importId)
    if (batch.fileKeyEncrypted === null) throw new Refusal('import-file-erased')
    const { headings, mapping, rows } = await readFileHead(platform, rosterImport, batch)
    const columnAt = new Map(mapping.map(({ at, column }) => [at, column]))
    return {
      headings: headings
        .map((heading, at) => ({
          heading: heading.trim().slice(0, 200),
          column: columnAt.get(at) ?? null,
          values: rows.slice(0, EXAMPLES).map((cells) => cells[at] ?? ''),
        }))
        .filter(({ heading }) => heading !== ''),
    }
  })
}

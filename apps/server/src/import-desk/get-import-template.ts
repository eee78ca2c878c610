import { getImportTemplateRoute } from '@an-sinh/contract'
import { csvCell, writeTemplateXlsx } from '../import-files/index.ts'
import type { ImportKinds } from '../imports/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { requireFound } from '../platform/refusal.ts'

/** An empty file with a kind's headings. */
export function getImportTemplate(server: Server, kinds: ImportKinds): void {
  addRoute(server, getImportTemplateRoute, async ({ params: { kind: name, format }, reply }) => {
    const kind = requireFound(
      kinds.find((one) => one.name === name),
      'import-kind-unknown',
    )
    const headings = kind.columns.map(({ headers }) => headers[0])
    const line = `\uFEFF${headings.map((heading) => csvCell(heading, ',')).join(',')}\r\n`
    const bytes = format === 'csv' ? Buffer.from(line) : await writeTemplateXlsx(headings)
    return reply.type('application/octet-stream').header('content-disposition', `attachment; filename="${kind.name}.${format}"`).send(bytes)
  })
}

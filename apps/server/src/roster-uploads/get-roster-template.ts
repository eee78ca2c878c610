import { getRosterTemplateRoute } from '@an-sinh/contract'
import { ROSTER_TEMPLATE_COLUMNS } from '@an-sinh/domain'
import { csvCell, writeTemplateXlsx } from '../import-files/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'

const NOTES = [
  ['Cột', 'Cách ghi', 'How to fill it in'],
  ...ROSTER_TEMPLATE_COLUMNS.map(({ headers, note }) => [headers[0], note.vi, note.en]),
]

/** An empty list to fill in; in XLSX with a sheet of notes. */
export function getRosterTemplate(server: Server): void {
  addRoute(server, getRosterTemplateRoute, async ({ params: { format }, reply }) => {
    const headings = ROSTER_TEMPLATE_COLUMNS.map(({ headers }) => headers[0])
    const line = `\uFEFF${headings.map((heading) => csvCell(heading, ',')).join(',')}\r\n`
    const bytes = format === 'csv' ? Buffer.from(line) : await writeTemplateXlsx(headings, NOTES)
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename="mau-danh-sach.${format}"`)
      .send(bytes)
  })
}

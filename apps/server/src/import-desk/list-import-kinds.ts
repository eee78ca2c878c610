import { listImportKindsRoute } from '@an-sinh/contract'
import type { ImportKinds } from '../imports/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'

/** What can be imported. */
export function listImportKinds(server: Server, kinds: ImportKinds): void {
  addRoute(server, listImportKindsRoute, async () => ({
    kinds: kinds.map(({ name, title, formats, columns }) => ({
      name,
      title,
      formats: [...formats],
      columns: columns.map((column) => ({ name: column.name, title: column.title, heading: column.headers[0], required: column.required })),
    })),
  }))
}

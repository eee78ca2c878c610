import { getImportErrorFileRoute } from '@an-sinh/contract'
import { type ImportKinds, makeErrorFile } from '../imports/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { readAudited } from './to-import-answer.ts'

/** The file back, with what is wrong in a column of its own. */
export function getImportErrorFile(server: Server, platform: Platform, kinds: ImportKinds): void {
  addRoute(server, getImportErrorFileRoute, async ({ params: { importId }, request, reply }) => {
    const batch = await readAudited(platform, request, { importId, part: 'error-file' }, async (_transaction, found) => found)
    const kind = requireFound(
      kinds.find(({ name }) => name === batch.kind),
      'not-found',
    )
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename="loi-${importId}.${batch.fileFormat}"`)
      .send(makeErrorFile(platform, kind, batch))
  })
}

import { listImportExamplesRoute } from '@an-sinh/contract'
import { hasStaged, listExamples } from '../imports/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readAudited } from './to-import-answer.ts'

const MOST = 20

/** The first rows of a group, for the preview. */
export function listImportExamples(server: Server, platform: Platform): void {
  addRoute(server, listImportExamplesRoute, ({ params: { importId, group }, request }) =>
    readAudited(platform, request, { importId, part: 'examples' }, async (transaction) => ({
      kept: await hasStaged(transaction, importId),
      rows: await listExamples(transaction, importId, group, MOST),
    })),
  )
}

import { addRosterLineRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { addLine } from './roster-line-queries.ts'
import { readTyped, writeRosterLine } from './write-roster-line.ts'

/** One person by hand; the register is not asked, so the answer tells nothing of it (docs/decisions/0035). */
export function addRosterLine(server: Server, platform: Platform): void {
  addRoute(server, addRosterLineRoute, ({ body, request }) =>
    writeRosterLine(platform, request, 'roster-line-added', async (transaction, by) => {
      const { line, kind } = await readTyped(transaction, by.employerId, body)
      return addLine(transaction, { ...by, kind }, line)
    }),
  )
}

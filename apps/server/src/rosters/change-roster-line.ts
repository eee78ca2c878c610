import { changeRosterLineRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { changeLine } from './roster-line-queries.ts'
import { readTyped, writeRosterLine } from './write-roster-line.ts'

export function changeRosterLine(server: Server, platform: Platform): void {
  addRoute(server, changeRosterLineRoute, ({ params: { lineId }, body, request }) =>
    writeRosterLine(platform, request, 'roster-line-changed', async (transaction, by) => {
      const { line } = await readTyped(transaction, by.employerId, body)
      return changeLine(transaction, { ...by, entryId: lineId }, line)
    }),
  )
}

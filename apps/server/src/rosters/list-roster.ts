import { listRosterRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { countLines, findRosterSubject, listLines } from './roster-line-queries.ts'
import { toRosterLine } from './write-roster-line.ts'

const PAGE = 50

/** The employer's own people, a page at a time. */
export function listRoster(server: Server, platform: Platform): void {
  addRoute(server, listRosterRoute, async ({ query: { q = '', department = null, after = null }, request }) => {
    const { employerId } = requireActor(request, 'employer')
    return inEmployerTransaction(platform, async (transaction) => {
      const { now } = await findRosterSubject(transaction, employerId)
      const departments = await countLines(transaction, employerId)
      const found = await listLines(transaction, employerId, { q: q.trim(), department, after, limit: PAGE + 1 })
      const lines = found.slice(0, PAGE)
      return {
        asOf: now.toISOString(),
        total: departments.reduce((sum, { people }) => sum + people, 0),
        departments,
        lines: lines.map(toRosterLine),
        next: found.length > PAGE ? (lines.at(-1)?.cursor ?? null) : null,
      }
    })
  })
}

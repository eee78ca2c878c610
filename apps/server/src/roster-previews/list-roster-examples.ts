import { listRosterExamplesRoute } from '@an-sinh/contract'
import { ROSTER_COLUMNS } from '@an-sinh/domain'
import { hasStaged } from '../imports/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listGroupRows } from '../rosters/index.ts'
import { getOwnBatch, isUnconfirmed } from './roster-answer.ts'

const MOST = 20
/** Rows that wait for a yes are shown to be ticked. */
const MOST_TICKED = 200

/** The first rows of a group: cells of the employer's own file, nothing of the register. */
export function listRosterExamples(server: Server, platform: Platform): void {
  addRoute(server, listRosterExamplesRoute, async ({ params: { importId, group }, request }) => {
    const batch = await getOwnBatch(platform.sql, request, importId)
    const told = !isUnconfirmed(batch)
    return {
      kept: told && (await hasStaged(platform.sql, importId)),
      columns: ROSTER_COLUMNS.map(({ name }) => name),
      rows: told ? await listGroupRows(platform.sql, importId, group, group === 'elsewhere' ? MOST_TICKED : MOST) : [],
    }
  })
}

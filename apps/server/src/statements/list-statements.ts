import { listStatementsRoute } from '@an-sinh/contract'
import { listStatementYears } from '@an-sinh/domain'
import { readKnownHistory } from '../contributions/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listStatementRows } from './statement-queries.ts'
import { toStatementAnswer } from './to-statement-answer.ts'

export function listStatements(server: Server, platform: Platform): void {
  addRoute(server, listStatementsRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const { sql } = platform
    const [rows, { spells, throughMonth }] = await Promise.all([
      listStatementRows(sql, personId),
      readKnownHistory(sql, personId, undefined),
    ])
    return { statements: rows.map((row) => toStatementAnswer(platform, row)), years: listStatementYears(spells, throughMonth) }
  })
}

import { copyRosterRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { findCopyHead, listRosterLines, type RosterLineRow } from './register-copy-queries.ts'
import { writeRosterCsv, writeRosterXlsx } from './write-roster.ts'

const MEDIA = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const
const PAGE = 1000

/** A page at a time, each with an employer's rights: 30,000 people never stand in memory together. */
async function* readPages(platform: Platform, employerId: number): AsyncGenerator<RosterLineRow[]> {
  let after: string | null = null
  for (;;) {
    const from: string | null = after
    const page: RosterLineRow[] = await inEmployerTransaction(platform, (transaction) =>
      listRosterLines(transaction, employerId, { after: from, limit: PAGE }),
    )
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    after = page.at(-1)?.entryId ?? null
  }
}

export function copyRoster(server: Server, platform: Platform): void {
  addRoute(server, copyRosterRoute, async ({ params: { format }, request, reply }) => {
    const actor = requireActor(request, 'employer')
    const head = await inEmployerTransaction(platform, async (transaction) => {
      await recordAudit(transaction, { actor, action: 'employer-roster-copied', requestId: request.id, details: { format } })
      return findCopyHead(transaction, actor.employerId)
    })
    const copy = { ...head, lines: readPages(platform, actor.employerId) }
    return reply
      .type(MEDIA[format])
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="danh-sach-${head.code.toLowerCase()}-${head.todayOn}.${format}"`)
      .send(format === 'csv' ? writeRosterCsv(copy) : writeRosterXlsx(copy))
  })
}

import { type Campaign, listCampaignsRoute, listCampaignVersionsRoute } from '@an-sinh/contract'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { findStandingOffice, listOfficesOfDesk, listOfficesOn } from '../reference/index.ts'
import { readToday } from '../registrations/index.ts'
import { listOfficesInView } from '../staff/index.ts'
import { type CampaignRow, listCampaigns as listRows, listVersions } from './campaign-queries.ts'

/** The offices whose campaigns concern somebody: those in view, and the province's above. */
const listConcerning = async (sql: Queryable, actor: StaffActor): Promise<number[]> => {
  const office = await findStandingOffice(sql, actor.officeId)
  const siblings = office === null ? [] : await listOfficesOn(sql, office.provinceCode, await readToday(sql))
  const above = siblings.filter(({ officeLevel }) => officeLevel === 'province').map(({ officeId }) => officeId)
  return [...new Set([...(await listOfficesInView(sql, actor)), ...above])]
}

/** `own`: every number the reader's desk has had. */
export const toCampaign = ({ changedAt, ...row }: CampaignRow, own: readonly number[]): Campaign => ({
  ...row,
  targets: { ...row.targets },
  mine: own.includes(row.officeId),
  changedAt: changedAt.toISOString(),
})

export function listCampaigns(server: Server, platform: Platform): void {
  addRoute(server, listCampaignsRoute, async ({ request }) => {
    const actor = requireActor(request, 'staff')
    const own = await listOfficesOfDesk(platform.sql, actor.officeId)
    const rows = await listRows(platform.sql, await listConcerning(platform.sql, actor))
    return { todayOn: await readToday(platform.sql), campaigns: rows.map((row) => toCampaign(row, own)) }
  })
  addRoute(server, listCampaignVersionsRoute, async ({ params, request }) => {
    const actor = requireActor(request, 'staff')
    const [rows, concerning] = [await listVersions(platform.sql, params.campaignId), await listConcerning(platform.sql, actor)]
    if (!rows.some(({ officeId }) => concerning.includes(officeId))) throw new Refusal('not-found')
    const own = await listOfficesOfDesk(platform.sql, actor.officeId)
    return { versions: rows.map((row) => toCampaign(row, own)) }
  })
}

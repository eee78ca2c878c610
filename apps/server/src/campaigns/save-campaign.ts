import { saveCampaignRoute, setEmployerTargetRoute } from '@an-sinh/contract'
import { checkCampaign } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listOfficesOfDesk } from '../reference/index.ts'
import { listOfficesInView } from '../staff/index.ts'
import { findEmployerOffice, insertEmployerTarget, insertVersion, listVersions } from './campaign-queries.ts'
import { toCampaign } from './list-campaigns.ts'

export function saveCampaign(server: Server, platform: Platform): void {
  addRoute(server, saveCampaignRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const own = await listOfficesOfDesk(platform.sql, actor.officeId)
    const problem = checkCampaign(body)
    if (problem !== null) throw new Refusal(problem)
    const rows = await inTransaction(platform, async (transaction) => {
      const [before] = await listVersions(transaction, body.campaignId)
      if (before !== undefined && !own.includes(before.officeId)) throw new Refusal('campaign-elsewhere')
      if (body.version !== (before?.version ?? 0) + 1) throw new Refusal('campaign-changed')
      const made = await insertVersion(transaction, { ...body, officeId: before?.officeId ?? own[0], staffId: actor.staffId })
      if (!made) throw new Refusal('campaign-changed')
      await recordAudit(transaction, {
        actor,
        action: 'campaign-saved',
        requestId: request.id,
        details: { campaignId: body.campaignId, version: body.version },
      })
      return listVersions(transaction, body.campaignId)
    })
    return toCampaign(requireFound(rows[0], 'not-found'), own)
  })
  addRoute(server, setEmployerTargetRoute, async ({ params, body, request }) => {
    const actor = requireActor(request, 'staff')
    await inTransaction(platform, async (transaction) => {
      const officeId = requireFound(await findEmployerOffice(transaction, body.employerId), 'not-found')
      requireFound((await listVersions(transaction, params.campaignId))[0], 'not-found')
      if (!(await listOfficesInView(transaction, actor)).includes(officeId)) throw new Refusal('campaign-elsewhere')
      if (!(await insertEmployerTarget(transaction, { ...params, ...body, staffId: actor.staffId }))) throw new Refusal('campaign-changed')
      await recordAudit(transaction, {
        actor,
        action: 'campaign-saved',
        requestId: request.id,
        details: { ...params, employerId: body.employerId },
      })
    })
    return undefined
  })
}

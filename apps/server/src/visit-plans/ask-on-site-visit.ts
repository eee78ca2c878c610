import { randomUUID } from 'node:crypto'
import { askOnSiteVisitRoute, settleOnSiteVisitRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { requireVisitDay } from './office-days.ts'
import { holdOnSite, insertOnSite, listOnSite, setOnSiteState } from './on-site-queries.ts'
import { requireOffice, showEmployerVisits } from './show-visits.ts'
import { holdEmployer } from './visit-plan-queries.ts'

const OPEN: readonly string[] = ['asked', 'another-day', 'accepted']

export function askOnSiteVisit(server: Server, platform: Platform): void {
  addRoute(server, askOnSiteVisitRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'employer')
    const { employerId, officeId, officerId } = actor
    const place = body.place.trim()
    if (place === '') throw new Refusal('place-missing')
    const office = await requireOffice(platform.sql, officeId)
    await requireVisitDay(platform.sql, office, body.wantedOn)
    await inEmployerTransaction(platform, async (transaction) => {
      await holdEmployer(transaction, employerId)
      if ((await listOnSite(transaction, employerId)).some(({ state }) => OPEN.includes(state))) throw new Refusal('visit-open-already')
      const visitId = randomUUID()
      const { wantedOn, people, note } = body
      await insertOnSite(transaction, {
        visitId,
        employerId,
        officeId: office.officeId,
        officerId,
        wantedOn,
        people,
        place,
        note: note.trim(),
      })
      await recordAudit(transaction, { actor, action: 'employer-visit-asked', requestId: request.id, details: { visitId, employerId } })
    })
    return showEmployerVisits(platform, actor)
  })
}

export function settleOnSiteVisit(server: Server, platform: Platform): void {
  addRoute(server, settleOnSiteVisitRoute, async ({ params: { visitId }, body: { settles }, request }) => {
    const actor = requireActor(request, 'employer')
    await inEmployerTransaction(platform, async (transaction) => {
      const visit = await holdOnSite(transaction, visitId)
      if (visit?.employerId !== actor.employerId) throw new Refusal('visit-unknown')
      if (settles === 'accept' ? visit.state !== 'another-day' : !OPEN.includes(visit.state)) throw new Refusal('move-not-allowed')
      await setOnSiteState(transaction, visitId, settles === 'accept' ? 'accepted' : 'withdrawn')
    })
    return showEmployerVisits(platform, actor)
  })
}

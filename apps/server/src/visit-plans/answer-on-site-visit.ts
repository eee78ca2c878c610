import { answerOnSiteVisitRoute, getOfficeVisitsRoute, setOfficeCapacityRoute } from '@an-sinh/contract'
import { isCivilDate } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { isOneDesk } from '../decisions/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { requireVisitDay } from './office-days.ts'
import { answerOnSite, holdOnSite, type OnSiteRow } from './on-site-queries.ts'
import { requireOffice, showOfficeVisits } from './show-visits.ts'
import { readNow, setCapacity } from './visit-plan-queries.ts'

type Answer = 'accept' | 'offer' | 'decline' | 'done'
const FROM: Record<Answer, readonly OnSiteRow['state'][]> = {
  accept: ['asked'],
  offer: ['asked', 'another-day', 'accepted'],
  decline: ['asked', 'another-day', 'accepted'],
  done: ['accepted'],
}
const TO: Record<Answer, OnSiteRow['state']> = { accept: 'accepted', offer: 'another-day', decline: 'declined', done: 'done' }

export function getOfficeVisits(server: Server, platform: Platform): void {
  addRoute(server, getOfficeVisitsRoute, async ({ request }) => showOfficeVisits(platform.sql, requireActor(request, 'staff')))
}

export function answerOnSiteVisit(server: Server, platform: Platform): void {
  addRoute(server, answerOnSiteVisitRoute, async ({ params: { visitId }, body: { answers, on, words }, request }) => {
    const actor = requireActor(request, 'staff')
    await inTransaction(platform, async (transaction) => {
      const visit = await holdOnSite(transaction, visitId)
      if (visit === null || !(await isOneDesk(transaction, visit.officeId, actor.officeId))) throw new Refusal('visit-unknown')
      if (!FROM[answers].includes(visit.state)) throw new Refusal('move-not-allowed')
      const setOn = answers === 'accept' ? visit.wantedOn : answers === 'offer' ? on : null
      if (answers === 'offer' && setOn === null) throw new Refusal('visit-date-wrong')
      if (setOn !== null) await requireVisitDay(transaction, await requireOffice(transaction, visit.officeId), setOn)
      await answerOnSite(transaction, visitId, { state: TO[answers], setOn, words: words.trim(), staffId: actor.staffId })
      await recordAudit(transaction, { actor, action: 'staff-visit-answered', requestId: request.id, details: { visitId, answers } })
    })
    return showOfficeVisits(platform.sql, actor)
  })
}

export function setOfficeCapacity(server: Server, platform: Platform): void {
  addRoute(server, setOfficeCapacityRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const { officeId } = await requireOffice(platform.sql, actor.officeId)
    await inTransaction(platform, async (transaction) => {
      if (!isCivilDate(body.validFrom) || body.validFrom < (await readNow(transaction)).today) throw new Refusal('visit-date-wrong')
      await setCapacity(transaction, { ...body, validTo: null, officeId, staffId: actor.staffId })
      await recordAudit(transaction, { actor, action: 'staff-capacity-set', requestId: request.id, details: { officeId, ...body } })
    })
    return showOfficeVisits(platform.sql, actor)
  })
}

import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { answerOnSiteVisit, getOfficeVisits, setOfficeCapacity } from './answer-on-site-visit.ts'
import { askOnSiteVisit, settleOnSiteVisit } from './ask-on-site-visit.ts'
import { printVisitDay } from './print-visit-day.ts'
import { cancelVisitPlan, getEmployerVisits, keepVisitPlan, proposeVisitPlan } from './propose-visit-plan.ts'

/** Which people of an employer come on which day, or a clerk who comes to them; what an office can take. */
export function registerVisitPlans(server: Server, platform: Platform): void {
  for (const register of [
    getEmployerVisits,
    proposeVisitPlan,
    keepVisitPlan,
    cancelVisitPlan,
    printVisitDay,
    askOnSiteVisit,
    settleOnSiteVisit,
    getOfficeVisits,
    answerOnSiteVisit,
    setOfficeCapacity,
  ])
    register(server, platform)
}

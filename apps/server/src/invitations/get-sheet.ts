import { getSheetFactsRoute, getSheetRoute, type SheetFacts } from '@an-sinh/contract'
import { renderPdf } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { toSheetData } from './sheet-data.ts'
import { loadSheetFacts } from './sheet-facts.ts'

export function getSheetFacts(server: Server, platform: Platform): void {
  addRoute(server, getSheetFactsRoute, async ({ request }) => loadSheetFacts(platform, requireActor(request, 'employer').employerId))
}

const choosePages = ({ departments }: SheetFacts, query: { department?: string; each?: 'department' }): readonly (string | null)[] => {
  if (query.each === 'department') return departments.length === 0 ? [null] : departments
  if (query.department === undefined || query.department === '') return [null]
  if (!departments.includes(query.department)) throw new Refusal('rollout-department-unknown')
  return [query.department]
}

/** To be hung up, or to be handed out. */
export function getSheet(server: Server, platform: Platform): void {
  addRoute(server, getSheetRoute, async ({ params: { kind }, query, request, reply }) => {
    const facts = await loadSheetFacts(platform, requireActor(request, 'employer').employerId)
    const pdf = await renderPdf('employer-sheet', toSheetData(kind, facts, choosePages(facts, query)))
    const name = kind === 'poster' ? 'to-roi' : 'huong-dan'
    return reply.type('application/pdf').header('content-disposition', `inline; filename="${name}.pdf"`).send(pdf)
  })
}

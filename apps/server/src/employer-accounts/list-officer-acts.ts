import { listOfficerActsRoute, listOrganisationActsRoute, type OfficerActs } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { describeAct } from './describe-act.ts'
import { listActs } from './employer-account-queries.ts'
import { requireOrganisation } from './load-organisation.ts'

const PAGE = 50

const readPage = async (
  platform: Platform,
  employerId: number,
  { before, language }: { before: string | undefined; language: string | undefined },
): Promise<OfficerActs> => {
  const rows = await listActs(platform.sql, employerId, { before: before === undefined ? null : Number(before), limit: PAGE + 1 })
  const page = rows.slice(0, PAGE)
  return {
    acts: page.map(({ at, who, action }) => ({ at: at.toISOString(), who, action: describeAct(action, language) })),
    next: rows.length > PAGE ? String(page.at(-1)?.lineId) : null,
  }
}

/** “Ai đã làm gì”: for the employer's administrators, and for the office. */
export function listOfficerActs(server: Server, platform: Platform): void {
  addRoute(server, listOfficerActsRoute, async ({ query, request }) =>
    readPage(platform, requireActor(request, 'employer').employerId, {
      before: query.before,
      language: request.headers['accept-language'],
    }),
  )
  addRoute(server, listOrganisationActsRoute, async ({ params, query, request }) => {
    const { employerId } = await requireOrganisation(platform.sql, requireActor(request, 'staff'), params.employerCode)
    return readPage(platform, employerId, { before: query.before, language: request.headers['accept-language'] })
  })
}

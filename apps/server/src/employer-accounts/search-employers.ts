import { getOrganisationRoute, searchEmployersRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listOfficesOfDesk } from '../reference/index.ts'
import { searchEmployersOf } from './employer-account-queries.ts'
import { loadOrganisation } from './load-organisation.ts'

export function searchEmployers(server: Server, platform: Platform): void {
  addRoute(server, searchEmployersRoute, async ({ query, request }) => {
    const { officeId } = requireActor(request, 'staff')
    const typed = query.q.trim().replaceAll(/[%_\\]/gu, '')
    if (typed === '') return { employers: [] }
    return { employers: [...(await searchEmployersOf(platform.sql, await listOfficesOfDesk(platform.sql, officeId), typed))] }
  })
  addRoute(server, getOrganisationRoute, async ({ params, request }) =>
    loadOrganisation(platform.sql, requireActor(request, 'staff'), params.employerCode),
  )
}

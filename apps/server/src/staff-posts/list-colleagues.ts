import { listColleaguesRoute } from '@an-sinh/contract'
import { listGivenRoles } from '@an-sinh/domain'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listColleagueRows, listOfficeNames } from './staff-post-queries.ts'
import { listReach, toColleagueAnswers } from './to-colleague-answer.ts'

export function listColleagues(server: Server, platform: Platform): void {
  addRoute(server, listColleaguesRoute, async ({ request }) => {
    const actor = requireActor(request, 'staff')
    const reach = await listReach(platform.sql, actor)
    return {
      colleagues: await toColleagueAnswers(platform.sql, actor, await listColleagueRows(platform.sql, reach)),
      gives: [...listGivenRoles(actor.role)],
      offices: await listOfficeNames(platform.sql, reach),
    }
  })
}

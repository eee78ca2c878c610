import { getParticipationRoute } from '@an-sinh/contract'
import { INSURANCE_BRANCHES } from '@an-sinh/domain'

import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { findThroughMonth, listSpells } from './participation-queries.ts'
import { sumBranch } from './sum-branch.ts'

export function getParticipation(server: Server, platform: Platform): void {
  addRoute(server, getParticipationRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const [spells, throughMonth] = await Promise.all([listSpells(platform.sql, personId), findThroughMonth(platform.sql)])
    return { throughMonth, branches: INSURANCE_BRANCHES.map((branch) => sumBranch(branch, spells, throughMonth)) }
  })
}

import { getParticipationRoute } from '@an-sinh/contract'
import { INSURANCE_BRANCHES, isCivilDate } from '@an-sinh/domain'

import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { listHistorySpells } from './history-queries.ts'
import { findThroughMonth } from './participation-queries.ts'
import { sumBranch } from './sum-branch.ts'

export function getParticipation(server: Server, platform: Platform): void {
  addRoute(server, getParticipationRoute, async ({ query, request }) => {
    const { personId } = requireActor(request, 'citizen')
    const knownOn = query.knownOn ?? null
    if (knownOn !== null && !isCivilDate(knownOn)) throw new Refusal('bad-request')
    const [spells, today] = await Promise.all([listHistorySpells(platform.sql, personId, knownOn), findThroughMonth(platform.sql)])
    // Nobody knew on that day of months that had not come yet.
    const throughMonth = knownOn !== null && knownOn.slice(0, 7) < today ? knownOn.slice(0, 7) : today
    return { throughMonth, knownOn, branches: INSURANCE_BRANCHES.map((branch) => sumBranch(branch, spells, throughMonth)) }
  })
}

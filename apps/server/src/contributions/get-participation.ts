import { getParticipationRoute } from '@an-sinh/contract'
import { INSURANCE_BRANCHES } from '@an-sinh/domain'

import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readKnownHistory } from './read-known-history.ts'
import { toBranchAnswer } from './to-branch-answer.ts'

export function getParticipation(server: Server, platform: Platform): void {
  addRoute(server, getParticipationRoute, async ({ query, request }) => {
    const { personId } = requireActor(request, 'citizen')
    const { spells, knownOn, throughMonth } = await readKnownHistory(platform.sql, personId, query.knownOn)
    return { throughMonth, knownOn, branches: INSURANCE_BRANCHES.map((branch) => toBranchAnswer(branch, spells, throughMonth)) }
  })
}

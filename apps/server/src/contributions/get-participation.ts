import { getParticipationRoute } from '@an-sinh/contract'
import { INSURANCE_BRANCHES } from '@an-sinh/domain'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireSubject } from '../representations/index.ts'
import { readKnownHistory } from './read-known-history.ts'
import { toBranchAnswer } from './to-branch-answer.ts'

export function getParticipation(server: Server, platform: Platform): void {
  addRoute(server, getParticipationRoute, async ({ query, request }) => {
    const subject = await requireSubject(platform, request, query.for, 'participation')
    const { spells, knownOn, throughMonth } = await readKnownHistory(platform.sql, subject.personId, query.knownOn)
    const branches = INSURANCE_BRANCHES.filter((branch) => subject.branches === 'all' || branch === 'health')
    return { throughMonth, knownOn, branches: branches.map((branch) => toBranchAnswer(branch, spells, throughMonth)) }
  })
}

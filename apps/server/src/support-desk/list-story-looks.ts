import { listStoryLooksRoute, type StoryReason } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { LIMITS } from '../platform/limits.ts'
import type { Platform } from '../platform/platform.ts'
import { listOfficesInView } from '../staff/index.ts'
import { listLooks, type LookRow } from './story-queries.ts'

const HOUR_MS = 3_600_000

/** Most looks that fell into any sixty minutes. Newest first in. */
const busiestHour = (looks: readonly LookRow[]): number =>
  Math.max(0, ...looks.map(({ at }) => looks.filter((other) => other.at <= at && at.getTime() - other.at.getTime() < HOUR_MS).length))

const sumUp = (looks: readonly LookRow[]) => {
  const staffIds = [...new Set(looks.map(({ staffId }) => staffId))]
  return staffIds
    .map((staffId) => looks.filter((one) => one.staffId === staffId))
    .map((own) => ({
      staffName: own[0]?.staffName ?? '',
      officeName: own[0]?.officeName ?? '',
      looks: own.length,
      onTheLine: own.filter(({ reason }) => reason === 'on-the-line').length,
      busiestHour: busiestHour(own),
    }))
    .toSorted((one, other) => other.looks - one.looks)
}

/** For those who answer for helpers: who looked, why and how often. Whose story it was stands in the record alone. */
export function listStoryLooks(server: Server, platform: Platform): void {
  addRoute(server, listStoryLooksRoute, async ({ request }) => {
    const rows = await listLooks(platform.sql, await listOfficesInView(platform.sql, requireActor(request, 'staff')))
    const [tier] = LIMITS['story-look'].tiers
    return {
      perHourMost: tier.points,
      helpers: sumUp(rows),
      looks: rows.slice(0, 200).map(({ at, staffName, officeName, reason, reference }) => ({
        at: at.toISOString(),
        staffName,
        officeName,
        reason: reason as StoryReason,
        reference,
      })),
    }
  })
}

import { listRolloutPeopleRoute, type RolloutPeople } from '@an-sinh/contract'
import { findDecisionReason } from '@an-sinh/domain'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { countPeople, listPeople, readNow, type RolloutPersonRow } from './rollout-queries.ts'

const PAGE = 50
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u

const toMark = ({ entryId, nameFolded }: RolloutPersonRow): string => `${entryId}${nameFolded}`
const parseMark = (mark: string | undefined): { nameFolded: string; entryId: string } | null => {
  const entryId = mark?.slice(0, 36) ?? ''
  return mark === undefined || !UUID.test(entryId) ? null : { entryId, nameFolded: mark.slice(36) }
}

const toPerson = ({ since, reasons, ...person }: RolloutPersonRow): RolloutPeople['people'][number] => ({
  ...person,
  since: since.toISOString(),
  missing: reasons.flatMap((code) => {
    const reason = findDecisionReason(code)
    return reason === null ? [] : [{ vi: reason.citizenVi, en: reason.citizenEn }]
  }),
})

/** Names with their state, by page. What has to be added is there only when the person shares it. */
export function listRolloutPeople(server: Server, platform: Platform): void {
  addRoute(server, listRolloutPeopleRoute, async ({ query, request }) => {
    const { employerId } = requireActor(request, 'employer')
    const filter = { department: query.department ?? null, state: query.state ?? null, search: (query.search ?? '').trim() }
    return inEmployerTransaction(platform, async (transaction) => {
      const found = await listPeople(transaction, employerId, filter, parseMark(query.after), PAGE + 1)
      const shown = found.slice(0, PAGE)
      const last = shown.at(-1)
      return {
        asOf: (await readNow(transaction)).now.toISOString(),
        total: await countPeople(transaction, employerId, filter),
        people: shown.map(toPerson),
        next: found.length > PAGE && last !== undefined ? toMark(last) : null,
      }
    })
  })
}

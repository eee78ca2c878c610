import { listDataRequestsRoute } from '@an-sinh/contract'
import { DATA_REQUEST_KINDS, DATA_REQUEST_SENTENCES, findDataRequestRule } from '@an-sinh/domain'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listDataRequestRows, readToday } from './data-request-queries.ts'
import { toDataRequestAnswer } from './to-data-request-answer.ts'

export function listDataRequests(server: Server, platform: Platform): void {
  addRoute(server, listDataRequestsRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const rule = findDataRequestRule(await readToday(platform.sql))
    return {
      requests: (await listDataRequestRows(platform.sql, personId)).map(toDataRequestAnswer),
      kinds: DATA_REQUEST_KINDS.map((kind) => ({ kind, sentence: DATA_REQUEST_SENTENCES[kind], days: rule.days[kind] })),
      answerWorkingDays: rule.answerWorkingDays,
      source: rule.source,
      isChecked: rule.standing === 'checked',
    }
  })
}

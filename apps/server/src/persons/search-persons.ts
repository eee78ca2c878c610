import { searchPersonsRoute } from '@an-sinh/contract'
import { foldText, normaliseText } from '@an-sinh/domain'

import { auditEach } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Fragment, Queryable } from '../platform/sql.ts'
import { listAlikeBornOn, listedByIds, listedByName, readPersons } from './person-search-queries.ts'

/** More help no clerk, and every one is a line in somebody's list of accesses. */
const MOST = 10
const LEAST_LETTERS = 3

type Search = { fullName: string; bornOn: string | null; match: 'whole' | 'beginning' | 'similar' }
/** Who is meant, at most one more than is shown. `cut`: there may be others all the same. */
type Listed = { listed: Fragment; cut: boolean }

/** Without an index for likeness: the names of one birthday are compared one by one, as the counter compares them. */
async function listSimilar(sql: Queryable, { fullName, bornOn }: Search): Promise<Listed> {
  if (bornOn?.length !== 10) throw new Refusal('birthday-needed')
  const { personIds, cut } = await listAlikeBornOn(sql, fullName, bornOn)
  return { listed: listedByIds(sql, personIds.slice(0, MOST + 1)), cut }
}

function listByName(sql: Queryable, { fullName, bornOn, match }: Search): Listed {
  const folded = foldText(fullName)
  if (folded.length < LEAST_LETTERS) throw new Refusal('name-too-short')
  return { listed: listedByName(sql, { folded, bornOn, beginning: match === 'beginning' }, MOST + 1), cut: false }
}

export function searchPersons(server: Server, platform: Platform): void {
  addRoute(server, searchPersonsRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    await platform.limits.consume('person-search', String(actor.staffId))
    const { listed, cut } = body.match === 'similar' ? await listSimilar(platform.sql, body) : listByName(platform.sql, body)
    const line = { actor, action: 'person-found', reasonCode: body.reason, requestId: request.id }
    const found = await readPersons(platform.sql, listed, {
      typed: normaliseText(body.fullName),
      most: MOST,
      audit: (persons) => auditEach(platform.sql, line, persons),
    })
    return { persons: found.slice(0, MOST), more: cut || found.length > MOST }
  })
}

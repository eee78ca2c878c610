import { listRepresentationsRoute } from '@an-sinh/contract'
import { DEPENDANT_RELATION_WORDS, holdsOn } from '@an-sinh/domain'
import { getPerson } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { findRepresentation, listReaders, listRepresentations, type RepresentationRow } from './representation-queries.ts'

const stateOf = (row: RepresentationRow): 'standing' | 'over' | 'ended' =>
  row.isEnded ? 'ended' : holdsOn(row, row.today) ? 'standing' : 'over'

const toAnswer = (row: RepresentationRow) => ({
  representationId: row.representationId,
  kind: row.kind,
  relation: row.relation === null ? null : DEPENDANT_RELATION_WORDS[row.relation],
  areas: [...row.areas],
  fromOn: row.fromOn,
  lastOn: row.lastOn,
  state: stateOf(row),
})

const standingFirst = <One extends { state: string }>(list: readonly One[]): One[] =>
  list.toSorted((one, other) => Number(one.state !== 'standing') - Number(other.state !== 'standing'))

/** Each name is read where its person's rows are: a handful of small reads, one shard each. */
export function listOwnRepresentations(server: Server, platform: Platform): void {
  addRoute(server, listRepresentationsRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const [rows, places] = await Promise.all([listRepresentations(platform.sql, personId), listReaders(platform.sql, personId)])
    const represented = rows.map(async (row) => {
      const { fullName, bornOn } = await getPerson(platform.sql, row.subjectPersonId)
      return { ...toAnswer(row), fullName, bornOn }
    })
    const readers = places.map(async (place) => {
      const [row, { fullName }] = await Promise.all([
        findRepresentation(platform.sql, place.personId, place.representationId),
        getPerson(platform.sql, place.personId),
      ])
      return row === null ? [] : [{ ...toAnswer(row), fullName }]
    })
    return { represented: standingFirst(await Promise.all(represented)), readers: standingFirst((await Promise.all(readers)).flat()) }
  })
}

import { searchPersonsRoute } from '@an-sinh/contract'
import { compareBirthDates, compareNames } from '@an-sinh/domain'

import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listPersonsByNameAndYear, type PersonRow } from './person-queries.ts'
import {
  AFTER_ALL,
  foldName,
  listNamesBornOn,
  listPersonsBornInSpan,
  listPersonsByIds,
  listPersonsInSpan,
} from './person-search-queries.ts'

/** More help no clerk, and every one is a line in somebody's list of accesses. */
const MOST = 10
const LEAST_LETTERS = 3

type Search = { fullName: string; bornOn: string | null; match: 'whole' | 'beginning' | 'similar' }

const wholeDateOf = (bornOn: string | null): string | null => (bornOn?.length === 10 ? bornOn : null)

/** Without an index for likeness: the people of one birthday are compared one by one, as the counter compares them. */
async function searchSimilar(sql: Queryable, { fullName, bornOn }: Search): Promise<PersonRow[]> {
  const birthday = wholeDateOf(bornOn)
  if (birthday === null) throw new Refusal('birthday-needed')
  const names = await listNamesBornOn(sql, birthday)
  const alike = names.filter((name) => compareNames(fullName, name.fullName).verdict !== 'different')
  return alike.length === 0
    ? []
    : listPersonsByIds(
        sql,
        alike.slice(0, MOST + 1).map(({ personId }) => personId),
      )
}

async function searchByName(sql: Queryable, { fullName, bornOn, match }: Search): Promise<PersonRow[]> {
  const from = await foldName(sql, fullName)
  if (from.length < LEAST_LETTERS) throw new Refusal('name-too-short')
  // A whole name ends where the smallest longer one begins.
  const span = { from, to: match === 'whole' ? `${from}\u0001` : `${from}${AFTER_ALL}` }
  const birthday = wholeDateOf(bornOn)
  if (birthday !== null) return listPersonsBornInSpan(sql, birthday, span, MOST + 1)
  if (bornOn === null) return listPersonsInSpan(sql, { ...span, birthYear: null }, MOST + 1)
  const birthYear = Number(bornOn.slice(0, 4))
  const found =
    match === 'whole'
      ? await listPersonsByNameAndYear(sql, fullName, birthYear)
      : await listPersonsInSpan(sql, { ...span, birthYear }, MOST + 1)
  return found.filter((person) => compareBirthDates(bornOn, person.bornOn).verdict !== 'different')
}

/** Accents as typed come first, then the mildest difference. */
const byLikeness =
  (fullName: string) =>
  (one: PersonRow, other: PersonRow): number =>
    Number(compareNames(fullName, other.fullName).verdict === 'same') - Number(compareNames(fullName, one.fullName).verdict === 'same')

export function searchPersons(server: Server, platform: Platform): void {
  addRoute(server, searchPersonsRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    await platform.limits.consume('person-search', String(actor.staffId))
    const found = body.match === 'similar' ? await searchSimilar(platform.sql, body) : await searchByName(platform.sql, body)
    const persons = found.toSorted(byLikeness(body.fullName)).slice(0, MOST)
    await inTransaction(platform, async (transaction) => {
      await Promise.all(
        persons.map(({ personId }) =>
          recordAudit(transaction, { actor, action: 'person-found', personId, reasonCode: body.reason, requestId: request.id }),
        ),
      )
    })
    return { persons, more: found.length > MOST }
  })
}

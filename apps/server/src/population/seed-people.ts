import type { CivilDate } from '@an-sinh/domain'

import { copyBenefits, type NewBenefit } from '../benefits/index.ts'
import { copyHealthCards, type NewHealthCard } from '../cards/index.ts'
import { copyParticipation, type NewSpell } from '../contributions/index.ts'
import { copyEmployers } from '../employers/index.ts'
import { type History, makeFullHistory, makeHistory, makeRandom } from '../histories/index.ts'
import { copyPersons, type NewHousehold, type NewPerson } from '../persons/index.ts'
import type { Queryable } from '../platform/sql.ts'
import { listWardsOfProvinces } from '../reference/index.ts'
import { copyVisits, type NewVisit } from '../visits/index.ts'
import { loadWorld, type World } from './load-world.ts'
import { makeForeigners, makeMerged, makeNamesake } from './make-doubles.ts'
import { type DemoWard, makeHousehold } from './make-households.ts'
import { makeNumbers, type NumberMaker } from './make-numbers.ts'
import { NAMED_CHILDREN, NAMED_HOUSEHOLD_ID, NAMED_PEOPLE, type NamedPerson, toNewPerson } from './named-people.ts'
import { SYNTHETIC_SOURCE } from './synthetic-source.ts'

const SEED = 20_261_122
const HOME_WARD = 'Phường Kim Liên'
/** Most live in Hà Nội, whose offices are known best; some elsewhere. */
const HOME_PROVINCE = '01'
const EMPLOYERS = 60

const listWards = async (sql: Queryable): Promise<DemoWard[]> => {
  const home = await listWardsOfProvinces(sql, [HOME_PROVINCE])
  const away = (await listWardsOfProvinces(sql, ['31', '38', '48', '79', '92'])).filter((_, at) => at % 25 === 0)
  return [...home, ...away]
}

const makeHouseholds = (world: World, numbers: NumberMaker, people: number): { households: NewHousehold[]; persons: NewPerson[] } => {
  const households: NewHousehold[] = []
  const persons: NewPerson[] = []
  while (persons.length < people) {
    const made = makeHousehold({ ...world, numbers }, { householdId: 99_000_000 + households.length })
    households.push(made.household)
    persons.push(...made.persons)
  }
  return { households, persons }
}

type Named = { household: NewHousehold; adults: NewPerson[]; children: NewPerson[] }

/** The one who signs in lives with her children; the others alone. */
const makeNamed = ({ wards }: World, numbers: NumberMaker): Named => {
  const ward = wards.find((candidate) => candidate.wardName === HOME_WARD) ?? wards[0]
  if (ward === undefined) throw new Error('Chưa nạp danh mục / reference lists are missing')
  const address = `Tổ dân phố số 7, ${ward.wardName}, ${ward.provinceName}`
  const { wardCode } = ward
  const [householdId, householdCode] = [NAMED_HOUSEHOLD_ID, '9900000000']
  const people = NAMED_PEOPLE.map((named) => ({
    ...toNewPerson(named, wardCode, address),
    ...(named.role === 'signs-in' ? { householdId, householdRelation: '00' } : {}),
  }))
  return {
    household: { householdId, householdCode, wardCode, address },
    adults: [...people, ...makeForeigners(numbers, wardCode, address)],
    children: NAMED_CHILDREN.map((child) => ({
      ...toNewPerson({ ...child, phone: null }, wardCode, address),
      householdId,
      householdRelation: '08',
    })),
  }
}

/** The one who signs in has something on every screen; of the others a standing is known or dealt. */
const makeHistoryOf = (world: World, person: NewPerson, role: NamedPerson['role'] | undefined): History => {
  if (role === 'signs-in') return makeFullHistory(world, person)
  return makeHistory(world, person, role === undefined ? undefined : person.bornOn < '1965' ? 'retired' : 'employee')
}
const makeHistories = (
  world: World,
  everybody: NewPerson[],
  personIds: number[],
): { spells: NewSpell[]; cards: NewHealthCard[]; benefits: NewBenefit[]; visits: NewVisit[] } => {
  const histories = everybody.map((person, at) => ({
    personId: personIds[at] ?? 0,
    ...makeHistoryOf(world, person, NAMED_PEOPLE[at]?.role),
  }))
  return {
    spells: histories.flatMap(({ personId, spells }) => spells.map((spell) => ({ ...spell, personId }))),
    cards: histories.flatMap(({ personId, cards }) => cards.map((card) => ({ ...card, personId }))),
    benefits: histories.flatMap(({ personId, benefits }) => benefits.map((benefit) => ({ ...benefit, personId }))),
    visits: histories.flatMap(({ personId, visits }) => visits.map((visit) => ({ ...visit, personId }))),
  }
}

/**
 * Writes about `people` synthetic persons with households, employers, participation, cards, benefits and visits; the same people every time, only moved
 * with the day. One transaction of the caller's.
 */
export async function seedPeople(
  sql: Queryable,
  { people, today }: { people: number; today: CivilDate },
): Promise<{ persons: number; spells: number; cards: number; employers: number }> {
  const numbers = makeNumbers()
  const world = await loadWorld(sql, { random: makeRandom(SEED), today, wards: await listWards(sql), employers: EMPLOYERS })
  const { households, persons } = makeHouseholds(world, numbers, people)
  const namesakes = persons
    .filter((person, at) => at % 400 === 7 && person.nationalId !== null)
    .map((person) => makeNamesake(person, numbers))
  const named = makeNamed(world, numbers)
  const everybody = [...named.adults, ...namesakes, ...persons, ...named.children]
  await copyEmployers(sql, world.newEmployers, SYNTHETIC_SOURCE)
  const personIds = await copyPersons(sql, { persons: everybody, households: [...households, named.household] }, SYNTHETIC_SOURCE)
  const merged = everybody.flatMap((person, at) => (at % 300 === 11 ? [makeMerged(person, personIds[at] ?? 0, numbers)] : []))
  await copyPersons(sql, { persons: merged, households: [] }, SYNTHETIC_SOURCE)
  const { spells, cards, benefits, visits } = makeHistories(world, everybody, personIds)
  await copyParticipation(sql, spells, SYNTHETIC_SOURCE)
  await copyHealthCards(sql, cards, SYNTHETIC_SOURCE)
  await copyBenefits(sql, benefits, SYNTHETIC_SOURCE)
  await copyVisits(sql, visits, SYNTHETIC_SOURCE)
  return { persons: everybody.length + merged.length, spells: spells.length, cards: cards.length, employers: world.newEmployers.length }
}

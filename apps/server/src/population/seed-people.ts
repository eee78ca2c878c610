import { ageOn, type CivilDate } from '@an-sinh/domain'

import { copyHealthCards, type NewHealthCard } from '../cards/index.ts'
import { copyParticipation, type NewSpell } from '../contributions/index.ts'
import { copyEmployers } from '../employers/index.ts'
import { copyPersons, type NewHousehold, type NewPerson } from '../persons/index.ts'
import type { Queryable } from '../platform/sql.ts'
import { listFacilityCodes, listReceivingOffices, listWardsOfProvinces, type OfficeRow } from '../reference/index.ts'
import { makeForeigners, makeMerged, makeNamesake } from './make-doubles.ts'
import { type DemoEmployer, makeEmployers } from './make-employers.ts'
import { makeHealthCards } from './make-health-cards.ts'
import { type DemoWard, makeHousehold } from './make-households.ts'
import { makeNumbers, type NumberMaker } from './make-numbers.ts'
import { makeParticipation } from './make-participation.ts'
import { makeRandom, type Random } from './make-random.ts'
import { makeStanding, type Standing } from './make-standing.ts'
import { NAMED_PEOPLE, toNewPerson } from './named-people.ts'

const DEMO_SOURCE = 'synthetic'
const SEED = 20_261_122
const HOME_WARD = 'Phường Kim Liên'
/** Most live in Hà Nội, whose offices are known best; some elsewhere. */
const HOME_PROVINCE = '01'

type World = {
  random: Random
  numbers: NumberMaker
  today: CivilDate
  wards: DemoWard[]
  offices: OfficeRow[]
  employers: DemoEmployer[]
  facilityCodes: string[]
}

const loadWorld = async (sql: Queryable, today: CivilDate): Promise<World> => {
  const random = makeRandom(SEED)
  const home = await listWardsOfProvinces(sql, [HOME_PROVINCE])
  const away = (await listWardsOfProvinces(sql, ['31', '38', '48', '79', '92'])).filter((_, at) => at % 25 === 0)
  const offices = await listReceivingOffices(sql)
  const grassroots = offices.filter((office) => office.officeLevel === 'grassroots')
  const facilityCodes = await listFacilityCodes(sql)
  return {
    random,
    numbers: makeNumbers(),
    today,
    wards: [...home, ...away],
    offices,
    employers: makeEmployers(random, grassroots),
    facilityCodes,
  }
}

const makeHouseholds = (world: World, people: number): { households: NewHousehold[]; persons: NewPerson[] } => {
  const households: NewHousehold[] = []
  const persons: NewPerson[] = []
  while (persons.length < people) {
    const made = makeHousehold(world, 99_000_000 + households.length)
    households.push(made.household)
    persons.push(...made.persons)
  }
  return { households, persons }
}

const makeNamed = ({ wards, numbers }: World): NewPerson[] => {
  const ward = wards.find((candidate) => candidate.wardName === HOME_WARD) ?? wards[0]
  if (ward === undefined) throw new Error('Chưa nạp danh mục / reference lists are missing')
  const address = `Tổ dân phố số 7, ${ward.wardName}, ${ward.provinceName}`
  return [...NAMED_PEOPLE.map((named) => toNewPerson(named, ward.wardCode, address)), ...makeForeigners(numbers, ward.wardCode, address)]
}

const standingOf = ({ random, today }: World, person: NewPerson, at: number): Standing => {
  if (at < NAMED_PEOPLE.length) return person.bornOn < '1965' ? 'retired' : 'employee'
  return person.nationality === 'VN' ? makeStanding(random, ageOn(person.bornOn, today).min) : 'employee'
}

type History = { spells: NewSpell[]; cards: NewHealthCard[] }

const makeHistory = (world: World, person: NewPerson, personId: number, at: number): History => {
  const { random, today, employers, facilityCodes, offices } = world
  const standing = standingOf(world, person, at)
  const spells = makeParticipation(random, { ...person, standing }, today.slice(0, 7), employers)
  const since = spells
    .filter((spell) => spell.branch === 'health')
    .map((spell) => spell.fromMonth)
    .toSorted()[0]
  const office = offices.find((candidate) => candidate.wardCodes.includes(person.wardCode ?? '')) ?? offices[0]
  const cards = makeHealthCards(
    { random, today, facilityCodes, issuingOfficeId: office?.officeId ?? 0 },
    { ...person, standing, insuredSince: since === undefined ? null : `${since}-01` },
  )
  return { spells: spells.map((spell) => ({ ...spell, personId })), cards: cards.map((card) => ({ ...card, personId })) }
}

/**
 * Writes about `people` synthetic persons with households, employers, participation and cards; the same people every time, only moved
 * with the day. One transaction of the caller's.
 */
export async function seedPeople(
  sql: Queryable,
  { people, today }: { people: number; today: CivilDate },
): Promise<{ persons: number; spells: number; cards: number; employers: number }> {
  const world = await loadWorld(sql, today)
  const { households, persons } = makeHouseholds(world, people)
  const namesakes = persons
    .filter((person, at) => at % 400 === 7 && person.nationalId !== null)
    .map((person) => makeNamesake(person, world.numbers))
  const everybody = [...makeNamed(world), ...namesakes, ...persons]
  await copyEmployers(sql, world.employers, DEMO_SOURCE)
  const personIds = await copyPersons(sql, { persons: everybody, households }, DEMO_SOURCE)
  const merged = everybody.flatMap((person, at) => (at % 300 === 11 ? [makeMerged(person, personIds[at] ?? 0, world.numbers)] : []))
  await copyPersons(sql, { persons: merged, households: [] }, DEMO_SOURCE)
  const histories = everybody.map((person, at) => makeHistory(world, person, personIds[at] ?? 0, at))
  const spells = histories.flatMap((history) => history.spells)
  const cards = histories.flatMap((history) => history.cards)
  await copyParticipation(sql, spells, DEMO_SOURCE)
  await copyHealthCards(sql, cards, DEMO_SOURCE)
  return { persons: everybody.length + merged.length, spells: spells.length, cards: cards.length, employers: world.employers.length }
}

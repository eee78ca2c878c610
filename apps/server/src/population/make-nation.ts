import type { NewBenefit } from '../benefits/index.ts'
import type { NewHealthCard } from '../cards/index.ts'
import type { NewSpell } from '../contributions/index.ts'
import { makeHistory } from '../histories/index.ts'
import type { NewHousehold, NewPerson } from '../persons/index.ts'
import type { NewVisit } from '../visits/index.ts'
import type { World } from './load-world.ts'
import { makeHousehold } from './make-households.ts'
import { makeNumbers, type NumbersGiven } from './make-numbers.ts'

/** Some households with everything about their people: what is written together. */
export type NationPart = {
  households: NewHousehold[]
  persons: NewPerson[]
  personIds: number[]
  spells: NewSpell[]
  cards: NewHealthCard[]
  benefits: NewBenefit[]
  visits: NewVisit[]
}

/** Small enough to be nothing in memory, large enough for set-based writing. */
const PART_PEOPLE = 2000
/** Household ids of a nation lie above those of the demo: this plus the id of the household's first person. */
export const FIRST_HOUSEHOLD_ID = 1_000_000_000

export type NationPlan = { people: number; firstPersonId: number; identifiedBefore: NumbersGiven['identifiedBefore'] }

/**
 * A nation, part after part; the same world, seed and first id give the same parts. Insurance numbers follow the person ids, so that
 * no two runs can give one number twice.
 */
export function* makeNation(world: World, { people, firstPersonId, identifiedBefore }: NationPlan): Generator<NationPart> {
  const numbers = makeNumbers({ after: firstPersonId - 1, identifiedBefore })
  for (let made = 0; made < people;) {
    const part: NationPart = { households: [], persons: [], personIds: [], spells: [], cards: [], benefits: [], visits: [] }
    const most = Math.min(PART_PEOPLE, people - made)
    while (part.persons.length < most) {
      const householdId = FIRST_HOUSEHOLD_ID + firstPersonId + made + part.persons.length
      const { household, persons } = makeHousehold({ ...world, numbers }, { householdId, most: most - part.persons.length })
      part.households.push(household)
      for (const person of persons) {
        const personId = firstPersonId + made + part.persons.length
        const { spells, cards, benefits, visits } = makeHistory(world, person)
        part.persons.push(person)
        part.personIds.push(personId)
        for (const spell of spells) part.spells.push({ ...spell, personId })
        for (const card of cards) part.cards.push({ ...card, personId })
        for (const benefit of benefits) part.benefits.push({ ...benefit, personId })
        for (const visit of visits) part.visits.push({ ...visit, personId })
      }
    }
    made += part.persons.length
    yield part
  }
}

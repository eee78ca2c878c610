import type { CivilDate } from '@an-sinh/domain'

import { copyBenefits } from '../benefits/index.ts'
import { copyHealthCards } from '../cards/index.ts'
import { copyParticipation } from '../contributions/index.ts'
import { copyEmployers } from '../employers/index.ts'
import { makeRandom } from '../histories/index.ts'
import { copyPersons, countIdentified, drawPersonBlock } from '../persons/index.ts'
import type { Sql } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listUnits, listWardsOfProvinces } from '../reference/index.ts'
import { copyVisits } from '../visits/index.ts'
import { loadWorld } from './load-world.ts'
import { makeNation, type NationPart } from './make-nation.ts'
import { multiplyPeople } from './multiply-people.ts'
import { SYNTHETIC_SOURCE } from './synthetic-source.ts'

/** `people` are generated; with `multiply` 100 each stands for a hundred under numbers, names and birthdays of their own. */
export type NationOptions = { people: number; seed: number; multiply: number; today: CivilDate; tell: (line: string) => void }
/** Ids from `firstPersonId`: first the generated, then the multiplied. */
export type NationMade = { firstPersonId: number; generated: number; persons: number; seconds: { generating: number; multiplying: number } }

const MOST_GENERATED = 1_000_000
/** A person id leads to one insurance number of ninety million. */
const MOST_PERSON_ID = 90_000_000
/** Parts on their way to the database while the next is made. */
const UNDER_WAY = 2
const PEOPLE_PER_EMPLOYER = 40

const writePart = (sql: Sql, part: NationPart): Promise<void> =>
  inTransaction({ sql }, async (transaction) => {
    await copyPersons(transaction, part, SYNTHETIC_SOURCE)
    await copyParticipation(transaction, part.spells, SYNTHETIC_SOURCE)
    await copyHealthCards(transaction, part.cards, SYNTHETIC_SOURCE)
    await copyBenefits(transaction, part.benefits, SYNTHETIC_SOURCE)
    await copyVisits(transaction, part.visits, SYNTHETIC_SOURCE)
  })

const requireSize = ({ people, multiply }: NationOptions): void => {
  const isSize =
    Number.isInteger(people) &&
    people >= 1 &&
    people <= MOST_GENERATED &&
    Number.isInteger(multiply) &&
    multiply >= 1 &&
    people * multiply < MOST_PERSON_ID
  if (!isSize) throw new Error(`--people: 1…${MOST_GENERATED}; nhiều hơn thì thêm --multiply / more people by --multiply`)
}
const requireRoom = ({ people, multiply }: NationOptions, firstPersonId: number): void => {
  if (firstPersonId + people * multiply > MOST_PERSON_ID)
    throw new Error('Hết số dưới đầu số 99 / the numbers under the prefix 99 are used up')
}

const generate = async (sql: Sql, options: NationOptions, firstPersonId: number): Promise<void> => {
  const provinces = await listUnits(sql, 'province', null)
  const world = await loadWorld(sql, {
    random: makeRandom(options.seed),
    today: options.today,
    wards: await listWardsOfProvinces(
      sql,
      provinces.map(({ code }) => code),
    ),
    employers: Math.max(60, Math.ceil(options.people / PEOPLE_PER_EMPLOYER)),
  })
  await copyEmployers(sql, world.newEmployers, SYNTHETIC_SOURCE)
  const writing: Promise<void>[] = []
  let written = 0
  for (const part of makeNation(world, { people: options.people, firstPersonId, identifiedBefore: await countIdentified(sql) })) {
    if (writing.length >= UNDER_WAY) await writing.shift()
    writing.push(writePart(sql, part))
    written += part.persons.length
    if (written % 20_000 === 0) options.tell(`  ${written} người / people`)
  }
  await Promise.all(writing)
}

/** Fills the register with a nation: families, employers, careers, cards, benefits, visits. The caller knows that this database may hold one. */
export async function synthesise(sql: Sql, options: NationOptions): Promise<NationMade> {
  requireSize(options)
  const firstPersonId = await drawPersonBlock(sql, options.people * options.multiply)
  requireRoom(options, firstPersonId)
  const begun = performance.now()
  await generate(sql, options, firstPersonId)
  const generatedAt = performance.now()
  const range = { fromId: firstPersonId, toId: firstPersonId + options.people - 1 }
  await multiplyPeople(sql, range, { times: options.multiply - 1, tell: options.tell })
  return {
    firstPersonId,
    generated: options.people,
    persons: options.people * options.multiply,
    seconds: { generating: (generatedAt - begun) / 1000, multiplying: (performance.now() - generatedAt) / 1000 },
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { ageOn } from '@an-sinh/domain'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'

import { makeRandom } from '../histories/index.ts'
import type { NewPerson } from '../persons/index.ts'
import { makeHousehold } from './make-households.ts'
import { makeNumbers } from './make-numbers.ts'

// Lists from outside are read where they lie, when there are any.
const directory = process.env['ANSINH_REFERENCE_DIR'] ?? ''
const today = '2025-07-01'
const readCsv = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(directory, 'data', name)), { columns: true, bom: true, skip_empty_lines: true })

const people: NewPerson[] = []
const makePeople = (): NewPerson[] => {
  const wards = [{ wardCode: '00229', wardName: 'Phường Kim Liên', provinceName: 'Thành phố Hà Nội' }]
  const source = { random: makeRandom(11), numbers: makeNumbers(), wards, today }
  while (people.length < 60_000) people.push(...makeHousehold(source, { householdId: people.length }).persons)
  return people
}
const living = (): NewPerson[] => (people.length > 0 ? people : makePeople()).filter((person) => person.diedOn === null)

/** Shares in percent. */
const sharesOf = <T>(items: readonly T[], keyOf: (item: T) => string, weightOf: (item: T) => number = () => 1): Map<string, number> => {
  const shares = new Map<string, number>()
  const all = items.reduce((sum, item) => sum + weightOf(item), 0)
  for (const item of items) shares.set(keyOf(item), (shares.get(keyOf(item)) ?? 0) + (100 * weightOf(item)) / all)
  return shares
}
/** The most any share is away from the outside one, in percentage points. */
const farthest = (ours: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>): number =>
  Math.max(...[...new Set([...ours.keys(), ...theirs.keys()])].map((key) => Math.abs((ours.get(key) ?? 0) - (theirs.get(key) ?? 0))))

const GENERATIONS = [
  ['w_born_le_1975', 0, 1975],
  ['w_born_1976_1995', 1976, 1995],
  ['w_born_ge_1996', 1996, 9999],
] as const
const wordsOf = (person: NewPerson): string[] => person.fullName.split(' ')
const ofGeneration = (sex: string, from: number, to: number): NewPerson[] =>
  living().filter((person) => person.sex === sex && Number(person.bornOn.slice(0, 4)) >= from && Number(person.bornOn.slice(0, 4)) <= to)

describe.skipIf(directory === '')('names and ages beside outside lists', () => {
  it('wear the surnames of the country, none off by two points', () => {
    const theirs = sharesOf(
      readCsv('names_surnames.csv'),
      (row) => row['surname'] ?? '',
      (row) => Number(row['weight_pct']),
    )
    expect(
      farthest(
        sharesOf(living(), (person) => wordsOf(person)[0] ?? ''),
        theirs,
      ),
    ).toBeLessThan(2)
  })
  it.each(GENERATIONS)('wear middle and given names of their generation (%s), none off by four points', (column, from, to) => {
    for (const [letter, sex] of [
      ['M', 'male'],
      ['F', 'female'],
    ] as const) {
      const weigh = (row: Record<string, string>): number => Number(row[column])
      const middles = readCsv('names_middle.csv').filter((row) => row['gender'] === letter)
      const ourMiddles = sharesOf(ofGeneration(sex, from, to), (person) => wordsOf(person)[1] ?? '')
      expect(
        farthest(
          ourMiddles,
          sharesOf(middles, (row) => row['middle_name'] ?? '', weigh),
        ),
      ).toBeLessThan(4)
      const givens = readCsv('names_given.csv').filter((row) => row['gender'] === letter)
      const ourGivens = sharesOf(ofGeneration(sex, from, to), (person) => wordsOf(person).at(-1) ?? '')
      expect(
        farthest(
          ourGivens,
          sharesOf(givens, (row) => row['given_name'] ?? '', weigh),
        ),
      ).toBeLessThan(4)
    }
  })
  it.each([
    ['male', 'male_pct_of_males'],
    ['female', 'female_pct_of_females'],
  ])('have the ages of the country (%s), no five years off by two points', (sex, column) => {
    const groupOf = (person: NewPerson): string => String(Math.min(16, Math.floor(ageOn(person.bornOn, today).min / 5)))
    const ours = sharesOf(
      living().filter((person) => person.sex === sex),
      groupOf,
    )
    const theirs = sharesOf(
      readCsv('age_pyramid_approx_2025.csv').map((row, at) => ({ group: String(at), share: Number(row[column]) })),
      ({ group }) => group,
      ({ share }) => share,
    )
    expect(theirs.size).toBe(17)
    expect(farthest(ours, theirs)).toBeLessThan(2)
  })
})

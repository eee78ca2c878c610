import { ageOn, checkNationalId, isInsuranceNumber, parseNationalId, parsePersonName, parsePhone } from '@an-sinh/domain'
import { describe, expect, it } from 'vitest'

import { makeRandom } from '../histories/index.ts'
import { makeHousehold } from './make-households.ts'
import { makeNumbers } from './make-numbers.ts'
import { NAMED_CHILDREN, NAMED_PEOPLE } from './named-people.ts'

const today = '2026-11-23'
const wards = [{ wardCode: '00229', wardName: 'Phường Kim Liên', provinceName: 'Thành phố Hà Nội' }]
const makeHouseholds = (seed: number, count: number) => {
  const source = { random: makeRandom(seed), numbers: makeNumbers(), wards, today }
  return Array.from({ length: count }, (_, at) => makeHousehold(source, { householdId: at }))
}
describe('synthetic people', () => {
  it('are the same for the same seed and others for another', () => {
    expect(makeHouseholds(7, 20)).toEqual(makeHouseholds(7, 20))
    expect(makeHouseholds(7, 20)).not.toEqual(makeHouseholds(8, 20))
  })
  it('have names, numbers, ids and phones that the product itself accepts', () => {
    for (const person of makeHouseholds(1, 300).flatMap((made) => made.persons)) {
      expect(parsePersonName(person.fullName)).toMatchObject({ ok: true, fullName: person.fullName })
      expect(isInsuranceNumber(person.insuranceNumber)).toBe(true)
      if (person.nationalId !== null) expect(checkNationalId(person.nationalId, { bornOn: person.bornOn, sex: person.sex })).toEqual([])
      if (person.phoneOnFile !== null) expect(parsePhone(person.phoneOnFile)).toMatchObject({ ok: true })
    }
  })
  it('live in households with one head and are born, none in the future', () => {
    for (const { persons } of makeHouseholds(2, 300)) {
      expect(persons.filter((person) => person.householdRelation === '00')).toHaveLength(1)
      for (const person of persons) expect(ageOn(person.bornOn, today).min).toBeGreaterThanOrEqual(0)
    }
  })
  it('never share a number, far beyond the demo’s size', () => {
    const numbers = makeNumbers()
    const made = Array.from({ length: 200_000 }, () => [
      numbers.insuranceNumber(),
      numbers.nationalId('1990', 'male'),
      numbers.phone(),
      numbers.householdCode(),
    ])
    for (const column of [0, 1, 2, 3]) expect(new Set(made.map((row) => row[column])).size).toBe(made.length)
  })
  it('named at the start are not among the made-up numbers', () => {
    for (const person of [...NAMED_PEOPLE, ...NAMED_CHILDREN]) {
      expect(person.insuranceNumber).toMatch(/^990000/u)
      expect(parseNationalId(person.nationalId)).toMatchObject({ ok: true, sex: person.sex, birthYear: Number(person.bornOn.slice(0, 4)) })
    }
  })
})

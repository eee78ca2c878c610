import { ageOn, checkNationalId, compareMonths, isInsuranceNumber, parseNationalId, parsePersonName, parsePhone } from '@an-sinh/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type DemoEmployer } from './make-employers.ts'
import { makeCareer } from './make-career.ts'
import { makeHealthCards } from './make-health-cards.ts'
import { makeHousehold } from './make-households.ts'
import { makeNumbers } from './make-numbers.ts'
import { makeRandom } from './make-random.ts'
import { NAMED_PEOPLE } from './named-people.ts'

const today = '2026-11-23'
const wards = [{ wardCode: '00229', wardName: 'Phường Kim Liên', provinceName: 'Thành phố Hà Nội' }]
const makeHouseholds = (seed: number, count: number) => {
  const source = { random: makeRandom(seed), numbers: makeNumbers(), wards, today }
  return Array.from({ length: count }, (_, at) => makeHousehold(source, at))
}
const employer: DemoEmployer = {
  employerId: 1,
  employerCode: 'TZ1000Z',
  name: 'Công ty Ví Dụ',
  address: 'Hà Nội',
  wardCode: null,
  officeId: 101,
  lateMonths: 3,
  wageFactor: 1,
  group: 'DN',
  jobs: ['Thợ hàn'],
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
    for (const person of NAMED_PEOPLE) {
      expect(person.insuranceNumber).toMatch(/^990000/u)
      expect(parseNationalId(person.nationalId)).toMatchObject({ ok: true, sex: person.sex, birthYear: Number(person.bornOn.slice(0, 4)) })
    }
  })
})

describe('a working life', () => {
  it('has no two jobs at once, ends when it is told and runs on when it is not', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 480 }), fc.boolean(), (seed, months, goesOn) => {
        const from = `${2026 - Math.ceil(months / 12)}-03`
        const until = goesOn ? null : '2026-08'
        const spells = makeCareer(makeRandom(seed), { from, until, thisMonth: '2026-11', employers: [employer] }).filter(
          (spell) => spell.branch === 'social',
        )
        for (const [at, spell] of spells.entries()) {
          const next = spells[at + 1]
          expect(spell.toMonth === null || compareMonths(spell.fromMonth, spell.toMonth) <= 0).toBe(true)
          if (next !== undefined) expect(spell.toMonth !== null && compareMonths(spell.toMonth, next.fromMonth) < 0).toBe(true)
        }
        expect(spells.at(-1)?.toMonth).toBe(until)
      }),
    )
  })
})

describe('health cards', () => {
  it('of a child run from birth for six years', () => {
    const source = { random: makeRandom(1), today, facilityCodes: ['01001'], issuingOfficeId: 101 }
    const child = { insuranceNumber: '9910000001', bornOn: '2023-05-06', diedOn: null, standing: 'child', insuredSince: null } as const
    expect(makeHealthCards(source, child)).toMatchObject([
      { participantGroup: 'TE', coverageLevel: 1, validFrom: '2023-05-06', validTo: '2029-05-05' },
    ])
  })
  it('never overlap and end with a death', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom('employee', 'household', 'retired', 'poor', 'merit', 'pupil'),
        fc.boolean(),
        (seed, standing, isDead) => {
          const source = { random: makeRandom(seed), today, facilityCodes: ['01001', '01929'], issuingOfficeId: 101 }
          const cards = makeHealthCards(source, {
            insuranceNumber: '9910000001',
            bornOn: '1960',
            diedOn: isDead ? '2025-06-07' : null,
            standing,
            insuredSince: '2015-01-01',
          })
          for (const [at, card] of cards.entries()) {
            const next = cards[at + 1]
            if (next !== undefined) expect(card.validTo !== null && card.validTo < next.validFrom).toBe(true)
          }
          if (isDead) expect(cards.at(-1)?.validTo).toBe('2025-06-07')
        },
      ),
    )
  })
})

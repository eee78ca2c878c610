import { addMonths, BENEFIT_KINDS, compareAmounts, compareMonths, MEDICAL_PAPER_KINDS } from '@an-sinh/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { CHILDBIRTH, ILLNESSES, THREATENED_PREGNANCY } from './illnesses.ts'
import { makeCareer } from './make-career.ts'
import { type DemoEmployer } from './make-employers.ts'
import { makeFullHistory } from './make-full-history.ts'
import { makeHealthCards } from './make-health-cards.ts'
import { makeRandom } from './make-random.ts'
import { makeVisit } from './make-visits.ts'

const today = '2026-11-23'
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

describe('a visit', () => {
  const patient = { insuranceNumber: '9910000001', coverageLevel: 4, registeredFacilityCode: '01001', employed: true } as const
  const illnesses = [...ILLNESSES.map(([illness]) => illness), CHILDBIRTH, THREATENED_PREGNANCY]

  it('adds up unless it is told not to', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(...illnesses),
        fc.constantFrom(1, 2, 3, 4, 5),
        fc.boolean(),
        (seed, illness, level, sumsDiffer) => {
          const source = { random: makeRandom(seed), facilityCodes: ['01001', '01002'] }
          const sketch = { illness, admittedOn: '2026-03-04', nth: 1, sumsDiffer }
          const { visit, costLines } = makeVisit(source, { ...patient, coverageLevel: level }, sketch)
          expect(compareAmounts(visit, costLines).map(({ total }) => total)).toStrictEqual(sumsDiffer ? ['totalVnd'] : [])
          expect(visit.dischargedAt > visit.admittedAt).toBe(true)
          if (level !== 3 && level !== 4) expect(visit.copaymentVnd).toBe('0.00')
          else expect(Number(visit.copaymentVnd) / Number(visit.coveredVnd)).toBeCloseTo(level === 3 ? 0.05 : 0.2, 3)
        },
      ),
    )
  })
})

describe('the history of the person who signs in', () => {
  const place = (at: number): DemoEmployer => ({ ...employer, employerId: at, name: `Công ty ${at}` })
  const source = {
    random: makeRandom(1),
    today,
    employers: { DN: [place(1), place(2), place(3)], HC: [] },
    facilityCodes: ['01001'],
    officeIdOf: () => 101,
  }
  const person = {
    sex: 'female',
    bornOn: '1988-04-12',
    insuranceNumber: '9900000001',
    nationality: 'VN',
    wardCode: null,
    address: null,
    diedOn: null,
  } as const
  const { spells, cards, benefits, visits } = makeFullHistory(source, person)
  const jobs = spells.filter(({ branch }) => branch === 'social').toSorted((a, b) => (a.fromMonth < b.fromMonth ? -1 : 1))

  it('has a gap, two employers in one month, months owed and a salary that grows', () => {
    const pairs = jobs.slice(1).map((job, at) => [jobs[at], job] as const)
    expect(pairs.some(([one, next]) => one?.toMonth !== null && addMonths(one?.toMonth ?? '', 1) < next.fromMonth)).toBe(true)
    expect(pairs.some(([one, next]) => one?.employerId !== next.employerId && (one?.toMonth ?? '9999') >= next.fromMonth)).toBe(true)
    expect(jobs.at(-1)).toMatchObject({ toMonth: null, lateMonths: 2 })
    const salaries = jobs.filter(({ employerId }) => employerId === 2).map((job) => job.contributorySalaryVnd ?? 0)
    expect(salaries).toStrictEqual(salaries.toSorted((a, b) => a - b))
    expect(new Set(salaries).size).toBeGreaterThan(2)
  })
  it('has cards of past years, this and the next, every kind of benefit and every kind of paper', () => {
    expect(cards.map(({ validFrom }) => validFrom.slice(0, 4))).toStrictEqual(['2024', '2025', '2026', '2027'])
    expect(cards.every(({ issuedOn }) => issuedOn <= today)).toBe(true)
    expect(new Set(benefits.map(({ kind }) => kind))).toStrictEqual(new Set(BENEFIT_KINDS))
    expect(benefits.every(({ decidedOn }) => decidedOn <= today)).toBe(true)
    expect(new Set(visits.flatMap(({ papers }) => papers.map(({ kind }) => kind)))).toStrictEqual(new Set(MEDICAL_PAPER_KINDS))
    expect(visits.map(({ visit, costLines }) => compareAmounts(visit, costLines).length > 0).filter(Boolean)).toHaveLength(1)
  })
})

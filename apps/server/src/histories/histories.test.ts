import { compareMonths } from '@an-sinh/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { makeCareer } from './make-career.ts'
import { type DemoEmployer } from './make-employers.ts'
import { makeHealthCards } from './make-health-cards.ts'
import { makeRandom } from './make-random.ts'

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

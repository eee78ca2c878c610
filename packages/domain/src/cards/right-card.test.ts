import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { decideCardOn, decideChildCardEnd, type CardEnding, type CoverageLevel, sortCardsOn } from './index.ts'
import { CHILDREN, dateOf, type DatedCard, makeCases } from './right-card-fixture.ts'

const CASES = makeCases()

describe('the right card by date, 500 dated cases', () => {
  it('the table has every outcome often enough to mean something', () => {
    for (const [status, least] of [
      ['valid', 250],
      ['not-yet', 30],
      ['expired', 30],
      ['none', 30],
    ] as const)
      expect([status, CASES.filter((one) => one.status === status).length >= least]).toEqual([status, true])
    expect(CASES.filter((one) => one.next !== null).length).toBeGreaterThan(60)
  })
  it.each(CASES.map((one, at) => [at + 1, one.name, one.on, one] as const))('%i · %s · on %s', (_at, _name, on, one) => {
    const answer = decideCardOn(one.cards, on, one.bornOn)
    expect({ label: answer.card?.label ?? null, status: answer.status, next: answer.next?.label ?? null }).toEqual({
      label: one.label,
      status: one.status,
      next: one.next,
    })
  })
})

describe('the last day of a child’s card', () => {
  it.each(CHILDREN)('born %s: %s', (bornOn, lastDay) => expect(decideChildCardEnd(bornOn)).toBe(lastDay))
})

describe('cards kept apart', () => {
  const day = fc.integer({ min: 0, max: 800 }).map(dateOf)
  const anyCard = fc.record({
    label: fc.uuid(),
    participantGroup: fc.constantFrom('DN', 'HN', 'TE'),
    coverageLevel: fc.constantFrom<CoverageLevel>(1, 2, 3, 4, 5),
    validFrom: day,
    validTo: fc.option(day),
    ending: fc.constantFrom<CardEnding | null>(null, null, null, 'correction', 'change', 'withdrawal'),
  })
  const anyCards = fc.uniqueArray(anyCard, { maxLength: 6, selector: (card) => card.label })

  it('stand in exactly one list each; corrected and changed ones in none', () => {
    fc.assert(
      fc.property(anyCards, day, (cards, on) => {
        const { current, next, past, revoked } = sortCardsOn(cards, on, '2015-06-01')
        const listed = [...current, ...next, ...past, ...revoked].map((card) => card.label)
        const due = cards.filter(({ ending }) => ending === null || ending === 'withdrawal').map((card) => card.label)
        expect(listed.toSorted()).toEqual(due.toSorted())
      }),
      { numRuns: 1000 },
    )
  })
  it('do not depend on the order in which they were read, unless two say exactly the same', () => {
    fc.assert(
      fc.property(
        anyCards.chain((cards) => fc.tuple(fc.constant(cards), fc.shuffledSubarray(cards, { minLength: cards.length }))),
        day,
        ([cards, shuffled], on) => {
          const facts = (card: Pick<DatedCard, 'coverageLevel' | 'validFrom'> | null) =>
            card === null ? null : [card.coverageLevel, card.validFrom]
          const [first, second] = [decideCardOn(cards, on), decideCardOn(shuffled, on)]
          expect([first.status, first.status === 'valid' ? facts(first.card) : null]).toEqual([
            second.status,
            second.status === 'valid' ? facts(second.card) : null,
          ])
        },
      ),
    )
  })
  it('never lose a right: what is shown is in force and no card in force of another group is better', () => {
    fc.assert(
      fc.property(anyCards, day, (cards, on) => {
        const { card, status } = decideCardOn(cards, on)
        if (status !== 'valid' || card === null) return
        expect(card.ending === null && card.validFrom <= on && (card.validTo === null || on <= card.validTo)).toBe(true)
        for (const other of sortCardsOn(cards, on).current)
          expect([5, 1, 2, 3, 4].indexOf(other.coverageLevel)).toBeGreaterThanOrEqual([5, 1, 2, 3, 4].indexOf(card.coverageLevel))
      }),
    )
  })
})

import { isMandateLastDay } from '@an-sinh/domain'
import { expect, test } from 'vitest'
import { lastDayOf, NO_OFFER, readOffer, TERMS } from './read-offer.ts'

const TODAY = '2026-11-26'
const GOOD = { number: '99 0000 0001', born: { day: '1', month: '5', year: '1988' }, areas: ['medical-book', 'card'], term: '6' } as const

test('a whole form is sent with the number without gaps and the last day counted', () => {
  expect(readOffer(GOOD, TODAY).offer).toEqual({
    number: '9900000001',
    bornOn: '1988-05-01',
    areas: ['card', 'medical-book'],
    lastOn: '2027-05-25',
  })
})

test('an empty form tells every fault at once', () => {
  expect(readOffer(NO_OFFER, TODAY).faults.map(({ field }) => field)).toEqual(['number', 'born', 'area-card', 'term'])
})

test('no term offered here is longer than the server takes', () => {
  for (const today of [TODAY, '2028-02-29', '2027-01-31'])
    for (const term of TERMS) expect(isMandateLastDay(lastDayOf(term, today), today)).toBe(true)
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkProposal, formatOpeningHours, parseOpeningHours, REFERENCE_FIELDS, REFERENCE_LISTS, type ReferenceValues } from './index.ts'

const todayOn = '2026-11-27'
const check = (list: (typeof REFERENCE_LISTS)[number], after: ReferenceValues, fromOn = todayOn, untilOn: string | null = null): string => {
  const checked = checkProposal({ list, after, fromOn, untilOn, todayOn })
  return checked.ok ? 'ok' : checked.code
}

describe('a proposal', () => {
  it.each([
    ['a phone', { phone: '024 3825 3531' }, 'ok'],
    ['two phones', { phone: '024 3825 3531 / 0950000001' }, 'ok'],
    ['letters as a phone', { phone: 'gọi anh Ba' }, 'proposal-phone'],
    ['a phone that is no longer known', { phone: null }, 'ok'],
    ['a kind of our list', { facilityType: 'clinic' }, 'ok'],
    ['a kind that is none', { facilityType: 'spa' }, 'proposal-field'],
    ['coordinates in Ha Noi', { longitude: '105.85', latitude: '21.03' }, 'ok'],
    ['coordinates in Paris', { longitude: '2.35', latitude: '48.85' }, 'proposal-point'],
    ['half a point', { longitude: '105.85' }, 'proposal-point'],
    ['a ward in letters', { wardCode: 'Ba Đình' }, 'proposal-ward'],
    ['a contract that ended yesterday', { endsOn: '2026-11-26' }, 'ok'],
    ['a contract until a day that does not exist', { endsOn: '2026-02-30' }, 'proposal-dates'],
    ['nothing at all', {}, 'proposal-nothing'],
    ['a field of another list', { decisionNumber: '1/QĐ' }, 'proposal-field'],
    ['an address of nothing', { address: ' ' }, 'proposal-field'],
  ] as const)('of a health facility: %s', (_name, after, expected) => expect(check('health-facility', after)).toBe(expected))

  it('has its dates in order, and not years away', () => {
    expect(check('collection-point', { phone: null }, '2026-12-01', '2026-11-30')).toBe('proposal-dates')
    expect(check('collection-point', { phone: null }, '2029-01-01')).toBe('proposal-dates')
    expect(check('collection-point', { phone: null }, '2026-10-01', '2026-12-31')).toBe('ok')
    expect(check('collection-agent', { endsOn: '2027-01-01' }, todayOn, '2026-12-31')).toBe('proposal-dates')
    expect(check('office', { phone: '0950000001' }, '2026-11-26')).toBe('proposal-dates')
  })

  it('of any texts is answered, never thrown at', () => {
    const anyList = fc.constantFrom(...REFERENCE_LISTS)
    fc.assert(
      fc.property(anyList, fc.string(), fc.string(), (list, value, fromOn) => {
        for (const field of REFERENCE_FIELDS[list]) expect(typeof check(list, { [field]: value }, fromOn)).toBe('string')
      }),
    )
  })
})

describe('opening hours', () => {
  it.each([
    ['T2-T6 08:00-11:30 13:30-17:00', [1, 2, 3, 4, 5]],
    ['T2-T6,T7 07:30-11:30', [1, 2, 3, 4, 5, 6]],
    ['T7,CN 08:00-11:00', [6, 7]],
  ])('%s', (typed, weekdays) => expect(parseOpeningHours(typed)?.weekdays).toStrictEqual(weekdays))
  it.each(['', 'T2-T6', 'T2-T6 17:00-08:00', 'T2-T6 08:00-12:00 11:00-17:00', 'T2-T6 8h-17h', 'T6-T2 08:00-17:00', 'T2 25:00-26:00'])(
    'not “%s”',
    (typed) => expect(parseOpeningHours(typed)).toBeNull(),
  )
  it('come back as they were said', () => {
    const anyHours = fc.record({
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      spans: fc.constantFrom(
        [['08:00', '11:30']],
        [
          ['07:30', '11:30'],
          ['13:00', '16:30'],
        ],
      ),
    })
    fc.assert(
      fc.property(anyHours, (hours) => {
        expect(parseOpeningHours(formatOpeningHours(hours))).toEqual(hours)
      }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCampaign, shareOf, SIZE_BAND_RULES, sizeBandsOn } from './index.ts'

const plan = { name: 'Đợt 1', fromOn: '2026-11-01', toOn: '2026-12-31' }
const percent = fc.option(fc.integer({ min: 1, max: 100 }))

describe('a campaign', () => {
  it('aims at something, and never higher at a later step', () => {
    fc.assert(
      fc.property(percent, percent, percent, percent, (registered, handedIn, approved, signedIn) => {
        const set = [registered, handedIn, approved, signedIn].filter((one) => one !== null)
        const isRight = set.length > 0 && set.every((one, at) => set.slice(0, at).every((before) => before >= one))
        const targets = { registered, 'handed-in': handedIn, approved, 'signed-in': signedIn }
        expect(checkCampaign({ ...plan, targets })).toBe(isRight ? null : 'campaign-targets')
      }),
    )
  })
  it('has a name and ends no earlier than it begins', () => {
    const targets = { registered: 80, 'handed-in': null, approved: null, 'signed-in': null }
    expect(checkCampaign({ ...plan, name: ' ', targets })).toBe('campaign-name')
    expect(checkCampaign({ ...plan, toOn: '2026-10-31', targets })).toBe('campaign-dates')
  })
})

describe('a share', () => {
  it('is whole only when everybody is there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (whole, drawn) => {
        const part = drawn % (whole + 1)
        expect(shareOf(part, whole) === 100).toBe(part === whole)
      }),
    )
    expect(shareOf(0, 0)).toBeNull()
  })
})

it('bands of every rule rise from nobody on, each with its own key', () => {
  for (const { bands } of SIZE_BAND_RULES) {
    expect(bands[0]?.from).toBe(0)
    expect(bands.map(({ from }) => from)).toStrictEqual(bands.map(({ from }) => from).toSorted((one, other) => one - other))
    expect(new Set(bands.map(({ key }) => key)).size).toBe(bands.length)
  }
  expect(sizeBandsOn('1999-01-01')).toBe(sizeBandsOn('2026-11-26'))
})

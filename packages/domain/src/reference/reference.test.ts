import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { distanceKm, rankOffices, validOn, type RankableOffice } from './index.ts'

const office = (officeId: string, more: Partial<RankableOffice> = {}): RankableOffice => ({
  officeId,
  name: officeId,
  provinceCode: '99',
  wardCodes: [],
  point: null,
  validFrom: '2025-06-01',
  validTo: null,
  ...more,
})
const on = '2026-11-20'
const ids = (ranks: readonly { office: RankableOffice }[]) => ranks.map((rank) => rank.office.officeId)

describe('a dated list', () => {
  it('counts both days of a row as its own', () => {
    const rows = [
      { validFrom: '2025-01-01', validTo: '2025-06-30' },
      { validFrom: '2025-07-01', validTo: null },
    ] as const
    expect(validOn(rows, '2025-06-30')).toEqual([rows[0]])
    expect(validOn(rows, '2025-07-01')).toEqual([rows[1]])
    expect(validOn(rows, '2024-12-31')).toEqual([])
  })
})

describe('a distance', () => {
  it('between Hà Nội and Thành phố Hồ Chí Minh is about 1,140 km', () => {
    const km = distanceKm({ latitude: 21.0285, longitude: 105.8542 }, { latitude: 10.7769, longitude: 106.7009 })
    expect(km).toBeGreaterThan(1130)
    expect(km).toBeLessThan(1150)
  })
  it('is symmetric, never negative and zero at home', () => {
    const point = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    fc.assert(
      fc.property(point, point, (first, second) => {
        expect(distanceKm(first, second)).toBeCloseTo(distanceKm(second, first), 6)
        expect(distanceKm(first, second)).toBeGreaterThanOrEqual(0)
        expect(distanceKm(first, first)).toBe(0)
      }),
    )
  })
})

describe('the ranking of offices', () => {
  it('puts where one participates first, then where one lives, then the nearest', () => {
    const offices = [
      office('far', { point: { latitude: 10, longitude: 106 } }),
      office('near', { point: { latitude: 21, longitude: 105.9 }, provinceCode: '98' }),
      office('lives', { wardCodes: ['99001'] }),
      office('works'),
    ]
    const facts = {
      offices,
      wardCode: '99001',
      provinceCode: '99',
      point: { latitude: 21, longitude: 105.8 },
      employerOfficeId: 'works',
      on,
    }
    expect(ids(rankOffices(facts))).toEqual(['works', 'lives', 'near', 'far'])
    expect(rankOffices(facts).map((rank) => rank.why)).toEqual(['employer', 'ward', 'elsewhere', 'province'])
  })
  it('falls back on the province and the name where no place is known', () => {
    const offices = [office('b'), office('z', { provinceCode: '98' }), office('a')]
    expect(ids(rankOffices({ offices, wardCode: null, provinceCode: '99', on }))).toEqual(['a', 'b', 'z'])
    const point = { latitude: 21, longitude: 105.8 }
    const together = ['d', 'c'].map((name) => office(name, { point }))
    expect(ids(rankOffices({ offices: together, wardCode: null, provinceCode: '99', point, on }))).toEqual(['c', 'd'])
  })
  it('leaves out an office that is not in force on the day', () => {
    const offices = [office('old', { validTo: '2025-05-31', validFrom: '2010-01-01' }), office('new')]
    expect(ids(rankOffices({ offices, wardCode: null, provinceCode: null, on }))).toEqual(['new'])
  })
})

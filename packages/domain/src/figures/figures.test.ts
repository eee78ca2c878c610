import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideSmall, medianOf } from './index.ts'

describe('figures', () => {
  it('tell no group of one to four', () => {
    expect([0, 1, 4, 5, 17].map(hideSmall)).toStrictEqual([0, null, null, 5, 17])
    expect(medianOf([1, 2, 3, 4])).toBeNull()
  })
  it('have as many cases below the median as above it, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 5, maxLength: 60 }), (values) => {
        const median = medianOf(values) ?? -1
        expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(values.length / 2)
        expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(values.length / 2)
        expect(medianOf(values.toReversed())).toBe(median)
      }),
    )
  })
})

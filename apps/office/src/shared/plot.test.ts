import { describe, expect, it } from 'vitest'
import { niceTop } from './plot.tsx'

describe('the top of a plot', () => {
  it.each([
    [0, 4],
    [4, 4],
    [5, 5],
    [7, 10],
    [11, 20],
    [43, 50],
    [51, 100],
    [200, 200],
    [1234, 2000],
  ])('for %s is %s', (greatest, top) => expect(niceTop(greatest)).toBe(top))
})

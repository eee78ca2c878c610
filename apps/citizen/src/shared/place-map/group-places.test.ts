import { array, assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupPlaces } from './group-places.ts'

const places = array(record({ x: integer({ min: 0, max: 500 }), y: integer({ min: 0, max: 500 }) }), { maxLength: 40 })
const same = <T>(one: T): T => one

describe('marks on the map', () => {
  it('lose no place and show none twice', () => {
    assert(
      property(places, (all) => {
        expect(groupPlaces(all, same, 40).flat()).toHaveLength(all.length)
      }),
    )
  })
  it('never lie on each other', () => {
    assert(
      property(places, (all) => {
        const firsts = groupPlaces(all, same, 40).flatMap(([first]) => (first === undefined ? [] : [first]))
        for (const [at, one] of firsts.entries())
          for (const other of firsts.slice(at + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(40)
      }),
    )
  })
})

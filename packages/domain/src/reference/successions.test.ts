import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { findSuccessorOn, pickSpelling, type Dated, type Succession } from './index.ts'

const rows = new Map<number, Dated>([
  [1, { validFrom: '1995-02-16', validTo: '2025-05-31' }],
  [2, { validFrom: '2025-06-01', validTo: '2025-06-30' }],
  [3, { validFrom: '2025-07-01', validTo: null }],
  [4, { validFrom: '2025-07-01', validTo: '2025-09-30' }],
])
const successions: Succession<number>[] = [
  { oldId: 1, newId: 2, validFrom: '2025-06-01' },
  { oldId: 2, newId: 4, validFrom: '2025-07-01' },
  { oldId: 2, newId: 3, validFrom: '2025-07-01' },
]
const on = (day: string, id = 1) => findSuccessorOn({ id, on: day, rows, successions })

describe('who answers for an office', () => {
  it('is the office itself while it is in force, then its successor, and the successor’s', () => {
    expect([on('2020-01-01'), on('2025-05-31'), on('2025-06-01'), on('2025-07-01')]).toEqual([1, 1, 2, 3])
  })
  it('is the successor in force when there are several', () => {
    expect(on('2026-11-26')).toBe(3)
  })
  it('stays the last one known when no successor is', () => {
    expect(on('2026-11-26', 4)).toBe(4)
    expect(on('2026-11-26', 99)).toBe(99)
  })
  it('is found in any tangle of successions, circles too, and never is somebody who cannot be reached', () => {
    const day = fc.integer({ min: 0, max: 20 }).map((n) => `2026-01-${String(n + 1).padStart(2, '0')}`)
    const world = fc.record({
      rows: fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.record({ validFrom: day, validTo: fc.option(day) }))),
      successions: fc.array(fc.record({ oldId: fc.integer({ min: 0, max: 6 }), newId: fc.integer({ min: 0, max: 6 }), validFrom: day }), {
        maxLength: 15,
      }),
      id: fc.integer({ min: 0, max: 6 }),
      on: day,
    })
    fc.assert(
      fc.property(world, (facts) => {
        const reachable = new Set([facts.id])
        for (let round = 0; round < 7; round += 1)
          for (const { oldId, newId, validFrom } of facts.successions)
            if (reachable.has(oldId) && validFrom <= facts.on) reachable.add(newId)
        const found = findSuccessorOn({ ...facts, rows: new Map(facts.rows) })
        expect(reachable.has(found)).toBe(true)
        expect(findSuccessorOn({ ...facts, rows: new Map(facts.rows) })).toBe(found)
      }),
    )
  })
})

describe('a name typed', () => {
  const places = [{ names: ['Phường Hòa Bình'] }, { names: ['Phường Hoa Bình', 'Hoa Bình'] }, { names: ['Xã Thuý Sơn'] }]
  it('means the place whichever vowel carries the tone', () => {
    expect(pickSpelling(places, 'phường hoà bình')).toEqual([places[0]])
    expect(pickSpelling(places, 'Xã Thúy Sơn')).toEqual([places[2]])
  })
  it('finds both when the accents are left out, and an alias as well as the name', () => {
    expect(pickSpelling(places, 'phuong hoa binh')).toEqual([places[0], places[1]])
    expect(pickSpelling(places, 'Hoa Bình')).toEqual([places[1]])
    expect(pickSpelling(places, 'Hà Nội')).toEqual([])
  })
  it('never finds less with its accents taken away', () => {
    const word = fc.string({ unit: fc.constantFrom('h', 'o', 'à', 'ò', 'a', 'ă', 'đ', 'd', ' '), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.array(word), word, (names, typed) => {
        const all = names.map((name) => ({ names: [name] }))
        const exact = pickSpelling(all, typed)
        const bare = pickSpelling(all, typed.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd'))
        expect(exact.length === 0 || bare.length > 0).toBe(true)
      }),
    )
  })
})

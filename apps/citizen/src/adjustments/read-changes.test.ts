import { describe, expect, it } from 'vitest'

import { readChanges, toBoxes, toTyped, type Typed, UNTOUCHED } from './read-changes.ts'

const identity = {
  fullName: 'Trần Thị Mẫu',
  bornOn: '1990-05-03',
  sex: 'female',
  nationalId: '099190000001',
  insuranceNumber: '9900000001',
} as const
const now = { identity, ward: null, wardAsked: null, addresses: [] }
const as: Typed = { ...UNTOUCHED, fullName: identity.fullName, born: toBoxes(identity.bornOn), sex: 'female' }
const read = (typed: Partial<Typed>) => readChanges(now, { ...as, ...typed }, '2026-11-26')

describe('what is to be adjusted', () => {
  it('is what differs from the register, and nothing else', () => {
    expect(read({ fullName: ' Trần Thị  Mẫn ', sex: 'male' }).changes).toEqual([
      { field: 'fullName', value: 'Trần Thị Mẫn' },
      { field: 'sex', value: 'male' },
    ])
    expect(read({ born: { day: '', month: '', year: '1990' }, portrait: true }).changes).toEqual([
      { field: 'bornOn', value: '1990' },
      { field: 'portrait', value: 'new' },
    ])
  })
  it('is told when it is nothing, or cannot be read, all at once', () => {
    expect(read({}).faults).toEqual([{ field: 'fullName', code: 'nothing-changed' }])
    expect(
      read({ fullName: '1', born: { day: '31', month: '2', year: '1990' }, nationalId: '12' }).faults.map(({ field }) => field),
    ).toEqual(['fullName', 'born', 'nationalId'])
    expect(read({ born: { day: '1', month: '1', year: '2027' } }).faults).toEqual([{ field: 'born', code: 'born-wrong' }])
  })
  it('is every field that was filled in while the register cannot be asked', () => {
    const offline = (typed: Partial<Typed>) => readChanges(null, { ...UNTOUCHED, ...typed }, '2026-11-26')
    expect(offline({ fullName: 'Trần Thị Mẫu', nationalId: ' ', born: { day: '', month: '', year: '' } })).toEqual({
      changes: [{ field: 'fullName', value: 'Trần Thị Mẫu' }],
      faults: [],
    })
    expect(offline({}).faults).toEqual([{ field: 'fullName', code: 'nothing-changed' }])
  })
  it('comes back from a request as it was typed', () => {
    const wanted = read({ fullName: 'Trần Thị Mẫn', born: toBoxes('1990-05-04'), portrait: true }).changes
    expect(read(toTyped(wanted)).changes).toEqual(wanted)
  })
})

import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { editDistance } from '../differences/edit-distance.ts'
import { decideOpenNow } from './decide-open-now.ts'
import { isOneSlip } from './is-one-slip.ts'
import { fillPlace, indexAreas } from './lookup-place.ts'
import { makeLookupIndex } from './make-lookup-index.ts'
import { nearFirst } from './near-first.ts'
import { searchLookup } from './search-lookup.ts'

const AREAS = indexAreas([
  {
    code: '00004',
    name: 'Phường Ba Đình',
    otherNames: ['Phường Trúc Bạch', 'Quận Ba Đình'],
    point: { longitude: 105.84, latitude: 21.03 },
  },
  { code: '27211', name: 'Phường Chợ Quán', otherNames: ['Phường 1', 'Quận 5'], point: { longitude: 106.68, latitude: 10.75 } },
  { code: '01', name: 'Thành phố Hà Nội', otherNames: [], point: null },
  { code: '79', name: 'Thành phố Hồ Chí Minh', otherNames: ['Tỉnh Bình Dương'], point: null },
])
const place = (id: string, name: string, rest: object = {}) => fillPlace({ id, name, ...rest })
const PLACES = [
  place('01003', 'Bệnh viện đa khoa Xanh Pôn', { provinceCode: '01', wardCode: '00004' }),
  place('01009', 'Bệnh viện Bạch Mai', { provinceCode: '01', point: [105.84, 21.0] }),
  place('01777', 'Trạm y tế phường Ba Đình', { provinceCode: '01', wardCode: '00004' }),
  place('79001', 'TTYT Quận 5', { provinceCode: '79', wardCode: '27211' }),
  place('79002', 'Bệnh viện Nguyễn Trãi', { provinceCode: '79', wardCode: '27211' }),
  place('79003', 'Phòng khám đa khoa Hoà Hảo', { provinceCode: '79' }),
  place('79004', 'Phòng khám đa khoa Hỏa Hảo', { provinceCode: '79' }),
]
const index = makeLookupIndex(PLACES, AREAS)
const find = (typed: string, most = 20) => searchLookup(index, { typed, accepts: () => true, most }).map(({ place: { id } }) => id)

test.each([
  ['xanh pon', '01003'],
  ['bvdk xanh pon', '01003'],
  ['BV Đ.K Xanh Pôn', '01003'],
  ['xnah pon', '01003'],
  ['bachmai', '01009'],
  ['bệnh viện bạch ma', '01009'],
  ['trung tâm y tế q5', '79001'],
  ['ttyt q.5', '79001'],
  ['tyt trúc bạch', '01777'],
  ['bv nguyen trai quan 5', '79002'],
  ['pkđk Hòa Hảo', '79003'],
  ['79004', '79004'],
])('%s is found first', (typed, id) => expect(find(typed)[0]).toBe(id))

test('an accent that was typed decides between two that sound alike', () => {
  expect(find('Hoà Hảo')[0]).toBe('79003')
  expect(find('Hỏa Hảo')[0]).toBe('79004')
})
test('nothing typed lists everything by name', () => expect(find('')).toHaveLength(PLACES.length))
test('no text costs much or breaks it', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => find(typed).length <= PLACES.length))
  const begun = performance.now()
  find(`${'a'.repeat(10_000)}!`)
  find('(a+)+$ '.repeat(2000))
  find("'; DROP TABLE health_facilities; --")
  expect(performance.now() - begun).toBeLessThan(500)
})
test('the slip that costs nothing is the slip that the counter knows', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(word, word, (first, second) => {
      fc.pre(first !== second)
      expect(isOneSlip(first, second)).toBe(editDistance(first, second) !== 'more')
    }),
    { numRuns: 2000 },
  )
})
test('nearest first; a ward stands in where the place has no point, and who has neither comes last', () => {
  const hits = searchLookup(index, { typed: '', accepts: () => true, most: 20 })
  const near = nearFirst(hits, { longitude: 105.84, latitude: 21.0 }, AREAS)
  expect(near[0]).toMatchObject({ place: { id: '01009' }, distance: { km: 0, by: 'exact' } })
  expect(near[1]?.distance.by).toBe('ward')
  expect(near.slice(-2).map(({ distance }) => distance)).toEqual([
    { km: null, by: 'none' },
    { km: null, by: 'none' },
  ])
})
test('unknown hours are never called closed', () => {
  const at = { closures: [], calendar: [], today: '2026-11-26', time: '09:00' }
  const hours = { weekdays: [1, 2, 3, 4, 5], spans: [['08:00', '11:30']] }
  expect(decideOpenNow({ ...at, hours: null })).toBe('unknown')
  expect(decideOpenNow({ ...at, hours })).toBe('open')
  expect(decideOpenNow({ ...at, hours, time: '11:30' })).toBe('closed')
  expect(decideOpenNow({ ...at, hours, closures: [{ fromOn: '2026-11-26', toOn: '2026-11-26' }] })).toBe('closed')
  expect(decideOpenNow({ ...at, hours, today: '2026-11-28' })).toBe('closed')
})

import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideBadgeState } from './decide-badge-state.ts'
import { decideOpenOn } from './decide-open-now.ts'
import { parseHoursText } from './parse-hours-text.ts'

const WEEK = [1, 2, 3, 4, 5]

describe('hours as agents write them', () => {
  it('are understood when they are said in one rule', () => {
    const morning = { weekdays: WEEK, spans: [['08:00', '11:30']] }
    expect(parseHoursText('Thứ Hai đến thứ Sáu, 8 giờ đến 11 giờ 30')).toEqual(morning)
    expect(parseHoursText('8:00 - 11:30, T2-T6')).toEqual(morning)
    expect(parseHoursText('Từ thứ 2 đến thứ 7: sáng 7h30–11h30, chiều 13h30–17h00')).toEqual({
      weekdays: [1, 2, 3, 4, 5, 6],
      spans: [
        ['07:30', '11:30'],
        ['13:30', '17:00'],
      ],
    })
    expect(parseHoursText('Hàng ngày 7:00-20:00')).toEqual({ weekdays: [0, 1, 2, 3, 4, 5, 6], spans: [['07:00', '20:00']] })
    expect(parseHoursText('Thứ 3, thứ 5 và chủ nhật, 8h-10h')).toEqual({ weekdays: [0, 2, 4], spans: [['08:00', '10:00']] })
  })
  it('are left alone where anything is unclear', () => {
    for (const text of [
      '',
      'Giờ hành chính',
      'T2-T6',
      '7:30-17:00',
      'Thứ 2-6: 7h30-17h; thứ 7: 7h30-11h30',
      'chiều 1h30 đến 5h thứ 2',
      'thứ sáu đến thứ hai 8h-9h',
      'thứ 2 8h',
      'thứ 2, 17h-8h',
      'gọi 0950000001 trước',
      '8h-11h'.repeat(100),
    ])
      expect(parseHoursText(text)).toBeNull()
  })
  it('never slow anybody down, whatever is written', () => {
    const pieces = constantFrom('thứ ', 't', '2', ' đến ', '-', '8h', '8 giờ 30', ' ', ',', 'hàng ngày', 'x')
    assert(property(string({ unit: pieces, maxLength: 400 }), (text) => void parseHoursText(text)))
  })
})

describe('a day asked for', () => {
  const place = { hours: { weekdays: WEEK, spans: [['08:00', '11:30']] }, calendar: [], closures: [] }
  it('is open by its weekday and closures, and unknown without hours', () => {
    expect(decideOpenOn(place, '2026-11-27')).toBe('open')
    expect(decideOpenOn(place, '2026-11-28')).toBe('closed')
    const closures = [{ fromOn: '2026-11-27', toOn: '2026-11-30', reason: 'Sửa chữa' }]
    expect(decideOpenOn({ ...place, closures }, '2026-11-27')).toBe('closed')
    expect(decideOpenOn({ ...place, hours: null }, '2026-11-28')).toBe('unknown')
  })
})

describe('a badge', () => {
  const facts = { validFrom: '2026-01-01', validTo: '2026-12-31', shared: false, withdrawn: false, today: '2026-11-27' }
  it('that was taken back is told so before everything else; one that ended before a number used twice', () => {
    expect(decideBadgeState(facts)).toBe('valid')
    expect(decideBadgeState({ ...facts, shared: true })).toBe('disputed')
    expect(decideBadgeState({ ...facts, shared: true, validTo: '2026-11-26' })).toBe('expired')
    expect(decideBadgeState({ ...facts, today: '2025-12-31' })).toBe('not-yet')
    for (const today of ['2025-12-31', '2026-11-27', '2027-01-01'])
      expect(decideBadgeState({ ...facts, shared: true, withdrawn: true, today })).toBe('withdrawn')
  })
})

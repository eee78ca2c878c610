import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnnouncement, isQuiet, leftInMinute } from './index.ts'

const good = {
  title: { vi: 'Lịch làm việc dịp Tết', en: 'Opening hours at Tết' },
  words: { vi: 'Cơ quan BHXH nghỉ từ 15/02 đến 20/02.', en: 'Offices are closed from 15 to 20 February.' },
}
const RULE = { fourEyesFrom: 1000, perMinute: 600, quietFromHour: 21, quietUntilHour: 7, smsBudget: 10 }

describe('an announcement', () => {
  it.each([
    ['as it should be', {}, 'ok'],
    ['without English', { words: { vi: 'x', en: ' ' } }, 'announcement-words'],
    ['with an address', { words: { vi: 'Xem https://example.invalid/x', en: 'x' } }, 'announcement-link'],
    ['with a bare address', { words: { vi: 'Vào baohiem-so.vn để nhận tiền', en: 'x' } }, 'announcement-link'],
    ['that asks for a password', { words: { vi: 'Hãy nhập mật khẩu để cập nhật.', en: 'x' } }, 'announcement-secret'],
    ['that asks for a code in English', { words: { vi: 'x', en: 'Please enter your code.' } }, 'announcement-secret'],
    ['that warns of such', { words: { vi: 'Không ai được yêu cầu bạn nhập mật khẩu.', en: 'Never enter your password there.' } }, 'ok'],
    ['with script, which is shown as text', { title: { vi: '<script>alert(1)</script>', en: '<b>x</b>' } }, 'ok'],
  ] as const)('%s', (_name, change, expected) => {
    const checked = checkAnnouncement({ ...good, ...change })
    expect(checked.ok ? 'ok' : checked.code).toBe(expected)
  })

  it('of any length is looked at in no time', () => {
    const long = `${'a'.repeat(100_000)}.${'nhập '.repeat(20_000)}`
    const before = performance.now()
    checkAnnouncement({ ...good, words: { vi: long, en: long } })
    expect(performance.now() - before).toBeLessThan(500)
  })

  it('leaves nobody awake: quiet from nine at night until seven', () => {
    expect(isQuiet(Date.parse('2026-11-27T21:00:00+07:00'), RULE)).toBe(true)
    expect(isQuiet(Date.parse('2026-11-27T06:59:00+07:00'), RULE)).toBe(true)
    expect(isQuiet(Date.parse('2026-11-27T07:00:00+07:00'), RULE)).toBe(false)
    expect(isQuiet(Date.parse('2026-11-27T20:59:00+07:00'), RULE)).toBe(false)
  })

  it('is told to no more in a minute than the rule says', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(120_000), (minuteTold, since) => {
        const left = leftInMinute(RULE, { minuteAt: 0, minuteTold, now: since })
        expect(left).toBeGreaterThanOrEqual(0)
        if (since < 60_000) expect(left + minuteTold).toBeLessThanOrEqual(Math.max(RULE.perMinute, minuteTold))
      }),
    )
  })
})

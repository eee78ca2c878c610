import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMessages,
  CHAT_RULES,
  estimateWait,
  findChatCategory,
  findChatRule,
  followAgainMs,
  isStaffed,
  lastWithoutGap,
  listChatCategories,
  maskName,
  maskNumber,
  maskSecrets,
  nextStaffedMs,
  SECRET_MASK,
} from './index.ts'

const at = (time: string): number => Date.parse(`${time}:00+07:00`)
const TET = [{ on: '2027-02-08', kind: 'public-holiday', name: 'Tết' }] as const
const rule = findChatRule('2026-11-27')

describe('what looks like a secret', () => {
  it.each([
    ['mật khẩu của tôi là Abc@1234 nhé', `mật khẩu của tôi là ${SECRET_MASK} nhé`],
    ['mat khau: conmeocon', `mat khau: ${SECRET_MASK}`],
    ['pass=hoamai99', `pass=${SECRET_MASK}`],
    ['mk hoamai99', `mk ${SECRET_MASK}`],
    ['mã OTP 482913 vừa tới', `mã OTP ${SECRET_MASK} vừa tới`],
    ['mã xác nhận là 48 29 13', `mã xác nhận là ${SECRET_MASK}`],
    ['482913', SECRET_MASK],
    ['482 913', SECRET_MASK],
    ['thẻ 4111 1111 1111 1111 của tôi', `thẻ ${SECRET_MASK} của tôi`],
    ['the 4111-1111-1111-1111', `the ${SECRET_MASK}`],
    ['my password is Tr0ub4dor', `my password is ${SECRET_MASK}`],
  ])('is masked: %s', (words, shown) => expect(maskSecrets(words)).toStrictEqual({ words: shown, masked: true }))
  it.each([
    'Tôi quên mật khẩu rồi, làm sao đăng nhập?',
    'Mật khẩu không đúng là sao?',
    'Mã số BHXH của tôi là 9900000001',
    'CCCD 099180000001 sinh ngày 05/03/1980',
    'Số điện thoại 0950000001',
    'Tôi đóng từ 2015 đến 2020, lương 8.000.000 đồng',
    'Tôi không nhận được mã OTP',
    'Hạn 12/12/2026, mã tờ khai A7KM-29PX',
  ])('nothing else is: %s', (words) => expect(maskSecrets(words)).toStrictEqual({ words, masked: false }))
  it('is gone for good: masking twice changes nothing more, and no text takes long', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (words) => {
        const once = maskSecrets(words).words
        expect(maskSecrets(once).words.replaceAll(SECRET_MASK, '')).not.toMatch(/\d{13}/u)
      }),
      { numRuns: 200 },
    )
    const begun = performance.now()
    for (const part of ['mật khẩu ', '1 ', '4111-', 'mk: ', 'otp 1', 'a:']) maskSecrets(part.repeat(2000).slice(0, 2000))
    expect(performance.now() - begun).toBeLessThan(500)
  })
  it('a card number is masked however it is spaced', () => {
    const luhn = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 18 }).map((digits) => {
      const sum = digits
        .toReversed()
        .reduce((total, digit, place) => total + (place % 2 === 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit), 0)
      return [...digits, (10 - (sum % 10)) % 10]
    })
    fc.assert(
      fc.property(luhn, fc.constantFrom('', ' ', '-'), (digits, between) => {
        fc.pre(new Set(digits).size > 1)
        expect(maskSecrets(`số ${digits.join(between)} đó`).words).toBe(`số ${SECRET_MASK} đó`)
      }),
    )
  })
})

describe('the hours of the chat', () => {
  it.each([
    ['2026-11-27T07:29', false],
    ['2026-11-27T07:30', true],
    ['2026-11-27T12:00', false],
    ['2026-11-27T16:59', true],
    ['2026-11-27T17:00', false],
    ['2026-11-28T09:00', false],
    ['2027-02-08T09:00', false],
  ])('%s: staffed %s', (time, staffed) => expect(isStaffed(at(time), rule, TET)).toBe(staffed))
  it('name the next opening after a night, a weekend and a holiday', () => {
    expect(nextStaffedMs(at('2026-11-27T18:00'), rule, TET)).toBe(at('2026-11-30T07:30'))
    expect(nextStaffedMs(at('2027-02-05T17:30'), rule, TET)).toBe(at('2027-02-09T07:30'))
    expect(nextStaffedMs(at('2026-11-27T12:00'), rule, TET)).toBe(at('2026-11-27T13:00'))
  })
})

describe('the time one waits', () => {
  it('is none with a free seat, unknown with nobody on duty, and grows with the place', () => {
    const facts = { freeSeats: 1, agents: 2, chatsOfAgent: 3, minutesOfChat: 9 }
    expect(estimateWait({ ...facts, place: 1 })).toBe(0)
    expect(estimateWait({ ...facts, place: 2 })).toBe(2)
    expect(estimateWait({ ...facts, place: 1, agents: 0 })).toBeNull()
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 50 }), (place, agents) => {
        const wait = (of: number): number => estimateWait({ place: of, freeSeats: 0, agents, chatsOfAgent: 3, minutesOfChat: 8 }) ?? -1
        expect(wait(place)).toBeGreaterThan(0)
        expect(wait(place + 1)).toBeGreaterThanOrEqual(wait(place))
      }),
    )
  })
})

describe('rules and categories', () => {
  it('every rule says its source and has room for a chat', () => {
    for (const one of CHAT_RULES) {
      expect(one.source).not.toBe('')
      expect(Math.min(one.chatsOfAgent, one.agentAwaySeconds, one.askerAwayMinutes, one.waitingOfAgent)).toBeGreaterThan(0)
    }
  })
  it('a category belongs to its asker', () => {
    for (const asker of ['citizen', 'employer', 'stranger'] as const)
      for (const { code, department } of listChatCategories(asker)) expect(findChatCategory(code, asker)?.department).toBe(department)
    expect(findChatCategory('roster', 'citizen')).toBeNull()
  })
  it('names and numbers are shown in part', () => {
    expect(maskName('Trần Thị Mẫu')).toBe('T••• T••• Mẫu')
    expect(maskName(' Y ')).toBe('Y')
    expect(maskNumber('9900000001')).toBe('••••••0001')
  })
})

describe('what comes over a line that breaks', () => {
  it('is shown in order and once, whatever comes twice or late', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }), { maxLength: 8 }), (batches) => {
        const shown = batches.reduce<readonly { seq: number }[]>(
          (all, batch) =>
            addMessages(
              all,
              batch.map((seq) => ({ seq })),
            ),
          [],
        )
        expect(shown.map(({ seq }) => seq)).toStrictEqual([...new Set(batches.flat())].toSorted((one, other) => one - other))
        const last = lastWithoutGap(shown)
        expect(shown.slice(0, last).map(({ seq }) => seq)).toStrictEqual(Array.from({ length: last }, (_, at) => at + 1))
      }),
    )
  })
  it('is asked for again later and later, never all at once, never later than a quarter of a minute', () => {
    expect(followAgainMs(1, 0)).toBe(250)
    expect(followAgainMs(1, 0.999)).toBeLessThanOrEqual(500)
    for (let failures = 1; failures < 40; failures += 1) expect(followAgainMs(failures, 0.5)).toBeLessThanOrEqual(15_000)
  })
})

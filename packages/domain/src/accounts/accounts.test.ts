import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { COMMON_PASSWORDS, isCommonPassword } from './common-passwords.ts'
import {
  ACCOUNT_MOVES,
  ACCOUNT_STATES,
  decideAccountMove,
  decidePassword,
  makeFirstPassword,
  makeOneTimeCode,
  parseFirstPassword,
  parseOneTimeCode,
  type AccountState,
} from './index.ts'

const STATES = Object.keys(ACCOUNT_STATES) as AccountState[]

describe('the states of an account', () => {
  it('answer every move of every actor', () => {
    for (const state of STATES) {
      for (const { move } of ACCOUNT_MOVES) {
        for (const by of ['account-holder', 'clerk', 'supervisor', 'system'] as const) {
          const decision = decideAccountMove(state, move, by)
          if (decision.ok) expect(ACCOUNT_STATES[state].final).toBe(false)
          else expect(['move-not-allowed', 'not-yours']).toContain(decision.code)
        }
      }
    }
  })
  it('let a held or stopped account neither sign in nor reset its password', () => {
    expect(STATES.filter((state) => ACCOUNT_STATES[state].maySignIn)).toEqual(['pending-first-sign-in', 'active'])
    for (const state of STATES) expect(ACCOUNT_STATES[state].mayResetPassword).toBe(ACCOUNT_STATES[state].maySignIn)
  })
  it('do not let a clerk release what was held', () => {
    expect(decideAccountMove('held', 'release', 'clerk')).toEqual({ ok: false, code: 'not-yours' })
    expect(decideAccountMove('held', 'release', 'supervisor')).toEqual({ ok: true, to: 'active' })
  })
})

describe('one’s own password', () => {
  const person = {
    insuranceNumber: '9900000027',
    nationalId: '099194000027',
    phone: '+84951234567',
    bornOn: '1994-03-05',
    fullName: 'Nguyễn Thị Hoà',
  } as const
  const decide = (password: string) => decidePassword(password, person, isCommonPassword)
  it.each([
    'bốn con mèo trắng',
    'tuyệt-vời-ông-mặt-trời',
    'Xk7!qpzw',
    'Hoa05031994abcd',
    'xy'.repeat(3) + 'zw7!'.repeat(62) + 'ab',
    '🦆🦆🐢🐢🐇🐇🦔🦔!',
    'a'.repeat(31) + 'xyz '.repeat(8),
    'hoa hồng trên bậc thềm cũ',
  ])('%s is taken as it is', (password) => expect(decide(password)).toEqual({ ok: true }))
  it.each([
    ['xk7!qpz', 'password-too-short'],
    ['🦆🦆🐢🐢🐇🐇🦔', 'password-too-short'],
    ['x'.repeat(257), 'password-too-long'],
    ['x'.repeat(100_000), 'password-too-long'],
    ['matkhau123', 'password-common'],
    ['MẬT KHẨU@2026', 'password-common'],
    ['12345678', 'password-common'],
    ['123123123', 'password-common'],
    ['AnhYeuEm1', 'password-common'],
    ['P@ssw0rd1!', 'password-common'],
    ['vssid2026', 'password-common'],
    ['qwertyui', 'password-common'],
    ['19941994', 'password-common'],
    ['9900000027', 'password-personal'],
    ['099194000027', 'password-personal'],
    ['0951234567', 'password-personal'],
    ['84951234567!', 'password-personal'],
    ['05031994', 'password-personal'],
    ['05/03/1994', 'password-personal'],
    ['1994.03.05', 'password-personal'],
    ['03-05-1994', 'password-personal'],
    ['050394!!', 'password-personal'],
    ['0503hoa!!', 'password-personal'],
    ['03/1994 hoa', 'password-personal'],
    ['Hoa05031994abc', 'password-personal'],
    ['Hoa05031994', 'password-personal'],
    ['nguyenthihoa', 'password-personal'],
    ['NguyễnThịHoà94', 'password-personal'],
    ['hoà@1994!!', 'password-personal'],
  ])('%s is refused as %s', (password, code) => expect(decide(password)).toEqual({ ok: false, code }))
  it('needs no personal data to be judged', () => {
    expect(decidePassword('bốn con mèo trắng', {}, () => false)).toEqual({ ok: true })
    expect(decidePassword('bốn con mèo trắng', { bornOn: '1960', fullName: 'Ý' }, () => false)).toEqual({ ok: true })
  })
  it('is judged the same in either Unicode form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (password) => {
        expect(decide(password.normalize('NFD')).ok).toBe(decide(password.normalize('NFC')).ok)
      }),
    )
  })
})

describe('the list of common passwords', () => {
  it('is folded, without doubles and several hundred long', () => {
    expect(COMMON_PASSWORDS.length).toBeGreaterThan(400)
    expect(new Set(COMMON_PASSWORDS).size).toBe(COMMON_PASSWORDS.length)
    expect(COMMON_PASSWORDS.every((word) => /^[\x21-\x7e]{3,40}$/u.test(word) && word === word.toLowerCase())).toBe(true)
  })
  it('answers at once for a long text', () => {
    const started = performance.now()
    isCommonPassword('ab'.repeat(128))
    isCommonPassword('1'.repeat(256))
    isCommonPassword(`${'1!'.repeat(127)}x`)
    expect(performance.now() - started).toBeLessThan(200)
  })
})

describe('a first password', () => {
  const bytes = fc.uint8Array({ minLength: 12, maxLength: 12 })
  it('has letters, digits, letters, and is read back from any careless typing', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const password = makeFirstPassword(random)
        expect(password).toMatch(/^[bcfghjkmnprstvxz]{4}-[2-9]{4}-[bcfghjkmnprstvxz]{4}$/u)
        expect(parseFirstPassword(` ${password.toUpperCase().replaceAll('-', ' ')} `)).toBe(password)
        expect(parseFirstPassword(password.replaceAll('-', ''))).toBe(password)
      }),
    )
  })
  it('holds 44 bits: every byte counts, each sign equally often', () => {
    expect(8 * Math.log2(16) + 4 * Math.log2(8)).toBeGreaterThanOrEqual(40)
    const seen = new Set<string>()
    for (let byte = 0; byte < 256; byte += 1) seen.add(makeFirstPassword(new Uint8Array(12).fill(byte)))
    expect(seen.size).toBe(16)
  })
  it('is repaired where a letter was read as a digit or a digit as a letter', () => {
    expect(parseFirstPassword('8gsz-8952-8925')).toBe('bgsz-8952-bgzs')
    expect(parseFirstPassword('bgsz-bgsz-bgzs')).toBe('bgsz-8952-bgzs')
  })
  it.each(['', 'bcfg', 'bcfg-2345-hjka', 'bcfg-2345-hjkmm', 'bcfg-0345-hjkm'])('is not %s', (text) =>
    expect(parseFirstPassword(text)).toBeNull(),
  )
  it('needs twelve random bytes', () => expect(() => makeFirstPassword(new Uint8Array(11))).toThrow(RangeError))
})

describe('a one-time code', () => {
  it('has six digits, leading zeros kept, and is drawn again where it would be unfair', () => {
    expect(makeOneTimeCode(Uint8Array.from([0, 0, 0, 42]))).toBe('000042')
    expect(makeOneTimeCode(Uint8Array.from([255, 255, 255, 255]))).toBeNull()
    fc.assert(fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (random) => /^\d{6}$/u.test(makeOneTimeCode(random) ?? '000000')))
  })
  it('is read with spaces and full-width digits, and nothing else is one', () => {
    expect(parseOneTimeCode(' 123 456 ')).toBe('123456')
    expect(parseOneTimeCode('１２３４５６')).toBe('123456')
    expect(['12345', '1234567', '12345a', ''].map(parseOneTimeCode)).toEqual([null, null, null, null])
  })
})

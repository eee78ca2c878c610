import { assert, constantFrom, property, string, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatStatementCode, makeFormCode, makeStatementCode } from '../index.ts'
import { readPaperCode } from './index.ts'

const random = (length: number) => uint8Array({ minLength: length, maxLength: length })

describe('what is read off a paper', () => {
  it('is a paper’s code, however it was typed or scanned', () => {
    const write = constantFrom<(code: string) => string>(
      (code) => code,
      formatStatementCode,
      (code) => code.toLowerCase(),
      (code) => ` ${code} `,
      (code) => `https://an-sinh.example.invalid/kiem-tra/${code}`,
    )
    assert(
      property(random(11), write, (bytes, format) => {
        const code = makeStatementCode(bytes)
        if (code !== null) expect(readPaperCode(format(code))).toEqual({ ok: true, paper: { kind: 'paper', code } })
      }),
    )
  })
  it('is a hand-over’s code of ten characters', () => {
    assert(
      property(random(9), (bytes) => {
        const code = makeFormCode(bytes)
        if (code !== null)
          expect(readPaperCode(`https://x.invalid/kiem-tra/${code}`)).toEqual({ ok: true, paper: { kind: 'hand-over', code } })
      }),
    )
  })
  it('is a badge’s code, typed or as its address', () => {
    const code = 'MAU-DT-0101~0123456789ABCDEF0123'
    for (const text of [code, code.toLowerCase(), `https://x.invalid/kiem-tra/dai-ly/${encodeURIComponent(code)}`])
      expect(readPaperCode(text)).toEqual({ ok: true, paper: { kind: 'agent-badge', code } })
  })
  it('is told to be something else: the hospital’s QR of a card, the code of a form', () => {
    expect(readPaperCode('9900000777|4e677579|02/01/1990|2|x')).toMatchObject({ code: 'health-card-qr' })
    expect(readPaperCode('https://x.invalid/to-khai#ABCDE12345')).toMatchObject({ code: 'form-code' })
  })
  it('is never more than a refusal, whatever was scanned', () => {
    assert(property(string({ maxLength: 5000 }), (text) => typeof readPaperCode(text).ok === 'boolean'))
    expect(readPaperCode(`https://x.invalid/%E0%A4%A`).ok).toBe(false)
  })
})

import { REFUSALS } from '@an-sinh/contract'
import { describe, expect, it } from 'vitest'
import { findReadyAnswer, listByHand, searchReadyAnswers } from './ready-answers.ts'

const CODES = Object.keys(REFUSALS)

describe('ready answers', () => {
  it('are there for every refusal code, whole in both languages, with what to do next', () => {
    const without = CODES.filter((code) => {
      const answer = findReadyAnswer(code)
      return answer === null || answer.words.vi.length < 60 || answer.words.en.length < 60
    })
    expect(CODES.length).toBeGreaterThan(200)
    expect(without).toStrictEqual([])
  })
  it('were written by hand for at least twenty-five codes, each of which exists', () => {
    expect(listByHand().length).toBeGreaterThanOrEqual(25)
    expect(listByHand().filter((code) => !CODES.includes(code))).toStrictEqual([])
  })
  it('ask nobody for a password or a code', () => {
    const asking = CODES.filter((code) =>
      /(?:đọc|gửi|cho) (?:tôi|chúng tôi) (?:mật khẩu|mã xác nhận)/iu.test(findReadyAnswer(code)?.words.vi ?? ''),
    )
    expect(asking).toStrictEqual([])
  })
  it('are found by their code, and by words without accents', () => {
    expect(searchReadyAnswers('sign-in-wrong', 'vi').answers.map(({ code }) => code)).toStrictEqual(['sign-in-wrong'])
    expect(
      searchReadyAnswers('mat khau lan dau het han', 'vi')
        .answers.slice(0, 3)
        .map(({ code }) => code),
    ).toContain('first-password-run-out')
    expect(searchReadyAnswers('', 'vi').answers.every(({ byHand }) => byHand)).toBe(true)
    expect(searchReadyAnswers('zzzzz', 'vi').found).toBe(0)
  })
})

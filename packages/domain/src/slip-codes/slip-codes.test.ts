import { assert, property, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSlipCode, makeSlipCode, parseSlipCode } from './index.ts'

const bytes = uint8Array({ minLength: 11, maxLength: 11 })

describe('a slip’s code', () => {
  it('comes back from what was printed, in small letters and without its hyphens too', () => {
    assert(
      property(bytes, (random) => {
        const code = makeSlipCode(random)
        if (code === null) return
        expect(parseSlipCode(formatSlipCode(code))).toBe(code)
        expect(parseSlipCode(code.toLowerCase())).toBe(code)
      }),
    )
  })

  it('with one wrong character is no code', () => {
    assert(
      property(bytes, (random) => {
        const code = makeSlipCode(random)
        if (code === null) return
        const wrong = (code.startsWith('A') ? 'B' : 'A') + code.slice(1)
        expect(parseSlipCode(wrong)).toBeNull()
      }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readWaitingFacts, type SaidAtCounter } from '../index.ts'

const NOTHING: SaidAtCounter = { fullName: null, bornOn: null, phoneTail: null, idTail: null }
const SAID: SaidAtCounter = { fullName: 'Nguyễn Thị  Thử', bornOn: '1994-03-05', phoneTail: '0950 123 456', idTail: '0012' }

describe('who stands at the counter', () => {
  it('is looked for by any two facts and never by one', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(SAID) as (keyof SaidAtCounter)[]), (keys) => {
        const said = { ...NOTHING, ...Object.fromEntries(keys.map((key) => [key, SAID[key]])) }
        return readWaitingFacts(said).ok === keys.length >= 2
      }),
    )
  })

  it('is folded, born on a day, in a month or in a year, and has a phone without its zero', () => {
    expect(readWaitingFacts(SAID)).toStrictEqual({
      ok: true,
      nameFolded: 'nguyen thi thu',
      bornOn: ['1994-03-05', '1994-03', '1994'],
      phoneTail: '950123456',
      idTail: '0012',
    })
  })

  it.each([
    ['one letter', { fullName: 'A', phoneTail: '1234' }],
    ['three digits', { fullName: 'An', phoneTail: '123' }],
    ['no such day', { fullName: 'An', bornOn: '1994-02-31' }],
    ['signs no number has', { fullName: 'An', idTail: '12_%' }],
  ])('by %s beside a fact is refused: it does not count', (_what, said) => {
    expect(readWaitingFacts({ ...NOTHING, ...said })).toStrictEqual({ ok: false, code: 'two-facts-needed' })
  })
})

import { describe, expect, it } from 'vitest'
import { readTypedDate } from './read-typed-date.ts'

describe('a birth date as a clerk types it', () => {
  it.each([
    ['05/03/1994', '1994-03-05'],
    ['5/3/1994', '1994-03-05'],
    ['5.3.1994', '1994-03-05'],
    ['05031994', '1994-03-05'],
    ['3/1994', '1994-03'],
    ['1994', '1994'],
    ['31/02/1994', null],
    ['hôm qua', null],
    ['', null],
  ])('%s → %s', (typed, date) => {
    expect(readTypedDate(typed)).toBe(date)
  })
})

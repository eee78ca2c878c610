import { foldText } from '@an-sinh/domain'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.drop())

const foldInSql = async (texts: string[]): Promise<string[]> => {
  const rows = await platform.sql<
    { folded: string }[]
  >`SELECT fold_text(t.value) AS folded FROM unnest(${texts}::text[]) WITH ORDINALITY AS t(value, at) ORDER BY at`
  return rows.map((row) => row.folded)
}

const LETTERS = 'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯZŁØßçñüéÀẢãáạầấẩẫậằắẳẵặýỵ'
const MARKS = '\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b'
const SPACES = [' ', '  ', '\t', '\u00a0', '\u200b', '\ufeff', '\u3000', '\u00ad']
const sign = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...LETTERS) },
  { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 3, arbitrary: fc.constantFrom(...SPACES) },
  { weight: 1, arbitrary: fc.constantFrom('ð', 'ɖ', 'İ', 'Σ', "'", '-', '.', '1') },
)

describe('fold_text in the database', () => {
  it('answers what foldText of the domain answers, for composed, decomposed and untidy names', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(sign, { maxLength: 40 }).map((signs) => signs.join('')),
          { minLength: 50, maxLength: 50 },
        ),
        async (names) => {
          expect(await foldInSql(names)).toEqual(names.map(foldText))
        },
      ),
      { numRuns: 40 },
    )
  })
  it('finds the same name whichever keyboard typed it', async () => {
    const [first, ...others] = await foldInSql([
      'Nguyễn Thị Hoà',
      'NGUYỄN THỊ HÒA',
      'Nguyễn Thị Hoà'.normalize('NFD'),
      '  nguyen\u00a0thi  hoa ',
      'Nguyễn Thị Ðức'.replace('Ðức', 'Hoa'),
    ])
    expect(first).toBe('nguyen thi hoa')
    expect(new Set(others)).toEqual(new Set([first]))
    expect(await foldInSql(['Đặng Đình Đức', 'Ðặng Ðình Ðức'])).toEqual(['dang dinh duc', 'dang dinh duc'])
  })
  it('throws on nothing', async () => {
    const odd = ['', ' ', '\u0301', '\u0301'.repeat(10_000), 'x'.repeat(100_000), '👩‍👩‍👧', '\uffff', '\u202eabc', '%_\\']
    await expect(foldInSql(odd)).resolves.toHaveLength(odd.length)
  })
})

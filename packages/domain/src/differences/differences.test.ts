import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { foldText } from '../text/index.ts'
import { compareBirthDates, compareNames, compareNumbers, matchFoldedNames, findDifferences, type PersonFacts } from './index.ts'

describe('two names', () => {
  it.each([
    ['Nguyễn Thị Hoà', 'NGUYỄN  THỊ HOÀ', 'same', 'name-same'],
    ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa', 'tone-position', 'name-tone-position'],
    ['Nguyen Thi Hoa', 'Nguyễn Thị Hòa', 'same-folded', 'name-accents'],
    ['Đỗ Văn Đức', 'Do Van Duc', 'same-folded', 'name-accents'],
    ['Hoà Nguyễn Thị', 'Nguyễn Thị Hoà', 'order', 'name-word-order'],
    ['Lý Mỹ Kỳ', 'Lí Mĩ Kì', 'close', 'name-i-or-y'],
    ['Nguyễn Thị Hằng', 'Nguyễn Thị Hằnq', 'close', 'name-one-letter'],
    ['Nguyễn Thị Hằg', 'Nguyễn Thị Hằng', 'close', 'name-one-letter'],
    ['Ngyuễn Thị Hằng', 'Nguyễn Thị Hằng', 'close', 'name-letters-swapped'],
    ['Nguyễn Hằng', 'Nguyễn Thị Hằng', 'close', 'name-word-missing'],
    ['H Hen Niê', 'HHen Niê', 'close', 'name-spaces'],
    ['Nguyễn Thị Hằng', 'Trần Văn Nam', 'different', 'name-different'],
    ['Hằng', 'Nguyễn Hằng', 'different', 'name-different'],
  ])('%s and %s are: %s', (declared, registered, verdict, rule) => {
    expect(compareNames(declared, registered)).toMatchObject({ verdict, rule })
  })
  it('say which word differs', () => {
    expect(compareNames('Nguyễn Thị Hằng', 'Nguyễn Thi Hằng').at).toBe(1)
    expect(compareNames('Nguyễn Thị', 'Nguyễn Thị Hằng')).toMatchObject({ verdict: 'close', rule: 'name-word-missing' })
  })
  const word = fc.string({ unit: fc.constantFrom(...'abcđeêghiklmnoơpqrstuưvxyáàạ'), minLength: 1, maxLength: 6 })
  const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
  it('are judged the same from either side', () => {
    fc.assert(
      fc.property(name, name, (first, second) => {
        expect(compareNames(first, second).verdict).toBe(compareNames(second, first).verdict)
      }),
    )
  })
  it('that are equal are the same whatever the capitals and the Unicode form', () => {
    fc.assert(
      fc.property(name, (any) => {
        expect(compareNames(any.toUpperCase().normalize('NFD'), any).verdict).toBe('same')
      }),
    )
  })
  const near = (any: string) =>
    fc.oneof(
      name,
      fc.nat().map((at) => any.slice(0, at % any.length) + any.slice((at % any.length) + 1)),
      fc.nat().map((at) => `${any.slice(0, at % any.length)}y${any.slice(at % any.length)}`),
      fc.constant(any.replaceAll(' ', '')),
      fc.nat().map((at) =>
        any
          .split(' ')
          .toSpliced(at % 5, 1)
          .join(' '),
      ),
      fc.constant(any.split(' ').toReversed().join(' ')),
      fc.nat().map((at) => {
        const place = at % Math.max(1, any.length - 1)
        return `${any.slice(0, place)}${any[place + 1] ?? ''}${any[place] ?? ''}${any.slice(place + 2)}`
      }),
      fc.constant(any.replaceAll('i', 'y')),
    )
  it('are matched in folded form exactly where the comparison does not call them different', () => {
    const verdicts = new Set<string>()
    fc.assert(
      fc.property(
        name.chain((any) => fc.tuple(fc.constant(any), near(any))),
        ([declared, registered]) => {
          const { verdict } = compareNames(declared, registered)
          verdicts.add(verdict)
          expect(matchFoldedNames(declared)(foldText(registered))).toBe(verdict !== 'different')
        },
      ),
      { numRuns: 2000 },
    )
    expect(verdicts.size).toBeGreaterThan(3)
  })
  it('are never called different for one changed letter', () => {
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom(...'abcxyz'), (any, place, letter) => {
        const at = place % any.length
        fc.pre(any[at] !== ' ')
        expect(compareNames(any.slice(0, at) + letter + any.slice(at + 1), any).verdict).not.toBe('different')
      }),
    )
  })
})

describe('two birth dates', () => {
  it.each([
    ['1994-03-05', '1994-03-05', 'same'],
    ['1994', '1994-03-05', 'partial'],
    ['1994-03-05', '1994-03', 'partial'],
    ['1994-03-05', '1994-05-03', 'day-month-swapped'],
    ['1994-03-05', '1994-03-06', 'close'],
    ['1994-03-15', '1994-03-51', 'close'],
    ['1994-03-05', '1949-03-05', 'close'],
    ['1994', '1995', 'close'],
    ['1994', '1995-03-05', 'different'],
    ['1994-03', '1994-04-05', 'different'],
    ['1994-03-05', '1988-11-20', 'different'],
  ])('%s and %s are: %s', (declared, registered, verdict) => {
    expect(compareBirthDates(declared, registered).verdict).toBe(verdict)
    expect(compareBirthDates(registered, declared).verdict).toBe(verdict)
  })
})

describe('two numbers', () => {
  it.each([
    ['9900000027', '9900000027', 'same'],
    ['9900000072', '9900000027', 'transposed'],
    ['9900000026', '9900000027', 'one-digit'],
    ['990000002', '9900000027', 'one-digit'],
    ['9900001127', '9900000027', 'different'],
    ['9900001230', '9900002930', 'different'],
    ['990000002712', '9900000027', 'different'],
    [null, '9900000027', 'missing'],
    ['', '9900000027', 'missing'],
    ['9900000027', null, 'missing'],
  ] as const)('%s and %s are: %s', (declared, registered, verdict) => expect(compareNumbers(declared, registered).verdict).toBe(verdict))
})

describe('declared beside registered data', () => {
  const person: PersonFacts = {
    fullName: 'Nguyễn Thị Hoà',
    bornOn: '1994-03-05',
    sex: 'female',
    insuranceNumber: '9900000027',
    nationalId: '099194000027',
    phone: '+84951234567',
  }
  it('lists every field of the form, equal ones without severity', () => {
    expect(findDifferences(person, person).map(({ field, severity }) => [field, severity])).toEqual([
      ['fullName', 'none'],
      ['bornOn', 'none'],
      ['sex', 'none'],
      ['insuranceNumber', 'none'],
      ['nationalId', 'none'],
      ['phone', 'none'],
    ])
  })
  it('weighs each difference by its rule', () => {
    const registered = { ...person, fullName: 'Trần Văn Nam', bornOn: '1994', sex: 'male', phone: '+84950000000' } as const
    expect(findDifferences(person, registered).map(({ severity }) => severity)).toEqual(['block', 'note', 'warn', 'none', 'none', 'note'])
  })
  it('marks everything as missing for a number that nobody has', () => {
    const differences = findDifferences(person, null)
    expect(differences.every(({ verdict, severity }) => verdict === 'missing' && severity === 'note')).toBe(true)
    expect(differences[0]).toMatchObject({ declared: 'Nguyễn Thị Hoà', registered: null })
  })
})

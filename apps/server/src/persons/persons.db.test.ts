import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { copyPersons, findPerson, findPersonByLogin, findPersonCandidates, getPerson, type NewPerson } from './index.ts'

let platform: TestPlatform
let ids: number[]

const person = (more: Partial<NewPerson> & Pick<NewPerson, 'fullName' | 'bornOn' | 'insuranceNumber'>): NewPerson => ({
  sex: 'female',
  nationalId: null,
  legacyId: null,
  passportNumber: null,
  nationality: 'VN',
  wardCode: null,
  address: null,
  householdId: null,
  householdRelation: null,
  phoneOnFile: null,
  diedOn: null,
  mergedIntoPersonId: null,
  ...more,
})

const PEOPLE = [
  person({ fullName: 'Nguyễn Thị Hoà', bornOn: '1990-03-05', insuranceNumber: '9900000101', nationalId: '099190000101' }),
  person({ fullName: 'Nguyễn Thị Hòa', bornOn: '1990-03-05', insuranceNumber: '9900000102', nationalId: '099190000102' }),
  person({ fullName: 'Trần Văn Đức', bornOn: '1960', sex: 'male', insuranceNumber: '9900000103', nationalId: '099060000103' }),
  person({ fullName: 'Trần Văn Đức', bornOn: '1960-07-20', sex: 'male', insuranceNumber: '9900000104' }),
  person({ fullName: 'Lê Thị Thu Hương', bornOn: '2000-02-29', insuranceNumber: '9900000105', nationalId: '099300000105' }),
]

beforeAll(async () => {
  platform = await openTestPlatform()
  ids = await copyPersons(
    platform.sql,
    { persons: PEOPLE, households: [{ householdId: 1, householdCode: '9900000001', wardCode: '00004', address: 'Hà Nội' }] },
    'test',
  )
})
afterAll(() => platform.drop())

const numbersFound = async (question: Partial<Parameters<typeof findPersonCandidates>[1]>): Promise<string[]> => {
  const found = await findPersonCandidates(platform.sql, {
    insuranceNumber: null,
    nationalId: null,
    fullName: 'Không Có Ai',
    bornOn: '1901-01-01',
    ...question,
  })
  return found.map((candidate) => candidate.insuranceNumber)
}

describe('candidates for the clerk', () => {
  it('are found by number, by id and by name with birthday, and say by which rule', async () => {
    const [first, second] = await findPersonCandidates(platform.sql, {
      insuranceNumber: '9900000101',
      nationalId: '099190000101',
      fullName: 'NGUYEN THI HOA',
      bornOn: '1990-03-05',
    })
    expect(first).toMatchObject({ insuranceNumber: '9900000101', foundBy: ['insurance-number', 'national-id', 'name-and-birth'] })
    expect(second).toMatchObject({ insuranceNumber: '9900000102', foundBy: ['name-and-birth'] })
  })
  it('are two people when number and id lead to two people', async () => {
    expect(await numbersFound({ insuranceNumber: '9900000101', nationalId: '099060000103' })).toEqual(['9900000101', '9900000103'])
  })
  it('tolerate a slip, another word order and a missing middle name inside one birthday only', async () => {
    for (const fullName of ['Lê Thị Thu Hươn', 'Hương Lê Thị Thu', 'Lê Thị Hương', 'le thi thu huong', 'Lê Thị Thu Hương'.normalize('NFD')])
      expect(await numbersFound({ fullName, bornOn: '2000-02-29' })).toEqual(['9900000105'])
    expect(await numbersFound({ fullName: 'Lê Thị Thu Hươn', bornOn: '2000' })).toEqual([])
    expect(await numbersFound({ fullName: 'Lê Thị Thu Hươn', bornOn: '2000-02-28' })).toEqual([])
  })
  it('let a register that knows the year only agree with a whole birthday, and the other way round', async () => {
    expect((await numbersFound({ fullName: 'Trần Văn Đức', bornOn: '1960' })).toSorted()).toEqual(['9900000103', '9900000104'])
    expect((await numbersFound({ fullName: 'tran van duc', bornOn: '1960-07-20' })).toSorted()).toEqual(['9900000103', '9900000104'])
    expect(await numbersFound({ fullName: 'Trần Văn Đức', bornOn: '1960-08' })).toEqual(['9900000103'])
  })
  it('are nobody for odd input, and nothing throws', async () => {
    for (const fullName of ['', '%', '\\', "'; --", '👩‍👩‍👧', 'x'.repeat(10_000), '\u0301'])
      expect(await numbersFound({ fullName, bornOn: '1990-03-05' })).toEqual([])
    expect(await numbersFound({ insuranceNumber: 'abc', nationalId: '', fullName: 'Nobody', bornOn: '1990' })).toEqual([])
    for (const bornOn of ['2001-02-29', '', '19', 'today', '1990-13', '1990-3-5'])
      expect(await numbersFound({ fullName: 'Nguyễn Thị Hoà', bornOn })).toEqual([])
  })
})

describe('a login', () => {
  it('is the ten-digit or the twelve-digit number, spaces and dots aside', async () => {
    for (const login of ['9900000101', '99 0000 0101', '099190000101', '0991.9000.0101'])
      expect((await findPersonByLogin(platform.sql, login))?.personId).toBe(ids[0])
  })
  it('is nobody in any other shape', async () => {
    for (const login of ['', '990000010', '99000001011', 'Nguyễn', '９９００００００１０１', '9900000199'])
      expect(await findPersonByLogin(platform.sql, login)).toBeNull()
  })
})

describe('a copy of persons', () => {
  it('answers the ids in the order of the rows', async () => {
    const read = await Promise.all(ids.map((id) => getPerson(platform.sql, id)))
    expect(read.map((row) => row.insuranceNumber)).toEqual(PEOPLE.map((row) => row.insuranceNumber))
    expect(read[2]).toMatchObject({ bornOn: '1960', nameFolded: 'tran van duc' })
  })
  it('adds nothing at all when one number is taken', async () => {
    const rows = [
      person({ fullName: 'Mới', bornOn: '1999', insuranceNumber: '9900000199' }),
      person({ fullName: 'Trùng', bornOn: '1999', insuranceNumber: '9900000101' }),
    ]
    await expect(copyPersons(platform.sql, { persons: rows, households: [] }, 'test')).rejects.toThrow('insurance_numbers_pkey')
    expect(await findPersonByLogin(platform.sql, '9900000199')).toBeNull()
  })
})

describe('one person', () => {
  it('is refused as not found under an unknown id', async () => {
    expect(await findPerson(platform.sql, -1)).toBeNull()
    await expect(getPerson(platform.sql, -1)).rejects.toMatchObject({ code: 'not-found' })
  })
})

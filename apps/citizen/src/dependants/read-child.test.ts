import { expect, test } from 'vitest'
import { NO_ANSWERS, readChild } from './read-child.ts'

const TODAY = '2026-11-26'
const GOOD = { ...NO_ANSWERS, childName: ' Trần Bé An ', born: { day: '1', month: '5', year: '2018' }, relation: 'mother' } as const

test('a child declared without numbers is enough', () => {
  expect(readChild(GOOD, TODAY).child).toEqual({
    childName: 'Trần Bé An',
    bornOn: '2018-05-01',
    insuranceNumber: null,
    nationalId: null,
    relation: 'mother',
  })
})

test('an empty form tells every fault at once', () => {
  expect(readChild(NO_ANSWERS, TODAY).faults.map(({ field }) => field)).toEqual(['childName', 'born', 'relation'])
})

test('the day of the 18th birthday is too late, the day before is not; tomorrow’s child is not born', () => {
  const on = (day: string, month: string, year: string) =>
    readChild({ ...GOOD, born: { day, month, year } }, TODAY).faults.map(({ code }) => code)
  expect([on('26', '11', '2008'), on('27', '11', '2008'), on('27', '11', '2026'), on('31', '2', '2020')]).toEqual([
    ['born-adult'],
    [],
    ['born-adult'],
    ['born-wrong'],
  ])
})

test('numbers are taken as people write them, and refused by their length', () => {
  expect(readChild({ ...GOOD, insuranceNumber: '99 0000 0001' }, TODAY).child?.insuranceNumber).toBe('9900000001')
  expect(readChild({ ...GOOD, insuranceNumber: '99000', nationalId: '12a' }, TODAY).faults.map(({ code }) => code)).toEqual([
    'insurance-number-wrong',
    'national-id-wrong',
  ])
})

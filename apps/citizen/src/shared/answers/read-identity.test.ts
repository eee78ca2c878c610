import { expect, test } from 'vitest'
import { type DraftFields, makeDraft } from '../draft/draft.ts'
import { readIdentity } from './read-identity.ts'

const GOOD: DraftFields = {
  ...makeDraft('r', 0).fields,
  fullName: 'Nguyễn Thị Thử Nghiệm',
  nationalId: '099194000019',
  birth: { day: '5', month: '3', year: '1994' },
  sex: 'female',
}
const read = (fields: Partial<DraftFields>) => readIdentity({ ...GOOD, ...fields }, '2026-11-23')
const faults = (fields: Partial<DraftFields>) => {
  const outcome = read(fields)
  return outcome.ok ? [] : outcome.faults.map(({ field, code }) => `${field}: ${code}`)
}

test('a good answer is normalised: composed accents, digits only, a full date', () => {
  expect(read({ fullName: ' Nguyễn  Thị Thử Nghiệm '.normalize('NFD'), nationalId: '099 194 000 019' })).toEqual({
    ok: true,
    identity: {
      fullName: 'Nguyễn Thị Thử Nghiệm',
      nationalId: '099194000019',
      passportNumber: null,
      nationality: 'VN',
      insuranceNumber: null,
      insuranceNumberForgotten: true,
      bornOn: '1994-03-05',
      sex: 'female',
    },
  })
})

test('everything wrong is told at once', () => {
  expect(faults({ fullName: '', nationalId: '', birth: { day: '', month: '', year: '' }, sex: null })).toEqual([
    'fullName: name-empty',
    'nationalId: number-missing',
    'birth: date-empty',
    'sex: sex-missing',
  ])
})

test('a number of another paper is sent to its own box', () => {
  expect(faults({ nationalId: '9900000001' })).toEqual(['nationalId: national-id-is-insurance-number'])
  expect(faults({ nationalId: '012345678' })).toEqual(['nationalId: national-id-is-old-id'])
  expect(faults({ insuranceNumber: '099194000019' })).toEqual(['insuranceNumber: insurance-number-is-national-id'])
})

test('the insurance number alone suffices, and a forgotten one is not judged', () => {
  expect(read({ nationalId: '', insuranceNumber: '9900000001' })).toMatchObject({ ok: true, identity: { insuranceNumber: '9900000001' } })
  expect(read({ insuranceNumber: '12', insuranceNumberForgotten: true })).toMatchObject({
    ok: true,
    identity: { insuranceNumberForgotten: true },
  })
})

test('a foreigner names passport and nationality', () => {
  expect(faults({ paper: 'passport', passportNumber: '', nationality: 'VN' })).toEqual([
    'passportNumber: number-missing',
    'nationality: nationality-missing',
  ])
  expect(read({ paper: 'passport', passportNumber: 'c1234567', nationality: 'JP' })).toMatchObject({
    ok: true,
    identity: { nationalId: null, passportNumber: 'C1234567', nationality: 'JP' },
  })
})

test('a year alone is a birth date only when the paper shows no more', () => {
  expect(faults({ birth: { day: '', month: '', year: '1958' } })).toEqual(['birth: date-empty'])
  expect(read({ birth: { day: '', month: '', year: '1958' }, birthYearOnly: true })).toMatchObject({
    ok: true,
    identity: { bornOn: '1958' },
  })
})

test('days that do not exist and days to come are refused', () => {
  expect(faults({ birth: { day: '29', month: '2', year: '2023' } })).toEqual(['birth: date-does-not-exist'])
  expect(read({ birth: { day: '29', month: '02', year: '2024' } }).ok).toBe(true)
  expect(faults({ birth: { day: '24', month: '11', year: '2026' } })).toEqual(['birth: date-in-future'])
  expect(faults({ birth: { day: 'x', month: '1', year: '1990' } })).toEqual(['birth: date-day'])
  expect(faults({ birth: { day: '1', month: '1', year: '94' } })).toEqual(['birth: date-year'])
})

test('hidden characters and names beyond any measure are refused', () => {
  expect(faults({ fullName: 'Nguyễn\u0000An' })).toEqual(['fullName: bad-text'])
  expect(faults({ fullName: '\u202EAn' })).toEqual(['fullName: bad-text'])
  expect(faults({ fullName: 'A'.repeat(10_000) })).toEqual(['fullName: name-too-long'])
})

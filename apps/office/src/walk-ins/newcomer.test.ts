import { expect, test } from 'vitest'
import { answersOf, newcomerOf } from './newcomer.ts'

const TYPED = { ...newcomerOf(null), fullName: 'Mẫu Thị Thử', bornOn: '05/03/1994', nationalId: '099194000019' }

test('a Vietnamese goes by the identity number, a foreigner by the passport, and never by both', () => {
  expect(answersOf(TYPED)).toMatchObject({ nationalId: '099194000019', passportNumber: null, nationality: 'VN' })
  const foreigner = { ...TYPED, paper: 'passport', passportNumber: 'K1234567', nationality: 'LA' } as const
  expect(answersOf(foreigner)).toMatchObject({ nationalId: null, passportNumber: 'K1234567', nationality: 'LA' })
})

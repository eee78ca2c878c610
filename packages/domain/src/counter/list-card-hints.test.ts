import { describe, expect, it } from 'vitest'

import { findIdCardExpiry, type IdCard, listCardHints } from '../index.ts'

const CARD: IdCard = {
  nationalId: '099194000019',
  legacyId: null,
  fullName: 'Nguyễn Thị Thử Nghiệm',
  bornOn: '1994-03-05',
  sex: 'female',
  address: 'Số 1 phố Mẫu',
  issuedOn: '2021-05-10',
}
const DECLARED = { fullName: 'Nguyễn Thị Thử Nghiệm', bornOn: '1994-03-05', sex: 'female', nationalId: '099194000019' } as const
const WHEN = { todayOn: '2026-11-26', dueOn: '2026-12-07' }

describe('an identity card runs out', () => {
  it.each([
    ['issued at 27, at 40', '1994-03-05', '2021-05-10', '2034-03-05'],
    ['issued two years and a day before 25, at 25', '1994-03-05', '2017-03-04', '2019-03-05'],
    ['issued within two years before 25, at 40', '1994-03-05', '2017-03-05', '2034-03-05'],
    ['issued within two years before 60, never', '1964-03-05', '2022-06-01', null],
    ['of a child of six, at 14', '2020-01-31', '2026-07-01', '2034-01-31'],
    ['of a child born on 29 February, the day after in a common year', '2012-02-29', '2019-07-01', '2026-03-01'],
    ['with an unknown day of issue: not known', '1994-03-05', null, null],
    ['with a birth known by year: not known', '1994', '2021-05-10', null],
  ])('%s', (_what, bornOn, issuedOn, expires) => {
    expect(findIdCardExpiry({ bornOn, issuedOn })).toBe(expires)
  })
})

describe('a card beside a form', () => {
  it('agrees, also when only accents or the place of a tone differ', () => {
    expect(listCardHints({ ...CARD, fullName: 'NGUYEN THI THU NGHIEM' }, DECLARED, WHEN)).toStrictEqual([{ code: 'card-agrees' }])
  })

  it('names every field that differs', () => {
    const other = { ...CARD, fullName: 'Lê Văn Khác', bornOn: '1990-01-01', sex: 'male', nationalId: '099090000011' } as const
    expect(listCardHints(other, DECLARED, WHEN)).toContainEqual({
      code: 'card-differs',
      fields: ['fullName', 'bornOn', 'sex', 'nationalId'],
    })
  })

  it('whose machine-readable lines do not add up is read, and told as a hint', () => {
    const good = { ...CARD, documentNumber: '194000019', surname: 'NGUYEN', givenNames: 'THI THU NGHIEM', expiresOn: '2034-03-05' }
    const { fullName: _fullName, legacyId: _legacyId, address: _address, issuedOn: _issuedOn, ...mrz } = good
    expect(listCardHints({ ...mrz, bornOn: '1994-03-05', failedChecks: [] }, DECLARED, WHEN)).toContainEqual({ code: 'mrz-holds' })
    const checks = ['mrz-birth-check', 'mrz-composite-check'] as const
    expect(listCardHints({ ...mrz, bornOn: '1994-03-05', failedChecks: checks }, DECLARED, WHEN)).toContainEqual({
      code: 'mrz-fails',
      checks,
    })
  })

  it('that ran out, or runs out before the due date, is told', () => {
    const born = { ...DECLARED, bornOn: '1986-12-01' }
    const card = { ...CARD, bornOn: '1986-12-01' }
    expect(listCardHints(card, born, WHEN)).toContainEqual({ code: 'card-expires-soon', on: '2026-12-01' })
    expect(listCardHints(card, born, { ...WHEN, todayOn: '2026-12-02' })).toContainEqual({ code: 'card-expired', on: '2026-12-01' })
  })
})

import { describe, expect, it } from 'vitest'
import { makeDraft } from '../shared/draft/draft.ts'
import { isDraftOf, layOut, type Prepared } from './lay-out-draft.ts'

const PREPARED: Prepared = {
  employerName: 'Công ty Mẫu',
  fullName: 'Trần Thị Mẫu',
  bornOn: '1990-05-20',
  birthYearOnly: false,
  sex: 'female',
  insuranceNumber: '9900000001',
  nationalId: '099190000001',
  expiresAt: '2026-12-26T00:00:00.000Z',
}
const empty = makeDraft('018f0000-0000-7000-8000-000000000000', 0)

describe('what an employer laid out', () => {
  it('fills the empty boxes of a new draft', () => {
    expect(layOut(empty.fields, PREPARED)).toMatchObject({
      fullName: 'Trần Thị Mẫu',
      birth: { day: '20', month: '05', year: '1990' },
      sex: 'female',
      insuranceNumber: '9900000001',
      nationalId: '099190000001',
    })
  })

  it('never overwrites what the person typed', () => {
    const typed = {
      ...empty.fields,
      fullName: 'Trần Thị Mẫu Hai',
      birth: { day: '', month: '', year: '1991' },
      insuranceNumberForgotten: true,
      sex: 'male' as const,
    }
    expect(layOut(typed, PREPARED)).toStrictEqual({ ...typed, nationalId: '099190000001' })
  })

  it('goes into no draft of somebody else, nor into one that waits to be sent', () => {
    expect(isDraftOf(empty, PREPARED)).toBe(true)
    expect(isDraftOf({ ...empty, fields: { ...empty.fields, nationalId: '099190000001' } }, PREPARED)).toBe(true)
    expect(isDraftOf({ ...empty, fields: { ...empty.fields, fullName: 'Người khác' } }, PREPARED)).toBe(false)
    expect(isDraftOf({ ...empty, scope: 'photos' }, PREPARED)).toBe(false)
  })
})

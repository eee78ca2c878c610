import type { Case, RegisterPerson } from '@an-sinh/contract'
import { findDifferences } from '@an-sinh/domain'
import { describe, expect, it } from 'vitest'
import { makeComparisonRows } from './comparison-rows.ts'

const DECLARED = {
  fullName: 'Trần Thị Hòa',
  bornOn: '1988-03-05',
  sex: 'female',
  insuranceNumber: '9900000123',
  nationalId: '099188000123',
} as const
const REGISTERED = { ...DECLARED, fullName: 'Trần Thị Hoa', insuranceNumber: '9900000132' } as const
const CARD = { nationalId: '099188000123', fullName: 'TRẦN THỊ HOÀ', bornOn: '1988-03-05', sex: 'female', address: 'Phường Mẫu' } as const

const shown = { declared: DECLARED, phoneMasked: '095•••0001', photos: [{ kind: 'id-front', idCard: CARD }] } as unknown as Case
const person = {
  ...REGISTERED,
  phoneMasked: '095•••0002',
  differences: findDifferences({ ...DECLARED, phone: null }, { ...REGISTERED, phone: null }),
} as unknown as RegisterPerson
const row = (field: string, who: RegisterPerson | null = person) => makeComparisonRows(shown, who).find((found) => found.field === field)

describe('declared, register and document side by side', () => {
  it('shows the server’s verdict on declared against register', () => {
    expect(row('fullName')?.difference).toMatchObject({ severity: 'note', rule: 'name-accents' })
    expect(row('insuranceNumber')?.difference).toMatchObject({ severity: 'warn', rule: 'number-transposed' })
    expect(row('bornOn')?.difference).toMatchObject({ severity: 'none' })
  })

  it('judges the document’s QR by the same rules: another place of the tone mark is the same name', () => {
    expect(row('fullName')).toMatchObject({ card: 'TRẦN THỊ HOÀ', cardDifference: { severity: 'none', rule: 'name-tone-position' } })
  })

  it('does not call a number different that the document does not hold', () => {
    expect(row('insuranceNumber')).toMatchObject({ card: null, cardDifference: null })
  })

  it('shows masked phones on both sides', () => {
    expect(row('phone')).toMatchObject({ declared: '095•••0001', registered: '095•••0002' })
  })

  it('compares with nobody while nobody is chosen', () => {
    expect(row('fullName', null)).toMatchObject({ registered: null, difference: null })
  })
})

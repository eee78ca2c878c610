import type { PartialDate, Sex } from '@an-sinh/domain'

import type { NewPerson } from '../persons/index.ts'

/** People of the demo who are printed at the start, so that a new user can try the journey with facts that the register knows. */
export type NamedPerson = {
  role: 'signs-in' | 'registers'
  fullName: string
  bornOn: PartialDate
  sex: Sex
  insuranceNumber: string
  nationalId: string
  phone: string
}

export const NAMED_PEOPLE: readonly NamedPerson[] = [
  {
    role: 'signs-in',
    fullName: 'Trần Thị Minh Hoạ',
    bornOn: '1988-04-12',
    sex: 'female',
    insuranceNumber: '9900000001',
    nationalId: '099188000017',
    phone: '+84950000001',
  },
  {
    role: 'registers',
    fullName: 'Phạm Văn Thử Nghiệm',
    bornOn: '1990-09-02',
    sex: 'male',
    insuranceNumber: '9900000002',
    nationalId: '099090000028',
    phone: '+84950000002',
  },
  {
    role: 'registers',
    fullName: 'Lê Thị Ví Dụ',
    bornOn: '1995-12-24',
    sex: 'female',
    insuranceNumber: '9900000003',
    nationalId: '099195000036',
    phone: '+84950000003',
  },
  {
    role: 'registers',
    fullName: 'Đỗ Bá Giả Định',
    bornOn: '1958',
    sex: 'male',
    insuranceNumber: '9900000004',
    nationalId: '099058000041',
    phone: '+84950000004',
  },
]

export const toNewPerson = (named: NamedPerson, wardCode: string, address: string): NewPerson => ({
  fullName: named.fullName,
  bornOn: named.bornOn,
  sex: named.sex,
  insuranceNumber: named.insuranceNumber,
  nationalId: named.nationalId,
  legacyId: null,
  passportNumber: null,
  nationality: 'VN',
  wardCode,
  address,
  householdId: null,
  householdRelation: null,
  phoneOnFile: named.phone,
  diedOn: null,
  mergedIntoPersonId: null,
})

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

/** Children of the one who signs in: two are entered from the start, the last waits to be declared by who tries it. */
export const NAMED_CHILDREN: readonly Omit<NamedPerson, 'role' | 'phone'>[] = [
  { fullName: 'Nguyễn Minh An', bornOn: '2014-06-01', sex: 'female', insuranceNumber: '9900000005', nationalId: '099314000053' },
  { fullName: 'Nguyễn Minh Bình', bornOn: '2020-10-15', sex: 'male', insuranceNumber: '9900000006', nationalId: '099220000064' },
  { fullName: 'Nguyễn Minh Chi', bornOn: '2024-02-20', sex: 'female', insuranceNumber: '9900000007', nationalId: '099324000075' },
]
/** Above those of the made-up households; the last by the order in which applicants are chosen. */
export const NAMED_HOUSEHOLD_ID = 98_999_945

export const toNewPerson = (
  named: Omit<NamedPerson, 'role' | 'phone'> & { phone: string | null },
  wardCode: string,
  address: string,
): NewPerson => ({
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

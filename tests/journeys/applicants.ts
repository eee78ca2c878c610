import { randomInt } from 'node:crypto'

/** Somebody who registers; everything here is invented: number ranges 99 and 099 and phones 095 belong to nobody. */
export type Applicant = {
  fullName: string
  nationalId: string
  insuranceNumber: string
  /** As typed into the three boxes; day and month empty for a year-only birth. */
  day: string
  month: string
  year: string
  sex: 'Nam' | 'Nữ'
  phone: string
  email: string
}

/** A phone of one's own per journey: limits are counted by phone. */
const makePhone = (): string => `095${randomInt(1_000_000, 10_000_000)}`

/** People whom the demo's register knows (`npm run sign-ins` prints them). */
export const LE_THI_VI_DU: Applicant = {
  fullName: 'Lê Thị Ví Dụ',
  nationalId: '099195000036',
  insuranceNumber: '9900000003',
  day: '24',
  month: '12',
  year: '1995',
  sex: 'Nữ',
  phone: makePhone(),
  email: `le.thi.vi.du.${randomInt(100_000)}@example.invalid`,
}
export const PHAM_VAN_THU_NGHIEM: Applicant = {
  fullName: 'Phạm Văn Thử Nghiệm',
  nationalId: '099090000028',
  insuranceNumber: '9900000002',
  day: '2',
  month: '9',
  year: '1990',
  sex: 'Nam',
  phone: makePhone(),
  email: '',
}
export const DO_BA_GIA_DINH: Applicant = {
  fullName: 'Đỗ Bá Giả Định',
  nationalId: '099058000041',
  insuranceNumber: '9900000004',
  day: '',
  month: '',
  year: '1958',
  sex: 'Nam',
  phone: makePhone(),
  email: '',
}

/** Somebody whom no register knows: accepted like everybody else, told apart at the counter. */
export const makeStranger = (fullName: string): Applicant => ({
  fullName,
  nationalId: `099192${randomInt(100_000, 1_000_000)}`,
  insuranceNumber: `99${randomInt(10_000_000, 100_000_000)}`,
  day: '5',
  month: '3',
  year: '1992',
  sex: 'Nữ',
  phone: makePhone(),
  email: '',
})

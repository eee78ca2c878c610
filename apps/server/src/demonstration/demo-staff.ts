import { Secret } from 'otpauth'

import type { Keyring } from '../platform/keyring.ts'
import type { StaffRole } from '../platform/actor.ts'

export type DemoStaff = { userName: string; fullName: string; role: StaffRole; officeId: number }

/** Two clerks in two offices, a supervisor, the province, support and an operator; offices as in the seeds. */
export const DEMO_STAFF: readonly DemoStaff[] = [
  { userName: 'canbo.dongda', fullName: 'Ngô Thị Cán Bộ', role: 'clerk', officeId: 101 },
  { userName: 'canbo.badinh', fullName: 'Vũ Văn Một Cửa', role: 'clerk', officeId: 102 },
  { userName: 'truongbophan', fullName: 'Hoàng Thị Trưởng Bộ Phận', role: 'supervisor', officeId: 101 },
  { userName: 'tinh.hanoi', fullName: 'Phan Thị Cấp Tỉnh', role: 'province', officeId: 100 },
  { userName: 'hotro', fullName: 'Trịnh Văn Hỗ Trợ', role: 'support', officeId: 100 },
  { userName: 'vanhanh', fullName: 'Bùi Văn Vận Hành', role: 'operator', officeId: 100 },
]

/** Colleagues whose desks make the demo's past. Nobody is told to sign in as them: a code each step once would stand in each other's way. */
export const DESK_STAFF: readonly DemoStaff[] = [
  { userName: 'quay.dongda', fullName: 'Lý Thị Quầy Mẫu', role: 'clerk', officeId: 101 },
  { userName: 'quay.badinh', fullName: 'Đào Văn Quầy Mẫu', role: 'clerk', officeId: 102 },
  { userName: 'quay.truong', fullName: 'Tạ Thị Trưởng Quầy Mẫu', role: 'supervisor', officeId: 101 },
  { userName: 'quay.treem', fullName: 'Châu Thị Quầy Mẫu', role: 'clerk', officeId: 101 },
]

/** Of one invented employer; their user names end with its code. */
export const DEMO_OFFICERS = [
  { name: 'quantri', fullName: 'Đinh Thị Nhân Sự', role: 'administrator' },
  { name: 'nhansu', fullName: 'Mai Văn Tiền Lương', role: 'officer' },
] as const

/** Known to everybody who reads this; the second factor's secret belongs to the installation's own key file. */
export const DEMO_PASSWORD = 'thu-nghiem-an-sinh'

/** The same at every start without being kept anywhere: made from the key file. */
export const demoTotpSecret = (keyring: Keyring, userName: string): string => {
  const bytes = keyring.hmac('totp', `demo/${userName}`).subarray(0, 20)
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32
}

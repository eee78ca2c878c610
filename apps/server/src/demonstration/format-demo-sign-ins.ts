import { formatPhoneVi } from '@an-sinh/domain'

import type { Platform } from '../platform/platform.ts'
import { NAMED_CHILDREN, NAMED_PEOPLE } from '../population/index.ts'
import { currentTotp } from '../staff/index.ts'
import { CITIZEN_PASSWORD } from './demo-citizen.ts'
import { DEMO_OFFICERS, DEMO_PASSWORD, DEMO_STAFF, demoTotpSecret } from './demo-staff.ts'
import { findDemoEmployer } from './demonstration-queries.ts'

const ROLES = {
  clerk: 'cán bộ một cửa / clerk',
  supervisor: 'trưởng bộ phận / supervisor',
  province: 'cấp tỉnh / province',
  support: 'hỗ trợ / support',
  operator: 'vận hành / operator',
} as const

const OFFICER_ROLES = { administrator: 'quản trị / administrator', officer: 'nhân sự / officer' } as const

const officerLines = async ({ sql, keyring }: Platform): Promise<string[]> => {
  const employer = await findDemoEmployer(sql)
  if (employer === null) return []
  return [
    `Cán bộ nhân sự của đơn vị (cùng trang đăng nhập) / employer officers (same page): ${employer.name}`,
    ...DEMO_OFFICERS.map(({ name, role }) => {
      const userName = `${name}@${employer.employerCode.toLowerCase()}`
      return `  ${userName.padEnd(16)} ${DEMO_PASSWORD}   mã/TOTP ${currentTotp(demoTotpSecret(keyring, userName))}   ${OFFICER_ROLES[role]}`
    }),
  ]
}

/**
 * What the start prints: who may sign in, with the code an authenticator would show now (30 s), and people whom the register knows, to
 * register as.
 */
export async function formatDemoSignIns(platform: Platform): Promise<string> {
  const citizens = NAMED_PEOPLE.filter((person) => person.role === 'signs-in')
  const others = NAMED_PEOPLE.filter((person) => person.role === 'registers')
  const [entered, declarable] = [NAMED_CHILDREN.slice(0, 2), NAMED_CHILDREN[2]]
  return [
    'Cán bộ (ứng dụng văn phòng) / staff (office app):',
    ...DEMO_STAFF.map(
      ({ userName, role }) =>
        `  ${userName.padEnd(14)} ${DEMO_PASSWORD}   mã/TOTP ${currentTotp(demoTotpSecret(platform.keyring, userName))}   ${ROLES[role]}`,
    ),
    ...(await officerLines(platform)),
    'Người tham gia đã có tài khoản / a person with an account:',
    ...citizens.map(({ insuranceNumber, fullName }) => `  ${insuranceNumber}     ${CITIZEN_PASSWORD}   ${fullName}`),
    `  con đã ghi nhận / her children: ${entered.map(({ fullName }) => fullName).join(', ')}; khai thử / to be declared: ${declarable?.fullName ?? ''}, sinh ${declarable?.bornOn ?? ''}, mã số ${declarable?.insuranceNumber ?? ''}`,
    'Thử đăng ký với thông tin có trong dữ liệu mẫu / register as somebody the register knows:',
    ...others.map(
      ({ insuranceNumber, nationalId, fullName, bornOn, phone, sex }) =>
        `  ${fullName} · ${sex === 'male' ? 'nam' : 'nữ'} · sinh ${bornOn} · mã số BHXH ${insuranceNumber} · CCCD ${nationalId} · điện thoại ${formatPhoneVi(phone)}`,
    ),
    'Mọi người và mọi số ở đây đều là hư cấu. / All people and numbers are invented.',
  ].join('\n')
}

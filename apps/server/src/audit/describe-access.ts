import type { AccessRow } from './audit-queries.ts'

type Words = { vi: string; en: string }

/** What the person reads for each action. An action not listed is told as a change, so that nothing is hidden for want of a sentence. */
const ACTIONS: Readonly<Record<string, Words>> = {
  'signed-in': { vi: 'Đăng nhập', en: 'Signed in' },
  'signed-out': { vi: 'Đăng xuất', en: 'Signed out' },
  'first-signed-in': { vi: 'Đăng nhập lần đầu và đặt mật khẩu', en: 'Signed in for the first time and set a password' },
  'password-replaced': { vi: 'Đặt lại mật khẩu', en: 'Set a new password' },
  'first-password-proved': { vi: 'Nhập đúng mật khẩu lần đầu', en: 'Entered the first password' },
  'first-password-reissued': { vi: 'Yêu cầu gửi lại mật khẩu lần đầu', en: 'Asked for a new first password' },
}
const OTHER: Words = { vi: 'Thay đổi dữ liệu', en: 'Changed data' }

const ACTORS: Readonly<Record<string, Words>> = {
  citizen: { vi: 'Chính bạn', en: 'Yourself' },
  applicant: { vi: 'Người nộp hồ sơ trên mạng', en: 'The online applicant' },
  anonymous: { vi: 'Người dùng chưa đăng nhập', en: 'Somebody not signed in' },
  system: { vi: 'Hệ thống', en: 'The system' },
  staff: { vi: 'Cán bộ BHXH', en: 'Social-insurance staff' },
}

/** Who and what in the language asked for. Staff are named, as on paper. */
export function describeAccess(row: AccessRow, acceptLanguage: string | undefined): { who: string; action: string } {
  const language = /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'vi'
  return { who: row.staffName ?? ACTORS[row.actorKind]?.[language] ?? row.actorKind, action: (ACTIONS[row.action] ?? OTHER)[language] }
}

/** For the test that every action written anywhere has its sentence. */
export const DESCRIBED_ACTIONS: readonly string[] = Object.keys(ACTIONS)

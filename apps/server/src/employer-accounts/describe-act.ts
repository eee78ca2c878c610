import { describeAction } from '../audit/index.ts'

type Words = { vi: string; en: string }

/** What officers of employers do about their own affairs; what they do about people has its sentence among the others. */
const ACTS: Readonly<Record<string, Words>> = {
  'employer-signed-in': { vi: 'Đăng nhập', en: 'Signed in' },
  'employer-signed-out': { vi: 'Đăng xuất', en: 'Signed out' },
  'employer-officer-made': { vi: 'Thêm một cán bộ của đơn vị', en: 'Added an officer of the employer' },
  'employer-officer-changed': { vi: 'Đổi vai trò hoặc thời gian của một cán bộ', en: 'Changed role or days of an officer' },
  'employer-draft-prepared': { vi: 'Soạn sẵn tờ khai cho một người', en: 'Prepared a draft for somebody' },
  'employer-draft-withdrawn': { vi: 'Huỷ một bản soạn sẵn', en: 'Withdrew a prepared draft' },
  'employer-roster-copied': { vi: 'Xuất toàn bộ danh sách', en: 'Took the whole roster out' },
  'employer-key-made': { vi: 'Tạo khoá cho phần mềm', en: 'Made a key for a program' },
  'employer-key-revoked': { vi: 'Thu hồi khoá của phần mềm', en: 'Revoked the key of a program' },
  'employer-officer-code-given': { vi: 'Cấp mã mới cho một cán bộ', en: 'Gave an officer a new code' },
}

/** In the language asked for. */
export function describeAct(action: string, acceptLanguage: string | undefined): string {
  const language = /^\s*en\b/iu.test(acceptLanguage ?? '') ? 'en' : 'vi'
  return ACTS[action]?.[language] ?? describeAction(action, language)
}

import { type Department, REPORT_CATEGORIES } from '../problem-reports/index.ts'
import type { Bilingual } from '../values/index.ts'

export type ChatAskerKind = 'citizen' | 'employer' | 'stranger'
export type ChatCategory = { readonly code: string; readonly department: Department; readonly name: Bilingual }

/** What a chat of a citizen or of somebody not signed in may be about. */
const OF_CITIZENS: readonly ChatCategory[] = [
  {
    code: 'registering',
    department: 'communication',
    name: { vi: 'Đăng ký, đăng nhập, mật khẩu', en: 'Registering, signing in, password' },
  },
  { code: 'card', department: 'health-insurance', name: { vi: 'Thẻ BHYT, khám chữa bệnh', en: 'Health card, medical care' } },
  { code: 'participation', department: 'collection', name: { vi: 'Quá trình đóng, mã số BHXH', en: 'Contributions, insurance number' } },
  { code: 'benefits', department: 'benefits', name: { vi: 'Các khoản hưởng', en: 'Benefits' } },
  { code: 'app-fault', department: 'it', name: { vi: 'Ứng dụng bị lỗi', en: 'The app does not work' } },
  { code: 'other', department: 'communication', name: { vi: 'Việc khác', en: 'Something else' } },
]

export const listChatCategories = (asker: ChatAskerKind): readonly ChatCategory[] =>
  asker === 'employer' ? REPORT_CATEGORIES.filter(({ askers }) => askers.includes('employer')) : OF_CITIZENS

export const findChatCategory = (code: string, asker: ChatAskerKind): ChatCategory | null =>
  listChatCategories(asker).find((category) => category.code === code) ?? null

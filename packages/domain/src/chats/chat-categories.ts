import { type Department, REPORT_CATEGORIES, type ReportCategory } from '../problem-reports/index.ts'

export type ChatAskerKind = 'citizen' | 'employer' | 'stranger'
export type ChatCategory = Pick<ReportCategory, 'code' | 'name'> & { readonly department: Department }

/** What a chat may be about: what a ticket may be about. Somebody not signed in asks as a citizen. */
export const listChatCategories = (asker: ChatAskerKind): readonly ChatCategory[] => {
  const kind = asker === 'stranger' ? 'citizen' : asker
  return REPORT_CATEGORIES.filter(({ askers }) => askers.includes(kind))
}

export const findChatCategory = (code: string, asker: ChatAskerKind): ChatCategory | null =>
  listChatCategories(asker).find((category) => category.code === code) ?? null

import type { NoticeAnswer } from '@an-sinh/contract'

/** sv-SE writes a date as ISO does. */
const civil = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit' })

export type Day = { readonly on: string; readonly notices: readonly NoticeAnswer[] }

/** Notices by the day in Viet Nam on which they were told, in the order they come. */
export const groupByDay = (notices: readonly NoticeAnswer[]): readonly Day[] => {
  const days = new Map<string, NoticeAnswer[]>()
  for (const notice of notices) {
    const on = civil.format(new Date(notice.toldAt))
    days.set(on, [...(days.get(on) ?? []), notice])
  }
  return [...days].map(([on, ofDay]) => ({ on, notices: ofDay }))
}

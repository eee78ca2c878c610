import type { NoticeAnswer } from '@an-sinh/contract'
import { findScreen, type NoticeRow } from '../notices/index.ts'

export const toNoticeAnswer = ({ noticeId, kind, vi, en, event, subjectId, toldAt, readAt }: NoticeRow): NoticeAnswer => ({
  noticeId,
  kind,
  title: { vi: vi.title, en: en.title },
  body: { vi: vi.body, en: en.body },
  screen: findScreen(event),
  subjectId,
  toldAt: toldAt.toISOString(),
  isRead: readAt !== null,
})

import type {
  Announcement,
  AnswerOf,
  BodyOf,
  decideAnnouncementRoute,
  listAnnouncementsRoute,
  previewAnnouncementRoute,
  sendAnnouncementRoute,
  stopAnnouncementRoute,
  testAnnouncementRoute,
} from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type Desk = AnswerOf<typeof listAnnouncementsRoute>
export type Order = BodyOf<typeof previewAnnouncementRoute>
export type Preview = AnswerOf<typeof previewAnnouncementRoute>

export const listAnnouncements = (signal: AbortSignal): Promise<Desk> =>
  callApi<typeof listAnnouncementsRoute>('GET', '/api/content/announcements', { signal })
export const previewAnnouncement = (body: Order): Promise<Preview> =>
  callApi<typeof previewAnnouncementRoute>('POST', '/api/content/announcement-previews', { body })
export const sendAnnouncement = (body: Order & { readonly announcementId: string }): Promise<Announcement> =>
  callApi<typeof sendAnnouncementRoute>('POST', '/api/content/announcements', { body })
export const testAnnouncement = (body: BodyOf<typeof testAnnouncementRoute>): Promise<undefined> =>
  callApi<typeof testAnnouncementRoute>('POST', '/api/content/announcement-tests', { body })
export const decideAnnouncement = (announcementId: string, body: BodyOf<typeof decideAnnouncementRoute>): Promise<Announcement> =>
  callApi<typeof decideAnnouncementRoute>('POST', '/api/content/announcements/:announcementId/decision', {
    params: { announcementId },
    body,
  })
export const stopAnnouncement = (announcementId: string): Promise<Announcement> =>
  callApi<typeof stopAnnouncementRoute>('POST', '/api/content/announcements/:announcementId/stop', { params: { announcementId } })

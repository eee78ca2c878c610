import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { decideAnnouncement, stopAnnouncement } from './decide-announcement.ts'
import { listAnnouncements } from './list-announcements.ts'
import { previewAnnouncement } from './preview-announcement.ts'
import { sendAnnouncement } from './send-announcement.ts'
import { sendAnnouncements } from './send-announcements-job.ts'
import { testAnnouncement } from './test-announcement.ts'

export { sendAnnouncements } from './send-announcements-job.ts'

/** Words to many: seen before by two, sent by the minute, stopped at any time. */
export function registerAnnouncements(server: Server, platform: Platform): void {
  for (const register of [listAnnouncements, previewAnnouncement, sendAnnouncement, decideAnnouncement, stopAnnouncement, testAnnouncement])
    register(server, platform)
}

export async function startAnnouncementJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('send-announcements', () => sendAnnouncements(platform))
  await platform.jobs.schedule('send-announcements', '* * * * *')
}

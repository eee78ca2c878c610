export { type AnnouncementRule, isQuiet, leftInMinute } from './announcement-pace.ts'
export { type AnnouncementRefusalCode, checkAnnouncement } from './check-announcement.ts'

import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { countUnread } from './count-unread.ts'
import { endPushSubscription } from './end-push-subscription.ts'
import { getChoices } from './get-choices.ts'
import { getNotice } from './get-notice.ts'
import { keepPushSubscription } from './keep-push-subscription.ts'
import { listNotices } from './list-notices.ts'
import { readAllNotices } from './read-all-notices.ts'
import { readNotice } from './read-notice.ts'
import { setNoticeChoice } from './set-notice-choice.ts'

/** Adds the inbox, its switches, and where browsers are rung. */
export function registerInbox(server: Server, platform: Platform): void {
  for (const register of [
    listNotices,
    getNotice,
    readNotice,
    readAllNotices,
    countUnread,
    getChoices,
    setNoticeChoice,
    keepPushSubscription,
    endPushSubscription,
  ])
    register(server, platform)
}

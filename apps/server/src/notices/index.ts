import { keptInterval } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { deleteOutdatedNotices } from './notice-queries.ts'
import { deleteGoneSubscriptions } from './subscription-queries.ts'

export { listChoices, setChoice } from './choice-queries.ts'
export { countUnreadNotices, findNotice, listNoticeRows, markAllNoticesRead, markNoticeRead, type NoticeRow } from './notice-queries.ts'
export { findScreen } from './notice-rules.ts'
export { keepPushAddress } from './push-address.ts'
export { deleteSubscription } from './subscription-queries.ts'
export { tellMany, type ToldMany } from './tell-many.ts'
export { recordNotice, tellPerson } from './tell-person.ts'

/** What is kept no longer: old notices, and browsers that a push service called gone. Safe to run twice. */
export async function eraseNotices({ sql }: Platform): Promise<{ notices: number; browsers: number }> {
  return {
    notices: await deleteOutdatedNotices(sql, keptInterval('notice')),
    browsers: await deleteGoneSubscriptions(sql),
  }
}

export async function startNoticeJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-notices', async () => platform.log.info(await eraseNotices(platform), 'notices erased'))
  await platform.jobs.schedule('erase-notices', '50 2 * * *')
}

import { testAnnouncementRoute } from '@an-sinh/contract'
import { findAccount } from '../accounts/index.ts'
import { recordNotice } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { requireSayable } from './choose-segment.ts'

/** As it will read in the app, to oneself alone: no channel carries it. */
export function testAnnouncement(server: Server, platform: Platform): void {
  addRoute(server, testAnnouncementRoute, async ({ body: { testId, title, words }, request }) => {
    const { personId, staffId } = requireActor(request, 'staff')
    requireSayable({ title, words })
    if (personId === null || (await findAccount(platform.sql, personId))?.state !== 'active') throw new Refusal('announcement-no-inbox')
    await platform.limits.consume('announcement', String(staffId))
    await inTransaction(platform, (transaction) =>
      recordNotice(transaction, personId, { key: `announcement-test/${testId}`, content: { event: 'announced', title, words } }),
    )
    return undefined
  })
}

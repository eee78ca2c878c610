import type { Announcement } from '@an-sinh/contract'
import type { StaffActor } from '../platform/actor.ts'
import type { AnnouncementRow } from './announcement-queries.ts'

export const toAnnouncement = (row: AnnouncementRow, { staffId }: StaffActor): Announcement => {
  const { officeId: _office, segmentCode: _code, fourEyes: _eyes, staffId: askedBy, ...rest } = row
  return {
    ...rest,
    madeAt: row.madeAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    mayDecide: row.state === 'waiting' && askedBy !== staffId,
    mayStop: row.state === 'waiting' || row.state === 'sending',
  }
}

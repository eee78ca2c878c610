import type { Announcement } from '@an-sinh/contract'
import type { StaffActor } from '../platform/actor.ts'
import { isSamePerson } from '../platform/is-same-person.ts'
import type { AnnouncementRow } from './announcement-queries.ts'

/** Whether the reader asked for it themselves. */
export const isOwnAnnouncement = ({ staffId, staffPersonId: personId }: AnnouncementRow, actor: StaffActor): boolean =>
  isSamePerson(actor, { staffId, personId })

export const toAnnouncement = (row: AnnouncementRow, actor: StaffActor): Announcement => {
  const { officeId: _office, segmentCode: _code, fourEyes: _eyes, staffId: _asker, staffPersonId: _person, ...rest } = row
  return {
    ...rest,
    madeAt: row.madeAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    mayDecide: row.state === 'waiting' && !isOwnAnnouncement(row, actor),
    mayStop: row.state === 'waiting' || row.state === 'sending',
  }
}

import { checkAnnouncement } from '@an-sinh/domain'
import type { BodyOf, previewAnnouncementRoute } from '@an-sinh/contract'
import { isSpokenFor, listSpokenFor } from '../incidents/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { findOffice } from '../reference/index.ts'
import { findAnnouncement } from './announcement-queries.ts'
import { findEmployerByCode, findWardName, type Segment, type SegmentKind, servesWard } from './segment-queries.ts'

type Order = BodyOf<typeof previewAnnouncementRoute>
export type Chosen = { segment: Segment; name: string }

/** @throws Refusal when it may not be told at all */
export function requireSayable(words: Pick<Order, 'title' | 'words'>): void {
  const checked = checkAnnouncement(words)
  if (!checked.ok) throw new Refusal(checked.code)
}

type Found = { code: string | null; name: string; isOwn: boolean }
const find = async (sql: Queryable, kind: SegmentKind, code: string, own: readonly number[] | null): Promise<Found | null> => {
  if (kind === 'office') {
    const office = /^\d{1,9}$/u.test(code) ? await findOffice(sql, Number(code)) : null
    return office && { code, name: office.name, isOwn: own === null || own.includes(office.officeId) }
  }
  if (kind === 'ward') {
    const name = await findWardName(sql, code)
    return name === null ? null : { code, name, isOwn: own === null || (await servesWard(sql, own, code)) }
  }
  const employer = await findEmployerByCode(sql, code)
  return employer && { code: String(employer.employerId), name: employer.name, isOwn: own === null || own.includes(employer.officeId) }
}

/** Whom it is for, within what the asker speaks for. @throws Refusal `announcement-segment` */
export async function chooseSegment(sql: Queryable, actor: StaffActor, { segment: kind, segmentCode, correctsId }: Order): Promise<Chosen> {
  const own = await listSpokenFor(sql, actor)
  if (correctsId !== null) {
    const corrected = await findAnnouncement(sql, correctsId)
    if (corrected === null || !isSpokenFor(own, corrected) || ['waiting', 'sending'].includes(corrected.state))
      throw new Refusal('announcement-segment')
    return { segment: { kind: corrected.segment, code: corrected.segmentCode, correctsId }, name: corrected.segmentName }
  }
  if (kind === 'all') {
    if (own !== null) throw new Refusal('announcement-segment')
    return { segment: { kind, code: null, correctsId }, name: 'Mọi người có tài khoản' }
  }
  const found = segmentCode === null ? null : await find(sql, kind, segmentCode.trim(), own)
  if (found === null || !found.isOwn) throw new Refusal('announcement-segment')
  return { segment: { kind, code: found.code, correctsId }, name: found.name }
}

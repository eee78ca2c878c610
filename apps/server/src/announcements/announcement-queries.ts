import type { AnnouncementRule } from '@an-sinh/domain'
import type { Fragment, Queryable } from '../platform/sql.ts'
import type { SegmentKind } from './segment-queries.ts'

export type AnnouncementState = 'waiting' | 'sending' | 'sent' | 'stopped' | 'refused'
type Words = { vi: string; en: string }
export type AnnouncementRow = {
  announcementId: string
  officeId: number | null
  segment: SegmentKind
  segmentCode: string | null
  segmentName: string
  correctsId: string | null
  title: Words
  words: Words
  urgent: boolean
  people: number
  fourEyes: boolean
  state: AnnouncementState
  staffId: number
  /** Of the register, who asked. */
  staffPersonId: number | null
  staffName: string
  madeAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  decidedReason: string | null
  settledAt: Date | null
  told: number
  rung: number
  sms: number
}

const selectAnnouncements = (sql: Queryable): Fragment => sql`
  SELECT a.announcement_id AS "announcementId", a.office_id AS "officeId", a.segment, a.segment_code AS "segmentCode", a.segment_name AS "segmentName", a.corrects_id AS "correctsId",
    jsonb_build_object('vi', a.title_vi, 'en', a.title_en) AS title, jsonb_build_object('vi', a.words_vi, 'en', a.words_en) AS words, a.urgent, a.people, a.four_eyes AS "fourEyes", a.state,
    a.staff_id AS "staffId", s.person_id AS "staffPersonId", s.full_name AS "staffName", a.made_at AS "madeAt", d.full_name AS "decidedBy", a.decided_at AS "decidedAt", a.decided_reason AS "decidedReason",
    a.settled_at AS "settledAt", a.told, a.rung, a.sms
  FROM announcements a JOIN staff_users s ON s.staff_id = a.staff_id LEFT JOIN staff_users d ON d.staff_id = a.decided_by`

/** Of these offices (null: of all), what waits first, then the newest, at most 60. */
export async function listAnnouncements(sql: Queryable, officeIds: readonly number[] | null): Promise<AnnouncementRow[]> {
  return [
    ...(await sql<AnnouncementRow[]>`${selectAnnouncements(sql)}
      WHERE ${officeIds === null ? sql`true` : sql`a.office_id = ANY(${[...officeIds]}::integer[])`}
      ORDER BY a.state NOT IN ('waiting', 'sending'), a.made_at DESC, a.announcement_id LIMIT 60`),
  ]
}

export async function findAnnouncement(sql: Queryable, announcementId: string): Promise<AnnouncementRow | null> {
  const [row] = await sql<AnnouncementRow[]>`${selectAnnouncements(sql)} WHERE a.announcement_id = ${announcementId}`
  return row ?? null
}

/** The rule of today. */
export async function readRule(sql: Queryable): Promise<AnnouncementRule> {
  const [rule] = await sql<AnnouncementRule[]>`
    SELECT four_eyes_from AS "fourEyesFrom", per_minute AS "perMinute", quiet_from_hour AS "quietFromHour", quiet_until_hour AS "quietUntilHour", sms_budget AS "smsBudget"
    FROM announcement_rules WHERE valid_from <= ansinh_today() ORDER BY valid_from DESC LIMIT 1`
  if (rule === undefined) throw new Error('no rule for announcements holds today')
  return rule
}

export async function readNow(sql: Queryable): Promise<Date> {
  const [row] = await sql<{ now: Date }[]>`SELECT ansinh_now() AS now`
  if (row === undefined) throw new Error('the database knows no time')
  return row.now
}

export type NewAnnouncement = Pick<
  AnnouncementRow,
  | 'announcementId'
  | 'officeId'
  | 'segment'
  | 'segmentCode'
  | 'segmentName'
  | 'correctsId'
  | 'title'
  | 'words'
  | 'urgent'
  | 'people'
  | 'fourEyes'
  | 'staffId'
>
/** False when the id was used before. */
export async function insertAnnouncement(sql: Queryable, a: NewAnnouncement): Promise<boolean> {
  const made = await sql`
    INSERT INTO announcements (announcement_id, office_id, segment, segment_code, segment_name, corrects_id, title_vi, title_en, words_vi, words_en, urgent, people, four_eyes, state, staff_id)
    VALUES (${a.announcementId}, ${a.officeId}, ${a.segment}, ${a.segmentCode}, ${a.segmentName}, ${a.correctsId}, ${a.title.vi.trim()}, ${a.title.en.trim()}, ${a.words.vi.trim()},
      ${a.words.en.trim()}, ${a.urgent}, ${a.people}, ${a.fourEyes}, ${a.fourEyes ? 'waiting' : 'sending'}, ${a.staffId}) ON CONFLICT DO NOTHING`
  return made.count > 0
}

/** False when it was decided before: of two who decide at once one is told so. */
export async function decideAnnouncement(
  sql: Queryable,
  { announcementId, staffId, approve, reason }: { announcementId: string; staffId: number; approve: boolean; reason: string | null },
): Promise<boolean> {
  const done = await sql`
    UPDATE announcements SET state = ${approve ? 'sending' : 'refused'}, decided_by = ${staffId}, decided_at = ansinh_now(), decided_reason = ${reason}
    WHERE announcement_id = ${announcementId} AND state = 'waiting'`
  return done.count > 0
}

/** Waits for the part that is being told, then nobody more is. False when it was settled before. */
export async function stopAnnouncement(sql: Queryable, announcementId: string, staffId: number): Promise<boolean> {
  const done = await sql`
    UPDATE announcements SET state = 'stopped', settled_at = ansinh_now(), settled_by = ${staffId} WHERE announcement_id = ${announcementId} AND state IN ('waiting', 'sending')`
  return done.count > 0
}

export type RunningRow = Pick<
  AnnouncementRow,
  'announcementId' | 'segment' | 'segmentCode' | 'correctsId' | 'title' | 'words' | 'urgent' | 'told' | 'sms'
> & {
  /** Seen by a second person. */
  isApproved: boolean
  toldUntil: number
  minuteAt: Date | null
  minuteTold: number
}

/** One that is being sent, ours until the transaction ends; another worker takes another. `but`: passed over in this round. */
export async function holdNextRunning(sql: Queryable, but: readonly string[]): Promise<RunningRow | null> {
  const [row] = await sql<RunningRow[]>`
    SELECT announcement_id AS "announcementId", segment, segment_code AS "segmentCode", corrects_id AS "correctsId", jsonb_build_object('vi', title_vi, 'en', title_en) AS title,
      jsonb_build_object('vi', words_vi, 'en', words_en) AS words, urgent, told, sms, decided_by IS NOT NULL AS "isApproved", told_until AS "toldUntil", nullif(minute_at, '-infinity') AS "minuteAt", minute_told AS "minuteTold"
    FROM announcements WHERE state = 'sending' AND announcement_id <> ALL(${[...but]}::uuid[])
    ORDER BY urgent DESC, made_at, announcement_id LIMIT 1 FOR UPDATE SKIP LOCKED`
  return row ?? null
}

/** It reaches so many by now that it waits for a second person, wherever it has come to. */
export async function waitForApproval(sql: Queryable, announcementId: string, people: number): Promise<void> {
  await sql`UPDATE announcements SET state = 'waiting', four_eyes = true, people = ${people} WHERE announcement_id = ${announcementId}`
}

export type Progress = { toldUntil: number; looked: number; told: number; rung: number; sms: number; isNewMinute: boolean; isLast: boolean }
export async function recordProgress(sql: Queryable, announcementId: string, progress: Progress): Promise<void> {
  const { toldUntil, looked, told, rung, sms, isNewMinute, isLast } = progress
  await sql`
    UPDATE announcements SET told_until = ${toldUntil}, told = told + ${told}, rung = rung + ${rung}, sms = sms + ${sms},
      minute_at = CASE WHEN ${isNewMinute} THEN ansinh_now() ELSE minute_at END, minute_told = CASE WHEN ${isNewMinute} THEN ${looked} ELSE minute_told + ${looked} END,
      state = CASE WHEN ${isLast} THEN 'sent' ELSE state END, settled_at = CASE WHEN ${isLast} THEN ansinh_now() ELSE settled_at END
    WHERE announcement_id = ${announcementId}`
}

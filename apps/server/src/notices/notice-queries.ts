import type { NoticeKind } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type NewNotice = {
  personId: number
  noticeKey: string
  event: string
  kind: NoticeKind
  subjectId: string | null
  vi: { title: string; body: string }
  en: { title: string; body: string }
}
export type NoticeRow = NewNotice & { noticeId: string; toldAt: Date; readAt: Date | null }

/** False when the key was told before: told twice by the caller, there once. */
export async function insertNotice(sql: Queryable, notice: NewNotice): Promise<boolean> {
  const { personId, noticeKey, event, kind, subjectId, vi, en } = notice
  const { count } = await sql`
    INSERT INTO notices (person_id, notice_key, event, kind, subject_id, title_vi, body_vi, title_en, body_en)
    VALUES (${personId}, ${noticeKey}, ${event}, ${kind}, ${subjectId}, ${vi.title}, ${vi.body}, ${en.title}, ${en.body})
    ON CONFLICT (person_id, notice_key) DO NOTHING`
  return count === 1
}

/** One text for many; answers those who had not been told under this key before. */
export async function insertNotices(sql: Queryable, personIds: readonly number[], notice: Omit<NewNotice, 'personId'>): Promise<number[]> {
  const { noticeKey, event, kind, subjectId, vi, en } = notice
  const rows = await sql<{ personId: number }[]>`
    INSERT INTO notices (person_id, notice_key, event, kind, subject_id, title_vi, body_vi, title_en, body_en)
    SELECT person_id, ${noticeKey}, ${event}, ${kind}, ${subjectId}, ${vi.title}, ${vi.body}, ${en.title}, ${en.body} FROM unnest(${[...personIds]}::bigint[]) AS person_id
    ON CONFLICT (person_id, notice_key) DO NOTHING RETURNING person_id AS "personId"`
  return rows.map(({ personId }) => personId)
}

const columns = (sql: Queryable) => sql`
  person_id AS "personId", notice_id AS "noticeId", notice_key AS "noticeKey", event, kind, subject_id AS "subjectId", told_at AS "toldAt", read_at AS "readAt",
  jsonb_build_object('title', title_vi, 'body', body_vi) AS vi, jsonb_build_object('title', title_en, 'body', body_en) AS en`

/** Unread first, newest first within; nobody reads further back than `limit`. */
export async function listNoticeRows(sql: Queryable, personId: number, limit: number): Promise<NoticeRow[]> {
  return [
    ...(await sql<NoticeRow[]>`
      SELECT ${columns(sql)} FROM notices WHERE person_id = ${personId} ORDER BY read_at IS NOT NULL, told_at DESC, notice_id LIMIT ${limit}`),
  ]
}

export async function findNotice(sql: Queryable, personId: number, noticeId: string): Promise<NoticeRow | null> {
  const [row] = await sql<NoticeRow[]>`SELECT ${columns(sql)} FROM notices WHERE person_id = ${personId} AND notice_id = ${noticeId}`
  return row ?? null
}

/** The first reading counts. False when there is no such notice. */
export async function markNoticeRead(sql: Queryable, personId: number, noticeId: string): Promise<boolean> {
  const { count } = await sql`
    UPDATE notices SET read_at = coalesce(read_at, ansinh_now()) WHERE person_id = ${personId} AND notice_id = ${noticeId}`
  return count === 1
}

export async function markAllNoticesRead(sql: Queryable, personId: number): Promise<void> {
  await sql`UPDATE notices SET read_at = ansinh_now() WHERE person_id = ${personId} AND read_at IS NULL`
}

export async function countUnreadNotices(sql: Queryable, personId: number): Promise<number> {
  const [row] = await sql<{ unread: number }[]>`
    SELECT count(*)::integer AS unread FROM notices WHERE person_id = ${personId} AND read_at IS NULL`
  return row?.unread ?? 0
}

/** Those told longer ago than `keep` (an interval) are gone. Answers how many. */
export async function deleteOutdatedNotices(sql: Queryable, keep: string): Promise<number> {
  const { count } = await sql`DELETE FROM notices WHERE told_at < ansinh_now() - ${keep}::interval`
  return count
}

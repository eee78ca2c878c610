import { FRAUD_SIGNAL_KINDS, FRAUD_SIGNAL_RULES, type FraudSignalKind, type RegistrationState, type ReviewKind } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type SuspectRow = {
  registrationId: string
  fileNumber: string
  fullName: string
  bornOn: string
  state: RegistrationState
  stateSince: Date
  kinds: FraudSignalKind[]
}
type QueueName = 'to-review' | 'flagged'

const REVIEWED_KINDS = FRAUD_SIGNAL_KINDS.filter((kind) => FRAUD_SIGNAL_RULES[kind].leadsTo === 'review')

const conditions = (sql: Queryable) => ({
  'to-review': sql`r.state = 'fraud-review'`,
  // What was refused or closed needs no look any more; what was approved does.
  flagged: sql`r.state NOT IN ('fraud-review', 'draft', 'refused', 'withdrawn', 'expired')
    AND EXISTS (SELECT FROM fraud_signals s WHERE s.registration_id = r.registration_id AND s.cleared_at IS NULL AND s.kind = ANY(${[...REVIEWED_KINDS]}::text[]))`,
})

export async function countSuspects(sql: Queryable, officeIds: readonly number[]): Promise<Record<QueueName, number>> {
  const where = conditions(sql)
  const [row] = await sql<Record<QueueName, number>[]>`
    SELECT (SELECT count(*) FROM registrations r WHERE r.office_id = ANY(${[...officeIds]}::integer[]) AND ${where['to-review']})::integer AS "to-review",
      (SELECT count(*) FROM registrations r WHERE r.office_id = ANY(${[...officeIds]}::integer[]) AND ${where.flagged})::integer AS flagged`
  if (row === undefined) throw new Error('count answered no row')
  return row
}

/** One page, longest waiting first; continues after a registration. */
export async function listSuspects(
  sql: Queryable,
  { officeIds, queue, after, limit }: { officeIds: readonly number[]; queue: QueueName; after: string | null; limit: number },
): Promise<SuspectRow[]> {
  return [
    ...(await sql<SuspectRow[]>`
      SELECT r.registration_id AS "registrationId", r.file_number AS "fileNumber", r.declared ->> 'fullName' AS "fullName", r.declared ->> 'bornOn' AS "bornOn", r.state, r.state_since AS "stateSince",
        ARRAY(SELECT s.kind FROM fraud_signals s WHERE s.registration_id = r.registration_id AND s.cleared_at IS NULL ORDER BY s.kind) AS kinds
      FROM registrations r WHERE r.office_id = ANY(${[...officeIds]}::integer[]) AND ${conditions(sql)[queue]}
        AND (${after}::uuid IS NULL OR (r.state_since, r.registration_id) > (SELECT a.state_since, a.registration_id FROM registrations a WHERE a.registration_id = ${after}::uuid))
      ORDER BY r.state_since, r.registration_id LIMIT ${limit}`),
  ]
}

export type ReviewRow = { kind: ReviewKind; reasonCode: string; said: string; staffName: string; at: Date; undone: boolean }

export async function listReviews(sql: Queryable, registrationId: string): Promise<ReviewRow[]> {
  return [
    ...(await sql<ReviewRow[]>`
      SELECT v.kind, v.reason_code AS "reasonCode", v.said, s.full_name AS "staffName", v.reviewed_at AS at, d.undone_at IS NOT NULL AS undone
      FROM fraud_reviews v JOIN staff_users s USING (staff_id) LEFT JOIN decisions d ON d.decision_id = v.review_id WHERE v.registration_id = ${registrationId} ORDER BY v.reviewed_at`),
  ]
}

export type NewReview = {
  reviewId: string
  registrationId: string
  kind: ReviewKind
  staffId: number
  officeId: number
  reasonCode: string
  said: string
  signalKinds: readonly string[]
}

/** False when this id was recorded before. */
export async function insertReview(sql: Queryable, review: NewReview): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO fraud_reviews (review_id, registration_id, kind, staff_id, office_id, reason_code, said, signal_kinds)
    VALUES (${review.reviewId}, ${review.registrationId}, ${review.kind}, ${review.staffId}, ${review.officeId}, ${review.reasonCode}, ${review.said}, ${[...review.signalKinds]}::text[])
    ON CONFLICT (review_id) DO NOTHING`
  return count === 1
}

export type LinkRow = { kind: 'phone' | 'device' | 'address'; trace: string; registrationId: string }

/** Which of these registrations share a phone, a device or an address. */
export async function listLinks(sql: Queryable, registrationIds: readonly string[]): Promise<LinkRow[]> {
  return [
    ...(await sql<LinkRow[]>`
      WITH traces AS (
        SELECT t.kind, encode(t.trace, 'hex') AS trace, s.registration_id FROM fraud_subjects s
        CROSS JOIN LATERAL (VALUES ('phone', s.phone_hmac), ('device', s.device_hmac), ('address', s.address_hmac)) AS t(kind, trace)
        WHERE s.registration_id = ANY(${[...registrationIds]}::uuid[]) AND t.trace IS NOT NULL)
      SELECT kind, trace, registration_id AS "registrationId" FROM traces
      WHERE (kind, trace) IN (SELECT kind, trace FROM traces GROUP BY kind, trace HAVING count(*) > 1) ORDER BY kind, trace, registration_id`),
  ]
}

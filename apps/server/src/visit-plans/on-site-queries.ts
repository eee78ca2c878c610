import type { CivilDate } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type OnSiteState = 'asked' | 'another-day' | 'accepted' | 'done' | 'declined' | 'withdrawn'
export type OnSiteRow = {
  visitId: string
  officeId: number
  employerId: number
  employerName: string
  employerCode: string
  state: OnSiteState
  wantedOn: CivilDate
  setOn: CivilDate | null
  people: number
  place: string
  note: string
  answer: string
  askedAt: Date
}

const select = (sql: Queryable) => sql`
  SELECT v.visit_id AS "visitId", v.office_id AS "officeId", v.employer_id AS "employerId", e.name AS "employerName", e.employer_code AS "employerCode", v.state, v.wanted_on AS "wantedOn",
    v.set_on AS "setOn", v.people, v.place, v.note, v.answer, v.asked_at AS "askedAt"
  FROM on_site_visits v JOIN employers e USING (employer_id)`

export async function listOnSite(sql: Queryable, employerId: number): Promise<OnSiteRow[]> {
  return [...(await sql<OnSiteRow[]>`${select(sql)} WHERE v.employer_id = ${employerId} ORDER BY v.asked_at DESC LIMIT 50`)]
}

export async function listOnSiteOfOffices(sql: Queryable, officeIds: readonly number[]): Promise<OnSiteRow[]> {
  return [
    ...(await sql<OnSiteRow[]>`
      ${select(sql)} WHERE v.office_id = ANY(${[...officeIds]}::integer[]) AND (v.state IN ('asked', 'another-day', 'accepted') OR v.asked_at > ansinh_now() - interval '30 days')
      ORDER BY v.state NOT IN ('asked', 'another-day', 'accepted'), coalesce(v.set_on, v.wanted_on), v.visit_id LIMIT 200`),
  ]
}

/** Held until what is decided about it is written. */
export async function holdOnSite(sql: Queryable, visitId: string): Promise<OnSiteRow | null> {
  const [row] = await sql<OnSiteRow[]>`${select(sql)} WHERE v.visit_id = ${visitId} FOR UPDATE OF v`
  return row ?? null
}

export async function insertOnSite(
  sql: Queryable,
  visit: {
    visitId: string
    employerId: number
    officeId: number
    officerId: number
    wantedOn: CivilDate
    people: number
    place: string
    note: string
  },
): Promise<void> {
  await sql`
    INSERT INTO on_site_visits (visit_id, employer_id, office_id, wanted_on, people, place, note, officer_id)
    VALUES (${visit.visitId}, ${visit.employerId}, ${visit.officeId}, ${visit.wantedOn}, ${visit.people}, ${visit.place}, ${visit.note}, ${visit.officerId})`
}

export async function setOnSiteState(sql: Queryable, visitId: string, state: OnSiteState): Promise<void> {
  await sql`UPDATE on_site_visits SET state = ${state} WHERE visit_id = ${visitId}`
}

export async function answerOnSite(
  sql: Queryable,
  visitId: string,
  answer: { state: OnSiteState; setOn: CivilDate | null; words: string; staffId: number },
): Promise<void> {
  await sql`
    UPDATE on_site_visits SET state = ${answer.state}, set_on = coalesce(${answer.setOn}::date, set_on), answer = ${answer.words}, staff_id = ${answer.staffId},
      answered_at = ansinh_now() WHERE visit_id = ${visitId}`
}

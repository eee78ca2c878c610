import type { CivilDate } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

type Reach = { personId: number; phone: string; email: string | null }
/** `newsKey` names the news for ever, also when a file replaces its row. */
export type RegisterNews = Reach & { newsKey: string } & (
    | { what: 'card-changed' }
    | { what: 'visit-recorded'; visitId: string; visitedOn: CivilDate }
  )
export type StatementNews = Reach & { year: number }

/** What a file of years ago brings is history, not news. */
const NEWS_DAYS = 60
/** A batch is looked at for so long, should the job not have run. */
const LOOK_BACK_DAYS = 7

/** Cards that a file of the last days replaced, and visits it brought, of people with a living account who were not told; so many at once. */
export async function listRegisterNews(sql: Queryable, limit: number): Promise<RegisterNews[]> {
  return [
    ...(await sql<RegisterNews[]>`
      WITH fresh AS MATERIALIZED (
        SELECT batch_id, kind FROM import_batches
        WHERE kind IN ('health-cards', 'visits') AND state IN ('applied', 'partly') AND applied_at > ansinh_now() - make_interval(days => ${LOOK_BACK_DAYS})),
      news AS (
        SELECT e.person_id, 'card-changed' AS what, 'card-changed/' || e.card_id AS news_key, NULL::uuid AS visit_id, NULL::date AS visited_on
        FROM health_card_endings e JOIN fresh f ON f.batch_id = e.import_batch_id AND f.kind = 'health-cards'
        WHERE e.kind IN ('correction', 'change')
        UNION ALL
        SELECT v.person_id, 'visit-recorded', 'visit/' || v.facility_code || '/' || v.visit_key, v.visit_id, v.admitted_on
        FROM visits v JOIN fresh f ON f.batch_id = v.import_batch_id AND f.kind = 'visits'
        WHERE v.discharged_on > ansinh_today() - ${NEWS_DAYS}::integer
          AND NOT EXISTS (SELECT FROM visit_endings e WHERE e.person_id = v.person_id AND e.visit_id = v.visit_id))
      SELECT n.person_id AS "personId", a.phone, a.email, n.what, n.news_key AS "newsKey", n.visit_id AS "visitId", n.visited_on AS "visitedOn"
      FROM news n JOIN accounts a ON a.person_id = n.person_id AND a.state = 'active'
      WHERE NOT EXISTS (SELECT FROM notices t WHERE t.person_id = n.person_id AND t.notice_key = n.news_key)
      ORDER BY n.person_id, n.news_key LIMIT ${limit}`),
  ]
}

/**
 * People with a living account and a month paid last year who were not told of its yearly notice; so many at once. Nobody before `fromMonth`.
 */
export async function listStatementNews(sql: Queryable, fromMonth: number, limit: number): Promise<StatementNews[]> {
  return [
    ...(await sql<StatementNews[]>`
      WITH of AS MATERIALIZED (
        SELECT extract(year FROM ansinh_today())::integer - 1 AS year WHERE extract(month FROM ansinh_today()) >= ${fromMonth}::integer)
      SELECT a.person_id AS "personId", a.phone, a.email, of.year
      FROM of CROSS JOIN accounts a
      WHERE a.state = 'active'
        AND EXISTS (
          SELECT FROM participation_spells s
          WHERE s.person_id = a.person_id AND s.branch <> 'health' AND s.from_month < make_date(of.year + 1, 1, 1)
            AND (s.to_month IS NULL OR s.to_month >= make_date(of.year, 1, 1))
            AND NOT EXISTS (SELECT FROM participation_spell_endings e WHERE e.person_id = s.person_id AND e.spell_id = s.spell_id))
        AND NOT EXISTS (SELECT FROM notices t WHERE t.person_id = a.person_id AND t.notice_key = 'statement/' || of.year)
      ORDER BY a.person_id LIMIT ${limit}`),
  ]
}

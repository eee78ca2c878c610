import type { RolloutDimension, RolloutFigures, RolloutFilter, RolloutSort, RolloutStandingFilter } from '@an-sinh/contract'
import type { CivilDate } from '@an-sinh/domain'
import type { Fragment, Queryable } from '../platform/sql.ts'

export async function readCountedAt(sql: Queryable): Promise<Date | null> {
  const [row] = await sql<{ countedAt: Date }[]>`SELECT counted_at AS "countedAt" FROM rollout_counted`
  return row?.countedAt ?? null
}

const inView = (sql: Queryable, officeIds: readonly number[], filter: RolloutFilter): Fragment => sql`
  office_id = ANY(${[...officeIds]}::integer[])
  ${filter.officeId === undefined ? sql`` : sql`AND office_id = ${filter.officeId}`}
  ${filter.district === undefined ? sql`` : sql`AND district_code = ${filter.district}`}
  ${filter.industry === undefined ? sql`` : sql`AND industry = ${filter.industry}`}
  ${filter.size === undefined ? sql`` : sql`AND size_band = ${filter.size}`}`

const KEYS: Record<RolloutDimension, (sql: Queryable) => Fragment> = {
  district: (sql) => sql`district_code`,
  office: (sql) => sql`office_id::text`,
  industry: (sql) => sql`industry`,
  size: (sql) => sql`size_band`,
}

export type GroupRow = RolloutFigures & { key: string; name: string | null }

/** Sums of the cells in view by one dimension; groups without an employer are none. */
export async function sumCells(
  sql: Queryable,
  officeIds: readonly number[],
  { by, filter }: { by: RolloutDimension; filter: RolloutFilter },
): Promise<GroupRow[]> {
  const key = KEYS[by](sql)
  return [
    ...(await sql<GroupRow[]>`
      WITH grouped AS (
        SELECT ${key} AS key, sum(employers)::integer AS employers, sum(no_roster)::integer AS "noRoster", sum(nobody_registered)::integer AS "nobodyRegistered",
          sum(people)::bigint AS people, sum(registered)::bigint AS registered, sum(handed_in)::bigint AS "handedIn", sum(approved)::bigint AS approved,
          sum(signed_in)::bigint AS "signedIn", sum(needs_help)::bigint AS "needsHelp"
        FROM rollout_cells WHERE ${inView(sql, officeIds, filter)} GROUP BY 1 HAVING sum(employers) > 0)
      SELECT * FROM (SELECT g.*, ${nameOf(sql, by)} AS name FROM grouped g) AS named ORDER BY name COLLATE "vi-x-icu" NULLS LAST, key`),
  ]
}

const nameOf = (sql: Queryable, by: RolloutDimension): Fragment => {
  if (by === 'office') return sql`(SELECT o.name FROM offices o WHERE o.office_id::text = g.key)`
  if (by === 'district')
    return sql`(SELECT u.full_name FROM administrative_units u WHERE u.unit_level = 'old-district' AND u.unit_code = g.key ORDER BY u.valid_from DESC LIMIT 1)`
  return sql`nullif(g.key, '')`
}

export type WeekRow = { weekOn: CivilDate; people: number; registered: number; handedIn: number; approved: number; signedIn: number }

/** The last weeks of these offices together, oldest first. */
export async function listWeeks(sql: Queryable, officeIds: readonly number[], weeks: number): Promise<WeekRow[]> {
  return [
    ...(await sql<WeekRow[]>`
      SELECT week_on AS "weekOn", sum(people)::bigint AS people, sum(registered)::bigint AS registered, sum(handed_in)::bigint AS "handedIn", sum(approved)::bigint AS approved,
        sum(signed_in)::bigint AS "signedIn"
      FROM rollout_weeks WHERE office_id = ANY(${[...officeIds]}::integer[]) AND week_on > rollout_week(ansinh_now()) - 7 * ${weeks}::integer GROUP BY 1 ORDER BY 1`),
  ]
}

export type EmployerFilter = { campaignId?: string; standing: RolloutStandingFilter; q?: string; filter: RolloutFilter }
export type EmployerRow = {
  employerId: number
  employerCode: string
  name: string
  officeName: string
  district: string
  industry: string
  sizeBand: string
  standing: string
  people: number
  registered: number
  handedIn: number
  approved: number
  signedIn: number
  needsHelp: number
  targetPercent: number | null
  ownTarget: boolean
}

/** What a campaign aims at for each employer, as a part of WITH: `targets (employer_id, percent)` are the employers' own, `general (percent)` the campaign's. */
const targetParts = (sql: Queryable, campaignId: string | undefined): Fragment => sql`
  targets AS MATERIALIZED (
    SELECT employer_id, registered_percent AS percent FROM (
      SELECT DISTINCT ON (employer_id) employer_id, registered_percent FROM campaign_employer_targets WHERE campaign_id = ${campaignId ?? null}::uuid
      ORDER BY employer_id, version DESC) AS latest WHERE registered_percent IS NOT NULL),
  general AS MATERIALIZED (SELECT registered_percent AS percent FROM campaigns WHERE campaign_id = ${campaignId ?? null}::uuid ORDER BY version DESC LIMIT 1)`

const STANDINGS: Record<Exclude<RolloutStandingFilter, 'all'>, (sql: Queryable) => Fragment> = {
  'no-roster': (sql) => sql`AND s.standing = 'no-roster'`,
  'nobody-registered': (sql) => sql`AND s.standing = 'nobody-registered'`,
  'under-way': (sql) => sql`AND s.standing = 'under-way'`,
  'needs-help': (sql) => sql`AND s.needs_help > 0`,
  behind: (sql) =>
    sql`AND s.people > 0 AND s.reached_registered * 100::bigint < s.people * coalesce((SELECT percent FROM targets t WHERE t.employer_id = s.employer_id), (SELECT percent FROM general), 0)::bigint`,
}

/** Employers as chosen: the conditions, after `WITH ${targetParts}`. One that ended and lists nobody is left out. */
const chosen = (sql: Queryable, officeIds: readonly number[], { standing, q, filter }: EmployerFilter): Fragment => sql`
  FROM employer_standings s WHERE ${inView(sql, officeIds, filter)} AND s.standing <> 'ended' ${standing === 'all' ? sql`` : STANDINGS[standing](sql)}
  ${q === undefined || q.trim() === '' ? sql`` : sql`AND (s.name_folded LIKE (SELECT '%' || fold_text(${q.trim()}) || '%') OR s.employer_code = upper(${q.trim()}))`}`

export async function countEmployers(sql: Queryable, officeIds: readonly number[], filter: EmployerFilter): Promise<number> {
  const [row] = await sql<
    { n: number }[]
  >`WITH ${targetParts(sql, filter.campaignId)} SELECT count(*)::integer AS n ${chosen(sql, officeIds, filter)}`
  return row?.n ?? 0
}

/** The employers chosen themselves, at most `limit`. */
export async function listEmployerIds(
  sql: Queryable,
  officeIds: readonly number[],
  filter: EmployerFilter,
  limit: number,
): Promise<number[]> {
  const rows = await sql<{ employerId: number }[]>`
    WITH ${targetParts(sql, filter.campaignId)} SELECT s.employer_id AS "employerId" ${chosen(sql, officeIds, filter)} AND NOT s.ended LIMIT ${limit}`
  return rows.map((row) => row.employerId)
}

const ORDER: Record<RolloutSort, (sql: Queryable) => Fragment> = {
  name: (sql) => sql`s.name_folded`,
  people: (sql) => sql`s.people`,
  registered: (sql) => sql`s.reached_registered::double precision / nullif(s.people, 0)`,
  lacking: (sql) => sql`s.people - s.reached_registered`,
}

/** A page of them; names of office and district are looked up for the page alone. */
export async function listEmployers(
  sql: Queryable,
  officeIds: readonly number[],
  filter: EmployerFilter,
  { sort, down, limit, offset }: { sort: RolloutSort; down: boolean; limit: number; offset: number },
): Promise<EmployerRow[]> {
  const order = ORDER[sort](sql)
  return [
    ...(await sql<EmployerRow[]>`
      WITH ${targetParts(sql, filter.campaignId)},
      page AS (SELECT s.*, row_number() OVER () AS place FROM (
        SELECT s.* ${chosen(sql, officeIds, filter)} ORDER BY ${order} ${down ? sql`DESC NULLS LAST` : sql`ASC NULLS FIRST`}, s.employer_id LIMIT ${limit} OFFSET ${offset}) AS s)
      SELECT p.employer_id AS "employerId", p.employer_code AS "employerCode", p.name, coalesce(o.name, '') AS "officeName",
        coalesce((SELECT u.full_name FROM administrative_units u WHERE u.unit_level = 'old-district' AND u.unit_code = p.district_code ORDER BY u.valid_from DESC LIMIT 1), '') AS district,
        p.industry, p.size_band AS "sizeBand", p.standing, p.people, p.reached_registered AS registered, p.reached_handed_in AS "handedIn", p.reached_approved AS approved,
        p.signed_in AS "signedIn", p.needs_help AS "needsHelp", coalesce(t.percent, (SELECT percent FROM general))::integer AS "targetPercent", t.percent IS NOT NULL AS "ownTarget"
      FROM page p LEFT JOIN offices o ON o.office_id = p.office_id LEFT JOIN targets t ON t.employer_id = p.employer_id ORDER BY p.place`),
  ]
}

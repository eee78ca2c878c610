import type { LookupAnswer, LookupAreaAnswer } from '@an-sinh/contract'
import type { LookupKind } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

/** The day before the map of two levels came into force (Resolution 202/2025/QH15). */
const LAST_OLD_DAY = '2025-06-30'

const holds = (sql: Queryable, alias: string) =>
  sql.unsafe(`ansinh_today() BETWEEN ${alias}.valid_from AND coalesce(${alias}.valid_to, 'infinity')`)
/** What this project or the synthetic population made up. */
const isSample = (sql: Queryable, alias: string) =>
  sql.unsafe(`CASE WHEN ${alias}.source LIKE 'Dữ liệu mẫu%' OR ${alias}.source = 'synthetic' THEN true END`)
const pointOf = (sql: Queryable, alias: string) =>
  sql.unsafe(`CASE WHEN ${alias}.longitude IS NOT NULL AND ${alias}.latitude IS NOT NULL
    THEN jsonb_build_array(round(${alias}.longitude::numeric, 5), round(${alias}.latitude::numeric, 5)) END`)

/** One text instead of a row of columns: only what is known leaves the database. `only`: this one alone, in force or not, its newest version. */
type Pick = { id: string } | null

async function readPlaces(rows: Promise<readonly { place: LookupAnswer }[]>): Promise<LookupAnswer[]> {
  return (await rows).map(({ place }) => place)
}

export async function listFacilityPlaces(sql: Queryable, only: Pick): Promise<LookupAnswer[]> {
  return readPlaces(sql<{ place: LookupAnswer }[]>`
    SELECT jsonb_strip_nulls(jsonb_build_object('id', f.facility_code, 'name', f.name, 'aliases', CASE WHEN f.aliases <> '{}' THEN to_jsonb(f.aliases) END,
      'around', CASE WHEN f.facility_code ~ '^\\d{2}' THEN jsonb_build_array('old-' || left(f.facility_code, 2)) END, 'type', f.facility_type, 'provinceCode', f.province_code,
      'wardCode', f.ward_code, 'address', f.address, 'phone', f.phone, 'point', ${pointOf(sql, 'f')}, 'hoursText', f.hours, 'validFrom', f.valid_from, 'validTo', f.valid_to,
      'sample', ${isSample(sql, 'f')})) AS place
    FROM health_facilities f
    WHERE ${only === null ? holds(sql, 'f') : sql`f.facility_code = ${only.id} AND coalesce(f.valid_to, 'infinity') >= f.valid_from AND f.valid_from <= ansinh_today()`}
    ORDER BY f.facility_code, f.valid_from DESC`)
}

/** Facilities that may issue sick-leave papers, as facilities; how long they may is theirs. */
export async function listSickLeavePlaces(sql: Queryable, only: Pick): Promise<LookupAnswer[]> {
  return readPlaces(sql<{ place: LookupAnswer }[]>`
    SELECT jsonb_strip_nulls(jsonb_build_object('id', f.facility_code, 'name', f.name, 'aliases', CASE WHEN f.aliases <> '{}' THEN to_jsonb(f.aliases) END,
      'around', CASE WHEN f.facility_code ~ '^\\d{2}' THEN jsonb_build_array('old-' || left(f.facility_code, 2)) END, 'type', f.facility_type, 'provinceCode', f.province_code,
      'wardCode', f.ward_code, 'address', f.address, 'phone', f.phone, 'authorityNumber', s.decision_number, 'validFrom', s.valid_from, 'validTo', s.valid_to,
      'sample', ${isSample(sql, 's')})) AS place
    FROM sick_leave_facilities s JOIN LATERAL (SELECT * FROM health_facilities h WHERE h.facility_code = s.facility_code AND h.valid_from <= ansinh_today()
      AND coalesce(h.valid_to, 'infinity') >= h.valid_from ORDER BY h.valid_from DESC LIMIT 1) f ON true
    WHERE ${only === null ? holds(sql, 's') : sql`s.facility_code = ${only.id} AND coalesce(s.valid_to, 'infinity') >= s.valid_from AND s.valid_from <= ansinh_today()`}
    ORDER BY f.facility_code, s.valid_from DESC`)
}

export async function listOfficePlaces(sql: Queryable, only: Pick): Promise<LookupAnswer[]> {
  return readPlaces(sql<{ place: LookupAnswer }[]>`
    SELECT jsonb_strip_nulls(jsonb_build_object('id', o.office_id::text, 'name', o.name, 'aliases', CASE WHEN o.replaces <> '{}' THEN to_jsonb(o.replaces) END, 'type', o.office_level,
      'provinceCode', o.province_code, 'wardCode', CASE WHEN cardinality(o.ward_codes) = 1 THEN o.ward_codes[1] END,
      'wardCodes', CASE WHEN o.ward_codes <> '{}' THEN to_jsonb(ARRAY(SELECT w FROM unnest(o.ward_codes) w ORDER BY 1)) END, 'address', o.address, 'phone', o.phone, 'point', ${pointOf(sql, 'o')},
      'hours', o.opening_hours, 'hoursAssumed', CASE WHEN o.opening_hours_assumed THEN true END,
      'code', coalesce(o.official_code, o.provisional_code, '9' || lpad(o.office_id::text, 4, '0')), 'codeProvisional', CASE WHEN o.official_code IS NULL THEN true END,
      'closures', (SELECT jsonb_agg(jsonb_build_object('fromOn', c.from_on, 'toOn', c.to_on, 'reason', c.reason) ORDER BY c.from_on) FROM office_closures c
        WHERE c.office_id = o.office_id AND c.cause = 'closed' AND c.cancelled_at IS NULL AND c.to_on >= ansinh_today()),
      'validFrom', o.valid_from, 'validTo', o.valid_to, 'sample', ${isSample(sql, 'o')})) AS place
    FROM offices o
    WHERE ${only === null ? holds(sql, 'o') : sql`o.office_id::text = ${only.id} AND coalesce(o.valid_to, 'infinity') >= o.valid_from AND o.valid_from <= ansinh_today()`}
    ORDER BY o.office_id`)
}

/** A point holds while its agent does: the shorter of the two says until when. */
export async function listCollectionPlaces(sql: Queryable, only: Pick): Promise<LookupAnswer[]> {
  return readPlaces(sql<{ place: LookupAnswer }[]>`
    SELECT jsonb_strip_nulls(jsonb_build_object('id', p.point_code, 'name', p.name, 'aliases', jsonb_build_array(a.name), 'provinceCode', p.province_code, 'wardCode', p.ward_code,
      'address', p.address, 'phone', coalesce(p.phone, a.phone), 'point', ${pointOf(sql, 'p')}, 'hoursText', p.hours, 'agentCode', a.agent_code, 'agentName', a.name,
      'authorityNumber', coalesce(p.authority_number, a.authority_number), 'validFrom', greatest(p.valid_from, a.valid_from), 'validTo', least(p.valid_to, a.valid_to),
      'sample', ${isSample(sql, 'p')})) AS place
    FROM collection_points p JOIN LATERAL (SELECT * FROM collection_agents c WHERE c.agent_code = p.agent_code AND c.valid_from <= ansinh_today()
      AND coalesce(c.valid_to, 'infinity') >= c.valid_from ORDER BY c.valid_from DESC LIMIT 1) a ON true
    WHERE ${
      only === null
        ? sql`${holds(sql, 'p')} AND ${holds(sql, 'a')}`
        : sql`p.point_code = ${only.id} AND coalesce(p.valid_to, 'infinity') >= p.valid_from AND p.valid_from <= ansinh_today()`
    }
    ORDER BY p.point_code, p.valid_from DESC`)
}

/** Name and place alone: how many people work there, and whether it pays, is nobody's business here. */
export async function listEmployerPlaces(sql: Queryable, only: Pick): Promise<LookupAnswer[]> {
  return readPlaces(sql<{ place: LookupAnswer }[]>`
    SELECT jsonb_strip_nulls(jsonb_build_object('id', e.employer_code, 'name', e.name, 'aliases', CASE WHEN e.tax_code IS NOT NULL THEN jsonb_build_array(e.tax_code) END,
      'provinceCode', coalesce(w.parent_code, o.province_code), 'wardCode', e.ward_code, 'address', e.address, 'agentName', o.name,
      'validFrom', e.valid_from, 'validTo', e.valid_to, 'sample', ${isSample(sql, 'e')})) AS place
    FROM employer_versions e JOIN offices o ON o.office_id = e.office_id
    LEFT JOIN administrative_units w ON w.unit_level = 'ward' AND w.unit_code = e.ward_code AND ${holds(sql, 'w')}
    WHERE ${only === null ? holds(sql, 'e') : sql`e.employer_code = ${only.id} AND coalesce(e.valid_to, 'infinity') >= e.valid_from AND e.valid_from <= ansinh_today()`}
    ORDER BY e.employer_code, e.valid_from DESC`)
}

/** Units of today, and those of the map before, each with what it became. */
export async function listUnitPlaces(sql: Queryable, only: Pick): Promise<LookupAnswer[]> {
  return readPlaces(sql<{ place: LookupAnswer }[]>`
    WITH following AS (
      SELECT s.old_level, s.old_code, jsonb_agg(jsonb_build_object('id', n.unit_level || '-' || n.unit_code, 'name', n.full_name, 'kind', s.kind) ORDER BY n.name_folded) AS becomes,
        min(coalesce(n.parent_code, n.unit_code)) AS province_code, min(n.unit_code) AS ward_code
      FROM administrative_successions s JOIN administrative_units n ON n.unit_code = s.new_code AND ${holds(sql, 'n')}
        AND n.unit_level = CASE WHEN s.old_level IN ('old-province', 'province') THEN 'province' ELSE 'ward' END
      WHERE ${holds(sql, 's')} GROUP BY 1, 2)
    SELECT jsonb_strip_nulls(jsonb_build_object('id', u.unit_level || '-' || u.unit_code, 'name', u.full_name, 'aliases', CASE WHEN u.aliases <> '{}' THEN to_jsonb(u.aliases) END,
      'type', u.unit_level, 'provinceCode', CASE u.unit_level WHEN 'province' THEN u.unit_code WHEN 'ward' THEN u.parent_code WHEN 'old-province' THEN f.province_code ELSE coalesce(f.province_code, p.new_code) END,
      'wardCode', CASE WHEN u.unit_level = 'ward' THEN u.unit_code END,
      'around', CASE u.unit_level WHEN 'old-ward' THEN jsonb_build_array('old-' || u.parent_code, 'old-' || d.parent_code) WHEN 'old-district' THEN jsonb_build_array('old-' || u.parent_code) END,
      'within', CASE u.unit_level WHEN 'old-ward' THEN d.full_name || ', ' || c.full_name WHEN 'old-district' THEN c.full_name END,
      'becomes', f.becomes, 'point', ${pointOf(sql, 'u')}, 'validFrom', u.valid_from, 'validTo', u.valid_to)) AS place
    FROM administrative_units u
    LEFT JOIN following f ON f.old_level = u.unit_level AND f.old_code = u.unit_code
    LEFT JOIN administrative_units d ON u.unit_level = 'old-ward' AND d.unit_level = 'old-district' AND d.unit_code = u.parent_code AND ${LAST_OLD_DAY} BETWEEN d.valid_from AND coalesce(d.valid_to, 'infinity')
    LEFT JOIN administrative_units c ON c.unit_level = 'old-province' AND c.unit_code = coalesce(d.parent_code, u.parent_code) AND ${LAST_OLD_DAY} BETWEEN c.valid_from AND coalesce(c.valid_to, 'infinity')
    LEFT JOIN administrative_successions p ON p.old_level = 'old-province' AND p.old_code = c.unit_code AND ${holds(sql, 'p')}
    WHERE CASE WHEN starts_with(u.unit_level, 'old-') THEN ${LAST_OLD_DAY} BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity') ELSE ${holds(sql, 'u')} END
      AND (${only?.id ?? null}::text IS NULL OR u.unit_level || '-' || u.unit_code = ${only?.id ?? null})
    ORDER BY u.unit_level, u.unit_code`)
}

export const LIST_PLACES: Readonly<Record<LookupKind, (sql: Queryable, only: Pick) => Promise<LookupAnswer[]>>> = {
  facilities: listFacilityPlaces,
  'sick-leave': listSickLeavePlaces,
  offices: listOfficePlaces,
  'collection-points': listCollectionPlaces,
  employers: listEmployerPlaces,
  units: listUnitPlaces,
}

/** Wards and provinces of today with every name they went by, and the old provinces and districts by themselves. */
export async function listAreas(sql: Queryable): Promise<LookupAreaAnswer[]> {
  const rows = await sql<{ area: LookupAreaAnswer }[]>`
    WITH earlier AS (
      SELECT s.new_code, s.old_level, array_agg(DISTINCT n.name) AS names
      FROM administrative_successions s JOIN administrative_units u ON u.unit_level = s.old_level AND u.unit_code = s.old_code
      LEFT JOIN administrative_units d ON u.unit_level = 'old-ward' AND d.unit_level = 'old-district' AND d.unit_code = u.parent_code
      CROSS JOIN LATERAL (VALUES (u.full_name), (d.full_name)) AS n (name)
      WHERE ${holds(sql, 's')} AND n.name IS NOT NULL GROUP BY 1, 2)
    SELECT jsonb_strip_nulls(jsonb_build_object('code', CASE WHEN starts_with(u.unit_level, 'old-') THEN 'old-' || u.unit_code ELSE u.unit_code END, 'name', u.full_name,
      'otherNames', to_jsonb(e.names), 'point', ${pointOf(sql, 'u')})) AS area
    FROM administrative_units u LEFT JOIN earlier e ON e.new_code = u.unit_code AND e.old_level = CASE u.unit_level WHEN 'ward' THEN 'old-ward' WHEN 'province' THEN 'old-province' END
    WHERE u.unit_level <> 'old-ward' AND CASE WHEN starts_with(u.unit_level, 'old-') THEN ${LAST_OLD_DAY} BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity') ELSE ${holds(sql, 'u')} END
    ORDER BY u.unit_level DESC, u.unit_code`
  return rows.map(({ area }) => area)
}

/** Changes whenever one of the lists may have changed: by an import, a closure, the seeds, or a new day. */
export async function readListStamp(sql: Queryable): Promise<string> {
  const [row] = await sql<{ stamp: string }[]>`
    SELECT concat_ws('/', ansinh_today(), (SELECT max(change_id) FROM reference_changes), (SELECT concat_ws('.', count(*), count(cancelled_at), max(recorded_at)) FROM office_closures),
      (SELECT count(*) FROM health_facilities), (SELECT count(*) FROM sick_leave_facilities), (SELECT count(*) FROM offices), (SELECT count(*) FROM collection_points),
      (SELECT max(employer_id) FROM employers), (SELECT count(*) FROM administrative_units), (SELECT count(*) FROM administrative_successions)) AS stamp`
  return row?.stamp ?? ''
}

export async function readToday(sql: Queryable): Promise<string> {
  const [row] = await sql<{ today: string }[]>`SELECT ansinh_today() AS today`
  if (row === undefined) throw new Error('the database knows no day')
  return row.today
}

/** Days off and working Saturdays of the coming months. */
export async function listDaysAhead(sql: Queryable): Promise<{ on: string; kind: string; name: string }[]> {
  return [
    ...(await sql<{ on: string; kind: string; name: string }[]>`
      SELECT day_on AS "on", kind, name FROM calendar_days WHERE valid_to >= valid_from AND day_on BETWEEN ansinh_today() - 7 AND ansinh_today() + 120 ORDER BY day_on`),
  ]
}

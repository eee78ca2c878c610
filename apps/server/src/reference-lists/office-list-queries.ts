import { stagedRows } from '../platform/staged-rows.ts'
import type { DatedList } from './dated-list-queries.ts'
import { unknownProvinces } from './known-code-queries.ts'

/**
 * An office is known by its official code; without one by province and name. Offices without dates are held to be there since the agency
 * was founded (Decree 19/CP of 1995-02-16).
 */
export const officeList = (columns: DatedList['columns']): DatedList => ({
  table: 'offices',
  columns,
  identity: ['office_key'],
  values: [
    { column: 'official_code' },
    { column: 'name' },
    { column: 'office_level' },
    { column: 'province_code' },
    { column: 'address', otherwise: `''` },
    { column: 'phone' },
    { column: 'replaces', otherwise: `'{}'` },
    { column: 'replaces_folded', otherwise: `'{}'` },
    { column: 'ward_codes', otherwise: `'{}'` },
    { column: 'note' },
    { column: 'longitude' },
    { column: 'latitude' },
    { column: 'opening_hours', otherwise: `'{"weekdays":[1,2,3,4,5],"spans":[["08:00","11:30"],["13:30","17:00"]]}'` },
    { column: 'opening_hours_assumed', otherwise: 'true' },
    { column: 'receives_registrations', otherwise: 'true' },
  ],
  rows: (sql, batch) => sql`
    SELECT row_no, row_group, coalesce(
        (SELECT o.office_key FROM offices o WHERE o.official_code = r.code LIMIT 1),
        (SELECT o.office_key FROM offices o WHERE o.province_code = r."provinceCode" AND fold_place(o.name) = fold_place(r.name) AND o.office_level = r.level
          AND (o.official_code IS NULL OR r.code IS NULL) ORDER BY o.valid_from DESC LIMIT 1),
        code, "provinceCode" || '/' || fold_place(name)) AS office_key,
      code AS official_code, name, level AS office_level, "provinceCode" AS province_code, address, phone, string_to_array(replaces, '|') AS replaces,
      string_to_array(fold_place(replaces), '|') AS replaces_folded, string_to_array("wardCodes", '|') AS ward_codes, nullif(concat_ws('; ', note, 'Xã chưa khớp: ' || "unmatchedWards"), '') AS note,
      longitude::double precision AS longitude, latitude::double precision AS latitude, NULL::jsonb AS opening_hours, NULL::boolean AS opening_hours_assumed,
      "receivesRegistrations" AS receives_registrations, "validFrom" AS valid_from, "validTo" AS valid_to
    FROM ${stagedRows(sql, { columns }, batch)} r`,
  assumedFrom: (sql) => sql`least(s.valid_from, '1995-02-16'::date)`,
  needs: { name: 'name', office_level: 'level', province_code: 'provinceCode' },
  unknown: [
    unknownProvinces(columns),
    (sql, batch) => sql`
      SELECT DISTINCT ON (row_no) row_no, row_group, 'wardCodes', ward_code FROM ${stagedRows(sql, { columns }, batch)} r
      CROSS JOIN LATERAL unnest(string_to_array("wardCodes", '|')) ward_code
      WHERE NOT EXISTS (SELECT FROM administrative_units u WHERE u.unit_level = 'ward' AND u.unit_code = ward_code) ORDER BY row_no, ward_code`,
  ],
})

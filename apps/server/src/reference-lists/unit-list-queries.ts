import type { ImportBatch } from '../platform/import-kind.ts'
import { stagedRows } from '../platform/staged-rows.ts'
import type { Transaction } from '../platform/transaction.ts'
import type { DatedList } from './dated-list-queries.ts'
import { unknownWards } from './known-code-queries.ts'

/** Two levels since 2025-07-01 (Resolution 202/2025/QH15, Decision 19/2025/QĐ-TTg); the old codes are of Decision 124/2004/QĐ-TTg. */
export const unitList = (columns: DatedList['columns']): DatedList => ({
  table: 'administrative_units',
  columns,
  identity: ['unit_level', 'unit_code'],
  values: [
    { column: 'parent_code' },
    { column: 'name' },
    { column: 'full_name' },
    { column: 'unit_type' },
    { column: 'longitude' },
    { column: 'latitude' },
    { column: 'aliases', otherwise: `'{}'` },
  ],
  rows: (sql, batch) => sql`
    SELECT row_no, row_group, coalesce(level, CASE length(code) WHEN 2 THEN 'province' ELSE 'ward' END) AS unit_level, code AS unit_code, "parentCode" AS parent_code, name,
      "fullName" AS full_name, type AS unit_type, longitude::double precision AS longitude, latitude::double precision AS latitude,
      nullif(array_remove(string_to_array(aliases, '|') || nullif("otherName", "fullName"), NULL), '{}') AS aliases, "validFrom" AS valid_from, "validTo" AS valid_to
    FROM ${stagedRows(sql, { columns }, batch)} r`,
  assumedFrom: (sql) =>
    sql`coalesce(s.valid_from, CASE WHEN i.unit_level IN ('province', 'ward') THEN '2025-07-01' ELSE '2004-07-08' END::date)`,
  needs: { name: 'name', full_name: 'fullName', unit_type: 'type' },
  unknown: [
    (sql, batch) => sql`
      SELECT row_no, row_group, 'parentCode', "parentCode" FROM ${stagedRows(sql, { columns }, batch)} r
      WHERE "parentCode" IS NOT NULL AND NOT EXISTS (SELECT FROM administrative_units u WHERE u.unit_code = "parentCode")
        AND "parentCode" NOT IN (SELECT code FROM ${stagedRows(sql, { columns }, batch)} o WHERE code IS NOT NULL)`,
  ],
})

/**
 * An old unit whole, or the part of it that went to one new unit. Five island districts had no wards and are named themselves. A code of two or
 * five digits whose row begins after 2025-07-01 is a province or ward of today's map.
 */
export const successionList = (columns: DatedList['columns']): DatedList => {
  const rows: DatedList['rows'] = (sql, batch) => sql`
    SELECT row_no, row_group, CASE WHEN "validFrom" > '2025-07-01' AND length("oldCode") IN (2, 5) THEN CASE length("oldCode") WHEN 2 THEN 'province' ELSE 'ward' END
      ELSE CASE length(coalesce("oldCode", "oldDistrictCode")) WHEN 2 THEN 'old-province' WHEN 3 THEN 'old-district' ELSE 'old-ward' END END AS old_level,
      coalesce("oldCode", "oldDistrictCode") AS old_code, "newCode" AS new_code, kind, note, "validFrom" AS valid_from, "validTo" AS valid_to
    FROM ${stagedRows(sql, { columns }, batch)} r`
  return {
    table: 'administrative_successions',
    columns,
    identity: ['old_level', 'old_code', 'new_code'],
    values: [{ column: 'kind' }, { column: 'note' }],
    rows,
    assumedFrom: (sql) => sql`coalesce(s.valid_from, '2025-07-01'::date)`,
    needs: { kind: 'kind' },
    unknown: [
      (sql, batch) => sql`
        SELECT row_no, row_group, 'oldCode', old_code FROM (${rows(sql, batch)}) r
        WHERE NOT EXISTS (SELECT FROM administrative_units u WHERE u.unit_level = r.old_level AND u.unit_code = r.old_code)`,
      (sql, batch) => sql`
        SELECT row_no, row_group, 'newCode', new_code FROM (${rows(sql, batch)}) r
        WHERE NOT EXISTS (SELECT FROM administrative_units u WHERE u.unit_level = CASE WHEN r.old_level IN ('old-province', 'province') THEN 'province' ELSE 'ward' END AND u.unit_code = r.new_code)`,
    ],
    afterwards: async (transaction, batch, way) => {
      if (way === 'applied') await endOtherSuccessors(transaction, rows, batch)
    },
  }
}

/** Which minimum wage holds in a ward; until somebody has compared a row with the decree it is not sure. */
export const wageRegionList = (columns: DatedList['columns']): DatedList => ({
  table: 'wage_regions',
  columns,
  identity: ['ward_code'],
  values: [{ column: 'region' }, { column: 'checked', otherwise: 'false' }],
  rows: (sql, batch) => sql`
    SELECT row_no, row_group, "wardCode" AS ward_code, region::smallint AS region, checked, "validFrom" AS valid_from, "validTo" AS valid_to
    FROM ${stagedRows(sql, { columns }, batch)} r`,
  assumedFrom: (sql) => sql`coalesce(s.valid_from, ansinh_today())`,
  needs: { region: 'region' },
  unknown: [unknownWards(columns)],
})

/** A table that names an old unit says everything about it: what else was known or suggested is taken back. Not where a row of the unit waits for a code. */
async function endOtherSuccessors(sql: Transaction, rows: DatedList['rows'], batch: ImportBatch): Promise<void> {
  await sql`
    WITH said AS (SELECT r.* FROM (${rows(sql, batch)}) r),
      complete AS (SELECT old_level, old_code FROM said GROUP BY 1, 2 HAVING bool_and(row_group IS DISTINCT FROM 'rejected')),
      other AS (SELECT t.*, to_jsonb(t) AS before FROM administrative_successions t JOIN complete USING (old_level, old_code)
        WHERE coalesce(t.valid_to, 'infinity') >= t.valid_from
          AND NOT EXISTS (SELECT FROM said s WHERE s.old_level = t.old_level AND s.old_code = t.old_code AND s.new_code = t.new_code)),
      ended AS (UPDATE administrative_successions t SET valid_to = t.valid_from - 1 FROM other o
        WHERE (t.old_level, t.old_code, t.new_code, t.valid_from) = (o.old_level, o.old_code, o.new_code, o.valid_from)
        RETURNING jsonb_build_object('old_level', t.old_level, 'old_code', t.old_code, 'new_code', t.new_code, 'valid_from', t.valid_from) AS row_key, o.before, to_jsonb(t) AS after)
    INSERT INTO reference_changes (list, row_key, before, after, import_batch_id, source)
    SELECT 'administrative_successions', row_key, before, after, ${batch.batchId}, ${batch.source} FROM ended`
}

import { stagedRows } from '../platform/staged-rows.ts'
import type { DatedList } from './dated-list-queries.ts'

type Check = DatedList['unknown'][number]

/** Rows whose province no map knows. */
export const unknownProvinces =
  (columns: DatedList['columns']): Check =>
  (sql, batch) =>
    sql`
    SELECT row_no, row_group, 'provinceCode', "provinceCode" FROM ${stagedRows(sql, { columns }, batch)} r
    WHERE "provinceCode" IS NOT NULL AND NOT EXISTS (SELECT FROM administrative_units u WHERE u.unit_level = 'province' AND u.unit_code = "provinceCode")`

/** Rows whose ward no map of today knows. */
export const unknownWards =
  (columns: DatedList['columns']): Check =>
  (sql, batch) =>
    sql`
    SELECT row_no, row_group, 'wardCode', "wardCode" FROM ${stagedRows(sql, { columns }, batch)} r
    WHERE "wardCode" IS NOT NULL AND NOT EXISTS (SELECT FROM administrative_units u WHERE u.unit_level = 'ward' AND u.unit_code = "wardCode")`

/** Rows whose facility never had a contract. */
export const unknownFacilities =
  (columns: DatedList['columns']): Check =>
  (sql, batch) =>
    sql`
    SELECT row_no, row_group, 'code', code FROM ${stagedRows(sql, { columns }, batch)} r
    WHERE code IS NOT NULL AND NOT EXISTS (SELECT FROM health_facilities f WHERE f.facility_code = code)`

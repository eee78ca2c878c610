import type { DatedList } from './dated-list-queries.ts'
import { stagedRows } from '../platform/staged-rows.ts'
import { unknownFacilities, unknownProvinces, unknownWards } from './known-code-queries.ts'

/** Contracts are made by the year: a list without dates speaks of this one. */
export const facilityList = (columns: DatedList['columns']): DatedList => ({
  table: 'health_facilities',
  columns,
  identity: ['facility_code'],
  values: [
    { column: 'name' },
    { column: 'province_code' },
    { column: 'ward_code' },
    { column: 'address' },
    { column: 'facility_type' },
    { column: 'phone' },
    { column: 'aliases', otherwise: `'{}'` },
  ],
  rows: (sql, batch) => sql`
    SELECT row_no, row_group, code AS facility_code, name, "provinceCode" AS province_code, "wardCode" AS ward_code, address, "facilityType" AS facility_type, phone,
      string_to_array(aliases, '|') AS aliases, "validFrom" AS valid_from, "validTo" AS valid_to
    FROM ${stagedRows(sql, { columns }, batch)} r`,
  assumedFrom: (sql) => sql`greatest(s.valid_from, date_trunc('year', ansinh_today())::date)`,
  needs: { name: 'name' },
  unknown: [unknownProvinces(columns), unknownWards(columns)],
})

/** Entitled from the day the list names, else from the year's first, as contracts are. */
export const sickLeaveList = (columns: DatedList['columns']): DatedList => ({
  table: 'sick_leave_facilities',
  columns,
  identity: ['facility_code'],
  values: [{ column: 'decision_number' }],
  rows: (sql, batch) => sql`
    SELECT row_no, row_group, code AS facility_code, "decisionNumber" AS decision_number, "validFrom" AS valid_from, "validTo" AS valid_to
    FROM ${stagedRows(sql, { columns }, batch)} r`,
  assumedFrom: (sql) => sql`greatest(s.valid_from, date_trunc('year', ansinh_today())::date)`,
  needs: {},
  unknown: [unknownFacilities(columns)],
})

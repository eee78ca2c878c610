import { stagedRows } from '../platform/staged-rows.ts'
import type { DatedList } from './dated-list-queries.ts'
import { unknownProvinces, unknownWards } from './known-code-queries.ts'

export const agentList = (columns: DatedList['columns']): DatedList => ({
  table: 'collection_agents',
  columns,
  identity: ['agent_code'],
  values: ['name', 'authority_number', 'province_code', 'ward_code', 'address', 'phone'].map((column) => ({ column })),
  rows: (sql, batch) => sql`
    SELECT row_no, row_group, code AS agent_code, name, "authorityNumber" AS authority_number, "provinceCode" AS province_code, "wardCode" AS ward_code, address, phone,
      "validFrom" AS valid_from, "validTo" AS valid_to
    FROM ${stagedRows(sql, { columns }, batch)} r`,
  assumedFrom: (sql) => sql`coalesce(s.valid_from, ansinh_today())`,
  needs: { name: 'name', province_code: 'provinceCode' },
  unknown: [unknownProvinces(columns), unknownWards(columns)],
})

export const pointList = (columns: DatedList['columns']): DatedList => ({
  table: 'collection_points',
  columns,
  identity: ['point_code'],
  values: [
    'agent_code',
    'name',
    'authority_number',
    'province_code',
    'ward_code',
    'address',
    'phone',
    'hours',
    'longitude',
    'latitude',
  ].map((column) => ({ column })),
  rows: (sql, batch) => sql`
    SELECT row_no, row_group, code AS point_code, "agentCode" AS agent_code, name, "authorityNumber" AS authority_number,
      (SELECT u.parent_code FROM administrative_units u WHERE u.unit_level = 'ward' AND u.unit_code = r."wardCode" ORDER BY u.valid_from DESC LIMIT 1) AS province_code,
      "wardCode" AS ward_code, address, phone, hours, longitude::double precision AS longitude, latitude::double precision AS latitude, "validFrom" AS valid_from, "validTo" AS valid_to
    FROM ${stagedRows(sql, { columns }, batch)} r`,
  assumedFrom: (sql) => sql`coalesce(s.valid_from, ansinh_today())`,
  needs: { name: 'name', agent_code: 'agentCode', ward_code: 'wardCode', address: 'address' },
  unknown: [
    unknownWards(columns),
    (sql, batch) => sql`
      SELECT row_no, row_group, 'agentCode', "agentCode" FROM ${stagedRows(sql, { columns }, batch)} r
      WHERE "agentCode" IS NOT NULL AND NOT EXISTS (SELECT FROM collection_agents a WHERE a.agent_code = "agentCode" AND coalesce(a.valid_to, 'infinity') >= a.valid_from)`,
  ],
})

import type postgres from 'postgres'

import { readRows } from './lookup-queries.ts'

const TYPES: Readonly<Record<string, string>> = {
  benh_vien: 'hospital',
  phong_kham: 'clinic',
  tram_y_te: 'health-station',
  trung_tam_y_te: 'health-centre',
}

/** The published list of facilities and the points of the wards, laid into a running system's lists. Answers how many of each. */
export async function layLookupData(owner: postgres.Sql, directory: string): Promise<{ facilities: number; wards: number }> {
  const facilities = readRows(directory, 'health_facilities_bhyt_2026.csv').map((row) => ({
    code: row['code'],
    name: row['name'],
    province: row['new_province_code'] || null,
    ward: row['ward_code'] || null,
    type: TYPES[row['type_guess'] ?? ''] ?? 'other',
  }))
  const points = readRows(directory, 'ward_points.csv').map((row) => ({
    code: row['code'],
    lon: Number(row['lon']),
    lat: Number(row['lat']),
  }))
  await owner`DELETE FROM health_facilities`
  await owner`
    INSERT INTO health_facilities (facility_code, name, province_code, ward_code, facility_type, valid_from, source)
    SELECT code, name, province, ward, type, '2026-01-01', 'measure' FROM jsonb_to_recordset(${owner.json(facilities)})
      AS r (code text, name text, province text, ward text, type text)`
  await owner`
    UPDATE administrative_units u SET longitude = r.lon, latitude = r.lat FROM jsonb_to_recordset(${owner.json(points)}) AS r (code text, lon float8, lat float8)
    WHERE u.unit_level = 'ward' AND u.unit_code = r.code`
  const [counts] = await owner<{ facilities: number; wards: number }[]>`
    SELECT (SELECT count(*)::int FROM health_facilities) AS facilities,
      (SELECT count(*)::int FROM administrative_units WHERE unit_level = 'ward' AND valid_to IS NULL) AS wards`
  if (counts === undefined) throw new Error('nothing was laid')
  return counts
}

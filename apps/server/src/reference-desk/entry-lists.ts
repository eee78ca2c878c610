import {
  formatOpeningHours,
  parseOpeningHours,
  REFERENCE_FIELDS,
  type ReferenceField,
  type ReferenceList,
  type ReferenceValues,
} from '@an-sinh/domain'
import type { Json } from '../platform/sql.ts'

/** A list's table as the desk writes it: what names an entry, and every column a further version has. */
export type EntryTable = { readonly table: string; readonly identity: string; readonly columns: readonly string[] }

export const ENTRY_TABLES: Readonly<Record<ReferenceList, EntryTable>> = {
  'health-facility': {
    table: 'health_facilities',
    identity: 'facility_code',
    columns: [
      'facility_code',
      'name',
      'province_code',
      'address',
      'ward_code',
      'facility_type',
      'phone',
      'aliases',
      'hours',
      'longitude',
      'latitude',
    ],
  },
  office: { table: 'offices', identity: 'office_id', columns: [] },
  'collection-agent': {
    table: 'collection_agents',
    identity: 'agent_code',
    columns: ['agent_code', 'name', 'authority_number', 'province_code', 'ward_code', 'address', 'phone'],
  },
  'collection-point': {
    table: 'collection_points',
    identity: 'point_code',
    columns: [
      'point_code',
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
    ],
  },
  'sick-leave': { table: 'sick_leave_facilities', identity: 'facility_code', columns: ['facility_code', 'decision_number'] },
}

const COLUMNS: Readonly<Record<ReferenceField, string>> = {
  phone: 'phone',
  facilityType: 'facility_type',
  wardCode: 'ward_code',
  address: 'address',
  hours: 'hours',
  openingHours: 'opening_hours',
  longitude: 'longitude',
  latitude: 'latitude',
  authorityNumber: 'authority_number',
  decisionNumber: 'decision_number',
  endsOn: 'valid_to',
}

export type EntryRow = Readonly<Record<string, Json | undefined>>

const toText = (field: ReferenceField, value: Json | undefined): string | null => {
  if (value === null || value === undefined || value === '') return null
  if (field === 'openingHours') return formatOpeningHours(value as unknown as { weekdays: number[]; spans: string[][] })
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A row of the list as texts, field by field; of no row every field is unknown. */
export const valuesOf = (list: ReferenceList, row: EntryRow | null): ReferenceValues =>
  Object.fromEntries(REFERENCE_FIELDS[list].map((field) => [field, toText(field, row?.[COLUMNS[field]])]))

const toColumn = (field: ReferenceField, text: string | null): Json => {
  if (text === null) return null
  if (field === 'longitude' || field === 'latitude') return Number(text)
  return field === 'openingHours' ? parseOpeningHours(text) : text.trim()
}

/** What was proposed → the columns that change; how long a version holds is decided apart. */
export const patchOf = (after: ReferenceValues): Record<string, Json> => {
  const fields = (Object.keys(after) as ReferenceField[]).filter((field) => field !== 'endsOn')
  const patch = Object.fromEntries(fields.map((field) => [COLUMNS[field], toColumn(field, after[field] ?? null)]))
  return 'opening_hours' in patch ? { ...patch, opening_hours_assumed: false } : patch
}

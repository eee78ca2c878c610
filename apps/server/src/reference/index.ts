import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listOffices } from './list-offices.ts'
import { listOldDistricts } from './list-old-districts.ts'
import { listOldProvinces } from './list-old-provinces.ts'
import { listOldWards } from './list-old-wards.ts'
import { listProvinces } from './list-provinces.ts'
import { listWards } from './list-wards.ts'

export { importWardSuccessions } from './import-ward-successions.ts'
export {
  findOffice,
  listClosures,
  listReceivingOffices,
  loadCalendar,
  type ClosureRow,
  type OfficeRow,
  type OpeningHours,
} from './office-queries.ts'
export { seedReference } from './seed-reference.ts'
export { toOfficeAnswer } from './to-office-answer.ts'
export { findWard, listFacilityCodes, listUnits, listWardsOfProvinces, type UnitRow, type WardRow } from './unit-queries.ts'

/** Adds the public lists: administrative units of both maps and offices. */
export function registerReference(server: Server, platform: Platform): void {
  for (const register of [listProvinces, listWards, listOldProvinces, listOldDistricts, listOldWards, listOffices])
    register(server, platform)
}

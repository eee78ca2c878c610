import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import type { Sql } from '../platform/sql.ts'
import { listCollectionPoints } from './list-collection-points.ts'
import { listHealthFacilities } from './list-health-facilities.ts'
import { listOffices } from './list-offices.ts'
import { listOldDistricts } from './list-old-districts.ts'
import { listOldProvinces } from './list-old-provinces.ts'
import { listOldWards } from './list-old-wards.ts'
import { listProvinces } from './list-provinces.ts'
import { listWards } from './list-wards.ts'

export { listCollectionPointsOn } from './collection-queries.ts'
export { findFacilitiesNamed, findFacilityOn, type FacilityRow, joinCardFacility, listFacilityCodes } from './facility-queries.ts'
export {
  findOffice,
  findOfficeOn,
  findStandingOffice,
  listClosures,
  listOfficesOfDesk,
  listOfficesOn,
  listOfficesUnder,
  listReceivingOffices,
  loadCalendar,
  type ClosureRow,
  type OfficeRow,
  type OpeningHours,
} from './office-queries.ts'
export { toOfficeAnswer } from './to-office-answer.ts'
export {
  asksForWard,
  findEndedWard,
  findUnitsNamed,
  findWard,
  listUnits,
  listWardsOfProvinces,
  type UnitRow,
  type WardRow,
} from './unit-queries.ts'

/** Loads the lists this project brings. They are read in when they are asked for: no request needs them, and they would take 20 MB of every server. */
export const seedReference = async (sql: Sql): Promise<void> => (await import('../reference-seeds/index.ts')).seedReference(sql)

/** Adds the public lists: administrative units of both maps, offices, health facilities, collection points. */
export function registerReference(server: Server, platform: Platform): void {
  for (const register of [
    listProvinces,
    listWards,
    listOldProvinces,
    listOldDistricts,
    listOldWards,
    listOffices,
    listHealthFacilities,
    listCollectionPoints,
  ])
    register(server, platform)
}

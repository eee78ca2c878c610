import type { ImportKind } from '../platform/import-kind.ts'
import { collectionAgentKind, collectionPointKind } from './collection-import.ts'
import { healthFacilityKind, sickLeaveFacilityKind } from './facility-import.ts'
import { holidayKind } from './holiday-import.ts'
import { officeKind } from './office-import.ts'
import { administrativeSuccessionKind, administrativeUnitKind, wageRegionKind } from './unit-import.ts'

export { nameColumn, textColumn, toColumns, VALIDITY, wardColumn } from './list-columns.ts'
export { unknownWards } from './known-code-queries.ts'
export { makeDatedKind } from './make-dated-kind.ts'
export type { DatedList } from './dated-list-queries.ts'

/** Dated reference lists that come as files. */
export const REFERENCE_IMPORTS: readonly ImportKind[] = [
  administrativeUnitKind,
  administrativeSuccessionKind,
  officeKind,
  healthFacilityKind,
  sickLeaveFacilityKind,
  collectionAgentKind,
  collectionPointKind,
  holidayKind,
  wageRegionKind,
]

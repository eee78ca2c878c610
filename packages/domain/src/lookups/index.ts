export {
  LOOKUP_KINDS,
  fillPlace,
  indexAreas,
  type LookupArea,
  type LookupAreas,
  type LookupKind,
  type LookupPlace,
} from './lookup-place.ts'
export { draftLookupIndex, makeLookupIndex, type LookupIndex } from './make-lookup-index.ts'
export { searchLookup, type LookupHit, type LookupQuestion } from './search-lookup.ts'
export { distanceTo, nearFirst, type NearHit, type PlaceDistance } from './near-first.ts'
export { decideBadgeState, type BadgeState } from './decide-badge-state.ts'
export { decideOpenNow, decideOpenOn, type OpenNow, type WeeklyHours } from './decide-open-now.ts'
export { parseHoursText } from './parse-hours-text.ts'

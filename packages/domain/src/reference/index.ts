export { validOn, type Dated } from './valid-on.ts'
export { findSuccessorOn, type Succession, type SuccessorFacts } from './find-successor-on.ts'
export { pickSpelling, type Named } from './pick-spelling.ts'
export { distanceKm, rankOffices, type GeoPoint, type OfficeRank, type RankableOffice, type RankOfficesFacts } from './rank-offices.ts'

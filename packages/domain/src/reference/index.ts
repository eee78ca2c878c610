export { validOn, type Dated } from './valid-on.ts'
export { distanceKm, rankOffices, type GeoPoint, type OfficeRank, type RankableOffice, type RankOfficesFacts } from './rank-offices.ts'

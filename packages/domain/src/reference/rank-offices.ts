import type { CivilDate } from '../calendar/index.ts'
import { sorted } from '../values/index.ts'
import { validOn, type Dated } from './valid-on.ts'

/** WGS 84 degrees. */
export type GeoPoint = { readonly latitude: number; readonly longitude: number }

export type RankableOffice = Dated & {
  readonly officeId: string
  readonly name: string
  readonly provinceCode: string
  readonly wardCodes: readonly string[]
  readonly point: GeoPoint | null
}

export type RankOfficesFacts<Office extends RankableOffice> = {
  readonly offices: readonly Office[]
  readonly wardCode: string | null
  readonly provinceCode: string | null
  readonly point?: GeoPoint | null
  /** The office of the person's employer: "nơi mình đang tham gia". */
  readonly employerOfficeId?: string | null
  readonly on: CivilDate
}

export type OfficeRank<Office extends RankableOffice> = {
  readonly office: Office
  readonly why: 'employer' | 'ward' | 'province' | 'elsewhere'
  readonly distanceKm: number | null
}

/** IUGG mean radius. */
const EARTH_RADIUS_KM = 6371.0088
const toRadians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in kilometres (haversine); good to 0.5 %, enough to order offices. */
export const distanceKm = (from: GeoPoint, to: GeoPoint): number => {
  const halfLatitude = toRadians(to.latitude - from.latitude) / 2
  const halfLongitude = toRadians(to.longitude - from.longitude) / 2
  const haversine =
    Math.sin(halfLatitude) ** 2 + Math.cos(toRadians(from.latitude)) * Math.cos(toRadians(to.latitude)) * Math.sin(halfLongitude) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)))
}

const explain = <Office extends RankableOffice>(office: Office, facts: RankOfficesFacts<Office>): OfficeRank<Office>['why'] => {
  if (office.officeId === facts.employerOfficeId) return 'employer'
  if (facts.wardCode !== null && office.wardCodes.includes(facts.wardCode)) return 'ward'
  return office.provinceCode === facts.provinceCode ? 'province' : 'elsewhere'
}

/** With a known distance the province border does not matter: the nearest desk may be across it (Decree 164/2025: no territorial limit). */
const groupOf = <Office extends RankableOffice>(rank: OfficeRank<Office>): number => {
  if (rank.why === 'employer') return 0
  if (rank.why === 'ward') return 1
  if (rank.distanceKm !== null) return 2
  return rank.why === 'province' ? 3 : 4
}

type Placed = { readonly office: RankableOffice; readonly distanceKm: number | null }

/** Unknown distances last, and equal among themselves. */
const compareDistance = (first: Placed, second: Placed): number =>
  first.distanceKm === second.distanceKm ? 0 : (first.distanceKm ?? Infinity) - (second.distanceKm ?? Infinity)

const compareName = (first: Placed, second: Placed): number =>
  first.office.name === second.office.name ? 0 : first.office.name < second.office.name ? -1 : 1

/**
 * The offices one may choose, best first: where the person participates, then where the person lives (both named by the
 * letter), then the nearest, then the rest of the province. Offices not in force on the day are left out.
 */
export const rankOffices = <Office extends RankableOffice>(facts: RankOfficesFacts<Office>): OfficeRank<Office>[] => {
  const { point } = facts
  const ranks = validOn(facts.offices, facts.on).map((office) => ({
    office,
    why: explain(office, facts),
    distanceKm: point && office.point ? distanceKm(point, office.point) : null,
  }))
  return sorted(ranks, (first, second) => groupOf(first) - groupOf(second) || compareDistance(first, second) || compareName(first, second))
}

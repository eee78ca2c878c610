import { distanceKm, type GeoPoint } from '../reference/index.ts'
import { sorted } from '../values/index.ts'
import type { LookupAreas, LookupPlace } from './lookup-place.ts'
import type { LookupHit } from './search-lookup.ts'

/** `exact`: the place's own point. `ward`: its ward's, shown as "gần đúng". `none`: only its province is known; it comes last. */
export type PlaceDistance = { readonly km: number | null; readonly by: 'exact' | 'ward' | 'none' }

/** How far a place is. The asker's point stays where it was measured: this runs on the phone only. */
export const distanceTo = (place: LookupPlace, from: GeoPoint, areas: LookupAreas): PlaceDistance => {
  if (place.point !== null) return { km: distanceKm(from, place.point), by: 'exact' }
  const point = areas.get(place.wardCode ?? '')?.point ?? null
  return point === null ? { km: null, by: 'none' } : { km: distanceKm(from, point), by: 'ward' }
}

/** Answers nearly as good as the best are told by their distance, the others stay behind them. */
const AS_GOOD = 0.75

export type NearHit<Place> = LookupHit<Place> & { readonly distance: PlaceDistance }

/** The same answers, nearest first. */
export const nearFirst = <Place extends LookupPlace>(
  hits: readonly LookupHit<Place>[],
  from: GeoPoint,
  areas: LookupAreas,
): NearHit<Place>[] => {
  const best = hits[0]?.score ?? 0
  const group = ({ score }: LookupHit<Place>): number => (score >= best * AS_GOOD ? 0 : 1)
  const far = ({ distance }: NearHit<Place>): number => distance.km ?? Infinity
  const near = hits.map((hit) => ({ ...hit, distance: distanceTo(hit.place, from, areas) }))
  return sorted(near, (first, second) => group(first) - group(second) || (far(first) === far(second) ? 0 : far(first) - far(second)))
}

import type { LookupPackage } from '@an-sinh/contract'
import {
  civilDateIn,
  decideOpenNow,
  type GeoPoint,
  type LookupKind,
  nearFirst,
  type OpenNow,
  type PlaceDistance,
  searchLookup,
  type WorkingCalendar,
} from '@an-sinh/domain'
import { type FoundPlace, indexOf } from './package-index.ts'

export type Question = {
  readonly kind: LookupKind
  readonly typed: string
  readonly wardCode: string | null
  readonly type: string | null
  readonly openNow: boolean
  readonly point: GeoPoint | null
}
export type Found = { readonly place: FoundPlace; readonly distance: PlaceDistance | null; readonly open: OpenNow }

export const MOST_SHOWN = 30
const EVERYTHING = 5000
const VIET_NAM_OFFSET_MS = 7 * 3_600_000

/** Whether the place receives people now, by its hours, its closures and the calendar. */
export const openNowOf = ({ answer }: FoundPlace, calendar: WorkingCalendar, nowMs: number): OpenNow =>
  decideOpenNow({
    hours: answer.hours ?? null,
    closures: answer.closures ?? [],
    calendar,
    today: civilDateIn(nowMs),
    time: new Date(nowMs + VIET_NAM_OFFSET_MS).toISOString().slice(11, 16),
  })

/** Answers from the province that lies on the phone: nothing is sent. */
export const findPlaces = (held: LookupPackage, { kind, typed, wardCode, type, openNow, point }: Question): Found[] => {
  const nowMs = Date.now()
  const { index, areas } = indexOf(held, kind)
  const calendar = held.calendar as WorkingCalendar
  const hits = searchLookup(index, {
    typed,
    accepts: (place) =>
      (wardCode === null || place.wardCode === wardCode || place.wardCodes.includes(wardCode)) &&
      (type === null || place.type === type) &&
      (!openNow || openNowOf(place, calendar, nowMs) === 'open'),
    most: point === null ? MOST_SHOWN : EVERYTHING,
  })
  const ordered = point === null ? hits.map((hit) => ({ ...hit, distance: null })) : nearFirst(hits, point, areas)
  return ordered.slice(0, MOST_SHOWN).map(({ place, distance }) => ({ place, distance, open: openNowOf(place, calendar, nowMs) }))
}

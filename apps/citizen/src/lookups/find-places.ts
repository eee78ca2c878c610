import type { LookupPackage } from '@an-sinh/contract'
import {
  civilDateIn,
  decideOpenNow,
  decideOpenOn,
  type GeoPoint,
  type LookupKind,
  nearFirst,
  type OpenNow,
  parseHoursText,
  type PlaceDistance,
  searchLookup,
  type WeeklyHours,
  type WorkingCalendar,
} from '@an-sinh/domain'
import { type FoundPlace, indexOf } from './package-index.ts'

export type Question = {
  readonly kind: LookupKind
  readonly typed: string
  readonly wardCode: string | null
  readonly type: string | null
  /** The day asked for; null: this minute. */
  readonly on: string | null
  readonly onlyOpen: boolean
  readonly point: GeoPoint | null
}
export type Found = { readonly place: FoundPlace; readonly distance: PlaceDistance | null; readonly open: OpenNow }

export const MOST_SHOWN = 30
const EVERYTHING = 5000
const VIET_NAM_OFFSET_MS = 7 * 3_600_000

/** Agents write hours as they like; each wording is read once. */
const read = new Map<string, WeeklyHours | null>()
const readHours = (text: string): WeeklyHours | null => {
  const known = read.get(text) ?? parseHoursText(text)
  read.set(text, known)
  return known
}

/** Weekly hours as far as they are known: told as such, or understood from the agent's words. */
export const hoursOf = ({ answer }: FoundPlace): WeeklyHours | null =>
  answer.hours ?? (answer.hoursText === undefined ? null : readHours(answer.hoursText))

/** Whether the place receives people now, or on a day, by its hours, its closures and the calendar. */
export const openOf = (
  place: FoundPlace,
  calendar: WorkingCalendar,
  { on, nowMs }: { readonly on: string | null; readonly nowMs: number },
): OpenNow => {
  const known = { hours: hoursOf(place), closures: place.answer.closures ?? [], calendar }
  if (on !== null) return decideOpenOn(known, on)
  return decideOpenNow({ ...known, today: civilDateIn(nowMs), time: new Date(nowMs + VIET_NAM_OFFSET_MS).toISOString().slice(11, 16) })
}

/** Answers from the province that lies on the phone: nothing is sent. Of "only open" places those with unknown hours come last: nobody knows that they are closed. */
export const findPlaces = (held: LookupPackage, { kind, typed, wardCode, type, on, onlyOpen, point }: Question): Found[] => {
  const when = { on, nowMs: Date.now() }
  const { index, areas } = indexOf(held, kind)
  const calendar = held.calendar as WorkingCalendar
  const hits = searchLookup(index, {
    typed,
    accepts: (place) =>
      (wardCode === null || place.wardCode === wardCode || place.wardCodes.includes(wardCode)) &&
      (type === null || place.type === type) &&
      (!onlyOpen || openOf(place, calendar, when) !== 'closed'),
    most: point === null && !onlyOpen ? MOST_SHOWN : EVERYTHING,
  })
  const ordered = point === null ? hits.map((hit) => ({ ...hit, distance: null })) : nearFirst(hits, point, areas)
  const found = ordered.map(({ place, distance }) => ({ place, distance, open: openOf(place, calendar, when) }))
  const sure = onlyOpen ? [...found.filter(({ open }) => open === 'open'), ...found.filter(({ open }) => open !== 'open')] : found
  return sure.slice(0, MOST_SHOWN)
}

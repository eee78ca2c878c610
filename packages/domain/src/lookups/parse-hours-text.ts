import { foldText } from '../text/index.ts'
import type { WeeklyHours } from './decide-open-now.ts'

/** Longer than anybody writes hours. */
const MOST = 200
/** One piece at a time; what none of these matches is no hours that we understand. */
const PIECE =
  /(?<all>hang ngay|moi ngay|ca tuan|tat ca cac ngay)|(?<sunday>chu nhat|cn\b)|(?:thu|t) ?(?<day>hai|ba|tu|nam|sau|bay|[2-7]\b)|(?<hour>\d{1,2}) ?(?:gio|[h:g.]) ?(?<minute>\d{2}\b)?(?: ?phut)?|(?<to>den|toi|[-–—~])|(?<number>[2-7]\b)|(?<filler>[\s,;().:&]+|(?:tu|va|sang|chieu|cac|ngay|lam viec|mo cua|trong tuan|buoi)\b)/uy
const DAYS: Readonly<Record<string, number>> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6, 2: 1, 3: 2, 4: 3, 5: 4, 6: 5, 7: 6 }
const SUNDAY = 7
/** “1 giờ 30 chiều” would be read as night: hours before these are not understood. */
const FIRST_HOUR = 6

type Piece =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'time'; readonly time: string }
  | { readonly kind: 'to' | 'all' }

const toTime = (hour: string, minute = '00'): Piece | null =>
  Number(hour) < FIRST_HOUR || Number(hour) > 24 || Number(minute) > 59
    ? null
    : { kind: 'time', time: `${hour.padStart(2, '0')}:${minute}` }

/** The text in pieces, fillers left out; null where something is not understood. */
const cut = (text: string): Piece[] | null => {
  const pieces: Piece[] = []
  for (let at = 0; at < text.length;) {
    PIECE.lastIndex = at
    const { groups = {}, 0: matched = '' } = PIECE.exec(text) ?? {}
    if (matched === '') return null
    at += matched.length
    const day = groups['sunday'] === undefined ? DAYS[groups['day'] ?? groups['number'] ?? ''] : SUNDAY
    const piece: Piece | null | undefined =
      day !== undefined
        ? { kind: 'day', day }
        : groups['hour'] !== undefined
          ? toTime(groups['hour'], groups['minute'])
          : groups['to'] !== undefined
            ? { kind: 'to' }
            : groups['all'] !== undefined
              ? { kind: 'all' }
              : undefined
    if (piece === null) return null
    if (piece !== undefined) pieces.push(piece)
  }
  return pieces
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

/** Days first and then times, or the other way round: hours that differ from day to day are more than one pair of lists can say. */
const isOneRule = (pieces: readonly Piece[]): boolean => {
  const sides = pieces.filter(({ kind }) => kind !== 'to').map(({ kind }) => kind === 'time')
  return sides.filter((side, at) => at > 0 && side !== sides[at - 1]).length === 1
}

type Told = { readonly weekdays: Set<number>; readonly spans: (readonly [string, string])[] }

/** What stands on both sides of “đến”: days, or times. False where it joins nothing. */
const join = ({ weekdays, spans }: Told, before: Piece | undefined, next: Piece | undefined): boolean => {
  if (before?.kind === 'day' && next?.kind === 'day' && before.day < next.day) {
    for (const day of range(before.day, next.day)) weekdays.add(day)
    return true
  }
  if (before?.kind !== 'time' || next?.kind !== 'time' || before.time >= next.time) return false
  spans.push([before.time, next.time])
  return true
}

/**
 * Hours as an agent writes them, e.g. “Thứ Hai đến thứ Sáu, 8 giờ đến 11 giờ 30” or “T2-T7: 7:30-17:00”. Null for whatever is not wholly understood:
 * then they are shown as they are written, and nothing is said about open or closed.
 */
export const parseHoursText = (text: string): WeeklyHours | null => {
  const pieces = text.length > MOST ? null : cut(foldText(text))
  if (pieces === null || !isOneRule(pieces)) return null
  const told: Told = { weekdays: new Set(), spans: [] }
  const { weekdays, spans } = told
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'all') for (const day of range(1, SUNDAY)) weekdays.add(day)
    if (piece.kind === 'day') weekdays.add(piece.day)
    if (piece.kind === 'to' && !join(told, pieces[at - 1], pieces[at + 1])) return null
  }
  const times = pieces.filter(({ kind }) => kind === 'time').length
  if (weekdays.size === 0 || spans.length === 0 || times !== spans.length * 2) return null
  return { weekdays: [...weekdays].map((day) => day % SUNDAY).toSorted((one, other) => one - other), spans }
}

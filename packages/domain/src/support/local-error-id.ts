import { checkedCodeOf, parseCheckedCode, readCodeValues } from '../codes/index.ts'
import { ERROR_ID_RULE, formatErrorId, LOCAL_MARK } from './error-id.ts'

/** What an app can tell of its own trouble; the place in the list is what the id carries, so new ones come at the end. */
export const LOCAL_ERROR_KINDS = ['offline', 'too-slow', 'trouble', 'crash', 'page-not-found'] as const
export type LocalErrorKind = (typeof LOCAL_ERROR_KINDS)[number]

/** `minute`: since 1970 UTC, known to the next 728 days. `screen`: a number of ten bits that stands for the screen's address. */
export type LocalError = { readonly kind: LocalErrorKind; readonly minute: number; readonly screen: number }

const BITS = 5
const MINUTE_CHARACTERS = 4
const SCREEN_CHARACTERS = 2
const MINUTES = 2 ** (BITS * MINUTE_CHARACTERS)
const SCREENS = 2 ** (BITS * SCREEN_CHARACTERS)
const MARK_VALUE = 31

const digitsOf = (value: number, characters: number): number[] =>
  Array.from({ length: characters }, (_, at) => Math.floor(value / 2 ** (BITS * (characters - 1 - at))) % 2 ** BITS)
const numberOf = (digits: readonly number[]): number => digits.reduce((sum, digit) => sum * 2 ** BITS + digit, 0)

/** The screen's address → ten bits. What differs from person to person is left out before, so that few screens share a number. */
export const screenNumberOf = (screen: string): number =>
  Array.from(screen).reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003, 7) % SCREENS

/** An address without what names somebody or something: `/ho-so/0b7c…/in` → `/ho-so/:id/in`. */
export const screenOf = (path: string): string =>
  path
    .split('/')
    .slice(0, 6)
    .map((part) => (/^[a-z][a-z-]{0,39}$/u.test(part) || part === '' ? part : ':id'))
    .join('/')

/**
 * The id of an error no server heard of. It needs no row anywhere: kind, minute and screen are in it, so that a helper reads from it what
 * happened, with or without a network, and nothing about a person.
 */
export const makeLocalErrorId = ({ kind, minute, screen }: LocalError): string => {
  const values = [
    MARK_VALUE,
    LOCAL_ERROR_KINDS.indexOf(kind),
    ...digitsOf(minute % MINUTES, MINUTE_CHARACTERS),
    ...digitsOf(screen, SCREEN_CHARACTERS),
  ]
  return formatErrorId(checkedCodeOf(values))
}

/** What a phone's id says, seen at an instant in minutes since 1970; null for any other text. The minute is the last such before it. */
export const parseLocalErrorId = (text: string, nowMinute: number): LocalError | null => {
  const parsed = parseCheckedCode(text, ERROR_ID_RULE.length)
  if (!parsed.ok || !parsed.value.startsWith(LOCAL_MARK)) return null
  const values = readCodeValues(parsed.value)
  const kind = LOCAL_ERROR_KINDS[values[1] ?? -1]
  if (kind === undefined) return null
  const low = numberOf(values.slice(2, 2 + MINUTE_CHARACTERS))
  const round = Math.floor((nowMinute - low) / MINUTES)
  return { kind, minute: low + Math.max(0, round) * MINUTES, screen: numberOf(values.slice(6, 6 + SCREEN_CHARACTERS)) }
}

import { foldText } from '../text/index.ts'

export type AddressFacts = {
  /** House number, street, hamlet: as typed. */
  readonly street: string
  /** The ward exists on the day of submission, in the province that was chosen. */
  readonly wardExists: boolean
}

/** What people type to get past a field. Folded, whole text. */
const PLACEHOLDERS =
  /^(?:(?:so )?0+|khong(?: co| biet| ro| nho| dia chi)?|ko(?: co| biet)?|chua (?:ro|co|biet)|n ?a|none|null|unknown|(?:test ?)+|(?:abc ?)+(?:d|xyz|123)?|xyz|dia chi|khac|so nha|duong pho)$/u
/** Keys of one row drummed in their order, there or back. */
const DRUMMED =
  /(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|rtyu|tyui|yuio|uiop|zxcv|xcvb|cvbn|vbnm|fdsa|gfds|hgfd|jhgf|kjhg|lkjh|rewq|poiu|oiuy|vcxz)/u
const REPEATED = /([a-z0-9])\1{3,}/u
/** No street of Viet Nam has such a number; hamlets and lots are written with words. */
const HOUSE_NUMBER = /(?:^| )(?:\d{5,}|so 0+)(?: |$)/u
const VOWEL = /[aeiouy]/u
/** Words without a vowel that stand in addresses: lots, blocks, roads, zones. */
const ABBREVIATION =
  /^(?:.*\d.*|[a-z]|tp|tt|tx|tdp|kp|kdc|kdt|kdtm|kcn|kcx|ktx|ql|tl|dt|hl|nr|ng|ngh|sn|ct|cc|tdc|gs|ts|ths|bs|hcm|hn|pk|xl|lk|bt|dg|ph|kv|xm|dn|qh|mb|bv|thpt|thcs|dh|cty|tnhh|sx|tm|dv)$/u
/** Sounds written with several letters count as one. */
const DIGRAPHS = /ngh|ng|nh|ch|gh|kh|ph|th|tr|qu|gi/gu
/** Four consonants on end are said in no language of the country. */
const UNSAYABLE = /[bcdfghjklmnpqrstvwxz]{4,}/u
/** Letters that no Vietnamese word has; one stands in many a foreign name, two different ones in none. */
const FOREIGN = /[fjwz]/gu

const isNonsense = (word: string): boolean =>
  (word.length >= 3 && !VOWEL.test(word)) || UNSAYABLE.test(word.replace(DIGRAPHS, 'h')) || new Set(word.match(FOREIGN) ?? []).size >= 2

const isWordless = (folded: string): boolean => {
  const letters = folded.split(' ').filter((word) => /[a-z]/u.test(word) && !ABBREVIATION.test(word))
  const nonsense = letters.filter(isNonsense)
  return letters.length > 0 && nonsense.length * 2 >= letters.length
}

export type AddressFault = 'ward-unknown' | 'placeholder' | 'nonsense' | 'house-number'

/** Why an address cannot exist; null when it may. Streets are on no list: only what is certainly none is told, all else is believed. */
export const judgeAddress = ({ street, wardExists }: AddressFacts): AddressFault | null => {
  const folded = foldText(street)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()
  if (!wardExists) return 'ward-unknown'
  if (folded === '' || PLACEHOLDERS.test(folded)) return 'placeholder'
  if (HOUSE_NUMBER.test(folded)) return 'house-number'
  return DRUMMED.test(folded) || REPEATED.test(folded) || isWordless(folded) ? 'nonsense' : null
}

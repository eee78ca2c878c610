import { foldText } from '../text/index.ts'

export type AddressFacts = {
  /** House number, street, hamlet: as typed. */
  readonly street: string
  /** The ward exists today in the province that was chosen. */
  readonly wardExists: boolean
}

/** What people type to get past a field. Folded, whole text. */
const PLACEHOLDERS =
  /^(?:(?:so )?0+|khong(?: co| biet| ro| nho)?|chua (?:ro|co)|n a|none|null|test(?: test)*|abc(?:d|xyz)?|xyz|asd(?:f|fgh|fghjkl)?|qwe(?:rty)?(?:uiop)?|zxc(?:v|vbn|vbnm)?|dia chi|aaa+|xxx+|…|khac)$/u
/** Rows of keys, drummed. */
const DRUMMED = /(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|rtyu|tyui|yuio|uiop|zxcv|xcvb|cvbn|vbnm)/u
const REPEATED = /(.)\1{3,}/u
/** No street of Viet Nam has such a number; hamlets and lots are written with words. */
const HOUSE_NUMBER = /(?:^| )(\d{5,})(?: |$)/u
const VOWEL = /[aeiouy]/u
/** Words without a vowel that stand in addresses: abbreviations. */
const ABBREVIATION =
  /^(?:\d.*|[a-z]\d*|tp|tt|tx|tdp|kp|kdc|kdt|kcn|ktx|ql|tl|dt|hl|nr|ng|ngh|sn|ct|cc|tdc|gs|ts|ths|bs|vsip|hcm|hn|pk|xl|lk|bt|dg|ph|p|q|mbq|b|d|kv|xm|dn|qh|tl\d*|ql\d*)$/u

const isWordless = (folded: string): boolean => {
  const words = folded.split(/[^a-z0-9]+/u).filter((word) => word !== '')
  const letters = words.filter((word) => /[a-z]/u.test(word))
  const nonsense = letters.filter((word) => word.length >= 3 && !VOWEL.test(word) && !ABBREVIATION.test(word))
  return words.length === 0 || (letters.length > 0 && nonsense.length * 2 > letters.length)
}

export type AddressFault = 'ward-unknown' | 'placeholder' | 'nonsense' | 'house-number'

/** Why an address cannot exist; null when it may. Streets are on no list: only what is certainly none is told, all else is believed. */
export const judgeAddress = ({ street, wardExists }: AddressFacts): AddressFault | null => {
  const folded = foldText(street)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()
  if (!wardExists) return 'ward-unknown'
  if (folded === '' || PLACEHOLDERS.test(folded)) return 'placeholder'
  if (HOUSE_NUMBER.test(folded) || /(?:^| )so 0+(?: |$)/u.test(folded)) return 'house-number'
  return DRUMMED.test(folded) || REPEATED.test(folded) || isWordless(folded) ? 'nonsense' : null
}

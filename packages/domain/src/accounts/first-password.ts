/**
 * Life of a first password. `triesPer15Minutes` counts per account and grows, it never locks; `reissuesPerDay` are the ones without a visit.
 * `textHours`: how long its text may wait, encrypted, for the message to reach a final state.
 */
export const FIRST_PASSWORD_RULE = {
  version: 'first-password-1',
  hours: 72,
  triesPer15Minutes: 10,
  reissuesPerDay: 3,
  textHours: 24,
  randomBytes: 12,
} as const

/**
 * No vowels (no word, rude or otherwise, can arise and no Telex key can put a tone on one), no `d` and `w` (Telex: dd → đ, w → ư),
 * no `l`, `q`, `y`. Sixteen letters are four bits each, eight digits three: 8 × 4 + 4 × 3 = 44 bits.
 */
const LETTERS = 'bcfghjkmnprstvxz'
const DIGITS = '23456789'
const SHAPE = /^[bcfghjkmnprstvxz]{4}-[2-9]{4}-[bcfghjkmnprstvxz]{4}$/u

const pick = (alphabet: string, bytes: Uint8Array): string => Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('')

/**
 * Twelve random bytes → `hjkm-4729-cfpt`: letters, digits, letters, so that a phone's keyboard changes twice only.
 * Every sign is equally likely (256 is a multiple of both alphabets). Throws RangeError on fewer bytes.
 */
export const makeFirstPassword = (randomBytes: Uint8Array): string => {
  if (randomBytes.length < FIRST_PASSWORD_RULE.randomBytes) throw new RangeError('a first password needs 12 random bytes')
  const [head, middle, tail] = [randomBytes.subarray(0, 4), randomBytes.subarray(4, 8), randomBytes.subarray(8, 12)]
  return `${pick(LETTERS, head)}-${pick(DIGITS, middle)}-${pick(LETTERS, tail)}`
}

/** The place tells a letter from a digit, so what was read as its look-alike can be put right. */
const AS_LETTER: Readonly<Record<string, string>> = { '8': 'b', '9': 'g', '5': 's', '2': 'z', '6': 'b' }
const AS_DIGIT: Readonly<Record<string, string>> = { b: '8', g: '9', s: '5', z: '2', q: '9' }

const repair = (group: string, table: Readonly<Record<string, string>>): string => Array.from(group, (sign) => table[sign] ?? sign).join('')

/** What a person typed → the form that was hashed; null when it cannot be a first password. Capitals, spaces, missing hyphens are fine. */
export const parseFirstPassword = (text: string): string | null => {
  const compact = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s–—-]/gu, '')
  if (compact.length !== 12) return null
  const groups = [repair(compact.slice(0, 4), AS_LETTER), repair(compact.slice(4, 8), AS_DIGIT), repair(compact.slice(8), AS_LETTER)]
  const password = groups.join('-')
  return SHAPE.test(password) ? password : null
}

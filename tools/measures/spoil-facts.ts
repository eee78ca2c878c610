/* What people and typists do to a name, a date and a number: written by hand, with nothing of the product's. */

/** Mulberry32: a small generator of its own. */
export const drawing = (seed: number) => {
  let state = seed
  const draw = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    below: (most: number): number => Math.floor(draw() * most),
    of: <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T,
  }
}
export type Draw = ReturnType<typeof drawing>

const two = (value: number): string => String(value).padStart(2, '0')

const MARKS = /[\u0300-\u036f]/gu
export const bare = (text: string): string => text.normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
const TONES = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

/** Accents lost, all of them or one word's, or one tone taken for another. */
export const spoilAccents = (name: string, draw: Draw): string => {
  const words = name.split(' ')
  const at = draw.below(words.length)
  const how = draw.below(3)
  if (how === 0) return bare(name)
  if (how === 1) return words.map((word, index) => (index === at ? bare(word) : word)).join(' ')
  const other = Array.from(name.normalize('NFD'), (sign) =>
    TONES.includes(sign) ? (TONES[(TONES.indexOf(sign) + 1 + draw.below(4)) % 5] ?? sign) : sign,
  )
  return other.join('').normalize('NFC')
}

/** Old and new place of the tone: hoà/hòa, thuý/thúy, khoẻ/khỏe, loả/lỏa, xoè/xòe. */
const TONE_PLACES: readonly (readonly [string, string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
]
export const moveTone = (name: string): string | null => {
  for (const [old, young] of TONE_PLACES) {
    // A final syllable alone: "Hoàng" has one place only; after q the u belongs to the consonant.
    const words = name.split(' ')
    const at = words.findIndex((word) => (word.endsWith(old) || word.endsWith(young)) && !/^q/iu.test(word))
    const word = words[at]
    if (word === undefined) continue
    words[at] = word.endsWith(old) ? word.slice(0, -2) + young : word.slice(0, -2) + old
    return words.join(' ')
  }
  return null
}

export const spoilOrder = (name: string, draw: Draw): string => {
  const words = name.split(' ')
  const turned = draw.below(2) === 0 ? [...words.slice(1), words[0] ?? ''] : [words.at(-1) ?? '', ...words.slice(0, -1)]
  return turned.join(' ')
}

const LETTERS = 'abcdeghiklmnopqrstuvxy'
export const spoilLetter = (name: string, draw: Draw): string => {
  for (;;) {
    const signs = Array.from(name)
    const at = 1 + draw.below(signs.length - 2)
    const letter = LETTERS[draw.below(LETTERS.length)] ?? 'x'
    const how = draw.below(4)
    if (signs[at] === ' ' || signs[at + 1] === ' ') continue
    const spoilt =
      how === 0
        ? signs.with(at, letter)
        : how === 1
          ? signs.toSpliced(at, 1)
          : how === 2
            ? signs.toSpliced(at, 0, letter)
            : signs.with(at, signs[at + 1] ?? '').with(at + 1, signs[at] ?? '')
    const made = spoilt.join('')
    if (bare(made).toLowerCase() !== bare(name).toLowerCase()) return made
  }
}

export const spoilNumber = (number: string, draw: Draw): string => {
  for (;;) {
    const at = 2 + draw.below(number.length - 3)
    const digits = Array.from(number)
    const made =
      draw.below(2) === 0
        ? digits.with(at, String((Number(digits[at]) + 1 + draw.below(9)) % 10))
        : digits.with(at, digits[at + 1] ?? '').with(at + 1, digits[at] ?? '')
    if (made.join('') !== number) return made.join('')
  }
}

export const spoilDate = (date: string, draw: Draw): string => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const how = draw.below(3)
  if (how === 0) return `${year + (draw.below(2) === 0 ? 1 : -1)}-${two(month)}-${two(day)}`
  if (how === 1) return `${year}-${two(month)}-${two(day === 28 ? 27 : day + 1)}`
  return `${year}-${two((month % 12) + 1)}-${two(day)}`
}

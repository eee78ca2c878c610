/** What a letter says of each employer; written in the words as `{don-vi}`. */
export const LETTER_HOLES = ['don-vi', 'ma-don-vi', 'co-quan', 'so-nguoi', 'ngay'] as const
export type LetterHole = (typeof LETTER_HOLES)[number]

/** The words with every hole filled; a hole of another name stays as it was written. */
export const fillLetter = (words: string, facts: Readonly<Record<LetterHole, string>>): string =>
  words.replaceAll(/\{([a-z-]+)\}/gu, (hole, name: string) => LETTER_HOLES.flatMap((one) => (one === name ? [facts[one]] : []))[0] ?? hole)

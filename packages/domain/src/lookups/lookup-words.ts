import { foldText } from '../text/index.ts'
import { ABBREVIATIONS, WRITTEN_OUT } from './abbreviations.ts'

/** Nobody looks for more than this; what is longer is cut, so that a pasted book costs no more than a long name. */
const MOST_SIGNS = 160
const MOST_WORDS = 16

/** Folded words of letters and digits: "BVĐK Q.5" → ["bvdk", "q", "5"]. */
const toWords = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Words as they stand on a sign in full: "bvdk xanh pon" → "benh vien da khoa xanh pon". */
export const writeOut = (text: string): string =>
  toWords(text)
    .map((word) => WRITTEN_OUT.get(word) ?? word)
    .join(' ')

/** What was typed, ready to be looked up. */
export const toQueryWords = (typed: string): string[] => toWords(typed.slice(0, MOST_SIGNS)).slice(0, MOST_WORDS)

/** "quan 5" is also typed q5, "phuong 12" p12. */
const NUMBERED = /(?:^| )(q)uan (\d{1,2})(?= |$)|(?:^| )(p)huong (\d{1,2})(?= |$)/gu

/** Every word under which a written-out text is found: its own, and the shorts of the phrases in it. */
export const toIndexWords = (writtenOut: string): string[] => {
  const padded = ` ${writtenOut} `
  const shorts = ABBREVIATIONS.filter(([phrase]) => padded.includes(` ${phrase} `)).map(([, short]) => short)
  const numbered = Array.from(
    writtenOut.matchAll(NUMBERED),
    ([, quan, quanNumber, phuong, phuongNumber]) => `${quan ?? phuong ?? ''}${quanNumber ?? phuongNumber ?? ''}`,
  )
  return [...writtenOut.split(' ').filter((word) => word !== ''), ...shorts, ...numbered]
}

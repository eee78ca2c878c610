/** Shorter syllables have too many neighbours: "the" is one slip from "thi", "thu", "che". */
const LEAST_LETTERS = 4
const MOST = 4

/** Whether one letter was left out, added, changed, or two neighbours were exchanged. Linear in the length. */
const isOneSlip = (first: string, second: string): boolean => {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  if (long.length - short.length > 1 || short === long) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}

/** Words one slip away from a word that nobody wrote. */
export const listNear = (vocabulary: readonly string[], word: string): string[] =>
  word.length < LEAST_LETTERS || word.length > 20
    ? []
    : vocabulary.filter((known) => known.length >= 3 && isOneSlip(known, word)).slice(0, MOST)

/** `none` equal, `slip` one sign wrong, missing or too many, `swap` two neighbours exchanged, `more` anything further apart. */
export type EditDistance = 'none' | 'slip' | 'swap' | 'more'

const restOf = (signs: readonly string[], from: number): string => signs.slice(from).join('')

/** How far two texts are apart, told only up to one slip of the finger; linear, and that is all a counter needs. */
export const editDistance = (first: string, second: string): EditDistance => {
  if (first === second) return 'none'
  const [long, short] = first.length >= second.length ? [Array.from(first), Array.from(second)] : [Array.from(second), Array.from(first)]
  if (long.length - short.length > 1) return 'more'
  let at = 0
  while (at < short.length && long[at] === short[at]) at += 1
  if (restOf(long, at + 1) === restOf(short, long.length === short.length ? at + 1 : at)) return 'slip'
  const isSwap = long.length === short.length && long[at] === short[at + 1] && long[at + 1] === short[at]
  return isSwap && restOf(long, at + 2) === restOf(short, at + 2) ? 'swap' : 'more'
}

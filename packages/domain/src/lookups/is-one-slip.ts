/**
 * Whether two different words are one slip of the finger apart: a letter wrong, missing, too many, or changed with its neighbour. As
 * `editDistance` tells it, without making anything: it is asked thousands of times between two key strokes.
 */
export const isOneSlip = (first: string, second: string): boolean => {
  const [long, short] = first.length >= second.length ? [first, second] : [second, first]
  if (long.length - short.length > 1) return false
  let from = 0
  while (from < short.length && long.charCodeAt(from) === short.charCodeAt(from)) from += 1
  let back = 0
  while (back < short.length - from && long.charCodeAt(long.length - 1 - back) === short.charCodeAt(short.length - 1 - back)) back += 1
  const differing = long.length - from - back
  if (differing === 1) return true
  return (
    differing === 2 &&
    long.length === short.length &&
    long.charCodeAt(from) === short.charCodeAt(from + 1) &&
    long.charCodeAt(from + 1) === short.charCodeAt(from)
  )
}

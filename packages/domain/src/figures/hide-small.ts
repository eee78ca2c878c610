/** Fewer than this point to somebody whom a colleague may know. */
const SMALLEST_GROUP = 5

/** A count of a group as it may be told: none, or at least five; null in between. */
export const hideSmall = (count: number): number | null => (count === 0 || count >= SMALLEST_GROUP ? count : null)

/** The middle of values (of two middles the mean), whole; null below five values. Does not change the list. */
export const medianOf = (values: readonly number[]): number | null => {
  if (values.length < SMALLEST_GROUP) return null
  const sorted = values.toSorted((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[half - 1], sorted[half]]
  return Math.round(sorted.length % 2 === 1 ? high : (low + high) / 2)
}

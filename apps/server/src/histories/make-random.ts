/** A seeded stream of chance: the same seed gives the same people on every machine. */
export type Random = {
  /** 0 ≤ x < 1. */
  next(): number
  /** Whole number, both ends included. */
  int(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T
  /** One of `[item, weight]`. */
  weighted<T>(items: readonly (readonly [T, number])[]): T
  /** An id in the form of RFC 9562 version 4. */
  uuid(): string
}

/** Mulberry32: 32 bits of state, good enough to invent people and nothing else. */
const mulberry32 = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function makeRandom(seed: number): Random {
  const next = mulberry32(seed)
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const weighted = <T>(items: readonly (readonly [T, number])[]): T => {
    let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [item, weight] of items) {
      rest -= weight
      if (rest < 0) return item
    }
    return pick(items)[0]
  }
  const hex = (): string =>
    Math.floor(next() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0')
  const uuid = (): string => {
    const [a, b, c, d] = [hex(), hex(), hex(), hex()]
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${'89ab'[int(0, 3)]}${c.slice(1, 4)}-${c.slice(4)}${d}`
  }
  return { next, int, chance: (share) => next() < share, pick, weighted, uuid }
}

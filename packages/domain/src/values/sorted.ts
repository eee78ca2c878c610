/** A sorted copy. `toSorted` would say it too, but phones that stopped at Chrome 109 or earlier lack it. */
export const sorted = <Item>(items: readonly Item[], compare?: (first: Item, second: Item) => number): Item[] =>
  Array.from(items).sort(compare) // oxlint-disable-line unicorn/no-array-sort -- sorts the copy just made

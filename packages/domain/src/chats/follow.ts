const FIRST_MS = 500
const CEILING_MS = 15_000

/** How long to wait before following again after so many failures: doubling with a ceiling, by chance between half and all of it. `chance` in [0, 1). */
export const followAgainMs = (failures: number, chance: number): number =>
  Math.round(Math.min(CEILING_MS, FIRST_MS * 2 ** Math.max(0, failures - 1)) * (0.5 + chance / 2))

/** Messages in their order, each once, however often they come. */
export const addMessages = <M extends { readonly seq: number }>(messages: readonly M[], more: readonly M[]): readonly M[] => {
  const added = more.filter(({ seq }, at) => messages.every((one) => one.seq !== seq) && more.findIndex((one) => one.seq === seq) === at)
  return added.length === 0 ? messages : [...messages, ...added].toSorted((one, other) => one.seq - other.seq)
}

/** Up to which number nothing is missing: from where a stream goes on. */
export const lastWithoutGap = (messages: readonly { readonly seq: number }[]): number => {
  const seqs = new Set(messages.map(({ seq }) => seq))
  let last = 0
  while (seqs.has(last + 1)) last += 1
  return last
}

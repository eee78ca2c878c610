/** The first pause, and the longest: five minutes. */
const FIRST_MS = 2000
export const CEILING_MS = 300_000

/**
 * How long to wait after so many failed attempts: doubling, with a ceiling, and between half and all of it by chance, so that
 * a whole factory whose line came back does not call in the same second. `chance` in [0, 1).
 */
export const backOffMs = (attempts: number, chance: number): number =>
  Math.min(CEILING_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1)) * (0.5 + chance / 2)

/** 16 MB whatever the file: of a million rows about one is taken for seen that was not. */
const BITS = 2 ** 27
const PROBES = 4
/** More than this, and the database had better look through the whole file. */
const MOST_CANDIDATES = 50_000

/**
 * Which rows may repeat an earlier one (a Bloom filter): none that does is missed, and the few that are suspected wrongly are compared cell by
 * cell in the database.
 */
export class SeenRows {
  readonly #bits = new Uint32Array(BITS / 32)
  #candidates: number[] | null = []

  /** `text`: the row's cells, equal texts for equal cells. */
  add(rowNo: number, text: string): void {
    let [a, b] = [0x9e3779b9, 0x41c6ce57]
    // Both halves see every letter: halves that shared the letters took thousands of rows for seen that were not.
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      a = Math.imul(a ^ code, 0x85ebca6b)
      b = Math.imul(b ^ code, 0xc2b2ae35)
    }
    a = Math.imul(a ^ (a >>> 16), 0x21f0aaad) ^ (b >>> 15)
    b = (Math.imul(b ^ (b >>> 13), 0x735a2d97) ^ (a >>> 15)) | 1
    let seen = true
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bit = (a + Math.imul(probe, b)) >>> 5
      const mask = 1 << (bit & 31)
      const word = this.#bits[bit >>> 5] ?? 0
      if ((word & mask) !== 0) continue
      seen = false
      this.#bits[bit >>> 5] = word | mask
    }
    if (seen) this.#remember(rowNo)
  }

  #remember(rowNo: number): void {
    if (this.#candidates === null) return
    this.#candidates.push(rowNo)
    if (this.#candidates.length > MOST_CANDIDATES) this.#candidates = null
  }

  /** null: too many to name. */
  candidates(): readonly number[] | null {
    return this.#candidates
  }
}

/** Photos that are looked for again: faces, and the side of a card with its digits. Backs of cards are all alike. */
export const PRINTED_KINDS = ['portrait', 'id-front'] as const
export type PrintedKind = (typeof PRINTED_KINDS)[number]

/**
 * Grey cells that a picture is averaged to. A card's are finer: all cards have one layout, and what differs is small. `leastStep`: smaller
 * steps in brightness are noise of a plain wall, and noise differs every time a picture is written anew. `perBand`: bits a key is made of.
 */
export const PRINT_GRIDS = {
  portrait: { width: 17, height: 16, leastStep: 4, perBand: 24 },
  'id-front': { width: 33, height: 32, leastStep: 8, perBand: 48 },
} as const

export type PhotoPrint = {
  /** One bit for each step from a cell to its right neighbour (difference hash): 256 of a portrait, 1024 of a card. */
  readonly bits: string
  /** The cells themselves, 128 the middle and 32 one standard deviation: what decides between candidates. Kept sealed. */
  readonly cells: Uint8Array
}

const LEVELS = { middle: 128, perDeviation: 32 } as const

/** Free of how bright and how hard the picture is. */
const levelOut = (cells: readonly number[]): Uint8Array => {
  const mean = cells.reduce((sum, cell) => sum + cell, 0) / cells.length
  const deviation = Math.sqrt(cells.reduce((sum, cell) => sum + (cell - mean) ** 2, 0) / cells.length) || 1
  return Uint8Array.from(cells, (cell) =>
    Math.min(255, Math.max(0, Math.round(LEVELS.middle + (LEVELS.perDeviation * (cell - mean)) / deviation))),
  )
}

/** Of grey cells (0–255, row by row, averages over what each covers) the print. @throws Error for another number of cells */
export const makePhotoPrint = (kind: PrintedKind, cells: readonly number[]): PhotoPrint => {
  const { width, height, leastStep } = PRINT_GRIDS[kind]
  if (cells.length !== width * height) throw new Error(`a print of a ${kind} needs ${width * height} cells, not ${cells.length}`)
  const bits = cells.flatMap((cell, at) => (at % width === width - 1 ? [] : [(cells[at + 1] ?? cell) - cell >= leastStep ? '1' : '0']))
  return { bits: bits.join(''), cells: levelOut(cells) }
}

/** By how many bits two prints of one kind differ. */
export const printDistance = (first: string, second: string): number =>
  Array.from(first).reduce((differing, bit, at) => differing + (bit === second[at] ? 0 : 1), 0)

/**
 * How far two pictures' cells are apart on average, in standard deviations. Measured on drawn pictures (tools/measures/fraud-pictures.ts): one
 * portrait written anew under 0.03, two portraits over 0.17, also of one face; one card with its digits changed under 0.1, two cards over 0.08.
 */
export const cellsApart = (first: Uint8Array, second: Uint8Array): number =>
  first.reduce((sum, level, at) => sum + Math.abs(level - (second[at] ?? 0)), 0) / first.length / LEVELS.perDeviation

const BANDS = 24
const KEYS_PER_BAND = 2 ** 24
/** Multiplier and addend of a full-period generator modulo a power of two (Hull and Dobell 1962): spreads a band's bits over the whole picture. */
const SPREAD = { times: 77, plus: 53 } as const
const MIX = 1_000_003

const placesOf = (size: number, perBand: number): readonly (readonly number[])[] =>
  Array.from({ length: BANDS }, (_, band) => {
    let place = (band * 101 + 17) % size
    return Array.from({ length: perBand }, () => {
      place = (place * SPREAD.times + SPREAD.plus + band * 2) % size
      return place
    })
  })
const PLACES = { portrait: placesOf(256, PRINT_GRIDS.portrait.perBand), 'id-front': placesOf(1024, PRINT_GRIDS['id-front'].perBand) }

/**
 * 24 keys of a print for an index: two prints that differ in few bits share at least one key nearly always, two pictures of different
 * people rarely. Candidates only: the distance decides.
 */
export const printBands = (kind: PrintedKind, bits: string): number[] =>
  PLACES[kind].map((places, band) => {
    const key = places.reduce((made, place) => (made * MIX + (bits[place] === '1' ? 1 : 2)) % KEYS_PER_BAND, band + 1)
    return key + band * KEYS_PER_BAND
  })

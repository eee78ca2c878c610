import type { KeptPhotoKind } from '@an-sinh/domain'

/** What can be wrong with a photo, the gravest first: one hint is shown at a time. */
export const PHOTO_FAULTS = ['too-small', 'dark', 'blurred', 'glare', 'cut', 'far'] as const
export type PhotoFault = (typeof PHOTO_FAULTS)[number]

/** Brightness 0–255, row by row. Looked at with the long edge at `INSPECT_EDGE_PX`, so that the limits below mean the same for every camera. */
export type GreyPicture = { readonly width: number; readonly height: number; readonly light: Uint8Array }

export const INSPECT_EDGE_PX = 640

/** Tried on drawn cards and portraits with known blur, light and frame (inspect-photo.test.ts); lenient, because a clerk looks too. */
const LIMITS = {
  sharpness: 35,
  mean: 50,
  blown: 250,
  blownShare: 0.02,
  detail: 700,
  edgeStep: 24,
  lineShare: 0.03,
  rimShare: 0.035,
  nearShare: 0.45,
} as const
const BLOCK = 16

/** RGBA bytes of a canvas → brightness (ITU-R BT.601 weights). */
export const toGrey = (rgba: Uint8ClampedArray, width: number, height: number): GreyPicture => {
  const light = new Uint8Array(width * height)
  for (let at = 0; at < light.length; at += 1) {
    const from = at * 4
    light[at] = ((rgba[from] ?? 0) * 77 + (rgba[from + 1] ?? 0) * 150 + (rgba[from + 2] ?? 0) * 29) >> 8
  }
  return { width, height, light }
}

const meanOf = ({ light }: GreyPicture): number => light.reduce((sum, value) => sum + value, 0) / light.length

/** Variance of the Laplacian: how much fine detail there is. A sharp card of text is in the hundreds, a shaken one below twenty. */
export const measureSharpness = ({ width, height, light }: GreyPicture): number => {
  let sum = 0
  let squares = 0
  const count = (width - 2) * (height - 2)
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      const around = (light[at - 1] ?? 0) + (light[at + 1] ?? 0) + (light[at - width] ?? 0) + (light[at + width] ?? 0)
      const bend = around - 4 * (light[at] ?? 0)
      sum += bend
      squares += bend * bend
    }
  }
  return squares / count - (sum / count) ** 2
}

const isBlown = ({ width, light }: GreyPicture, left: number, top: number): boolean => {
  for (let y = top; y < top + BLOCK; y += 1) {
    for (let x = left; x < left + BLOCK; x += 1) if ((light[y * width + x] ?? 0) < LIMITS.blown) return false
  }
  return true
}

/** Share of the picture's squares that are nothing but white: where a lamp or the flash is mirrored. */
export const measureGlare = (picture: GreyPicture): number => {
  let blown = 0
  let blocks = 0
  for (let top = 0; top + BLOCK <= picture.height; top += BLOCK) {
    for (let left = 0; left + BLOCK <= picture.width; left += BLOCK) {
      blocks += 1
      if (isBlown(picture, left, top)) blown += 1
    }
  }
  return blocks === 0 ? 0 : blown / blocks
}

type Dots = { readonly width: number; readonly height: number; readonly mean: Float32Array; readonly spread: Float32Array }

/** A quarter of the size: each dot the mean and the variance of sixteen. The grain of a table goes down in it, writing and rims stay. */
const toDots = ({ width, height, light }: GreyPicture): Dots => {
  const [small, low] = [width >> 2, height >> 2]
  const mean = new Float32Array(small * low)
  const spread = new Float32Array(small * low)
  for (let y = 0; y < low * 4; y += 1) {
    for (let x = 0; x < small * 4; x += 1) {
      const at = (y >> 2) * small + (x >> 2)
      const value = light[y * width + x] ?? 0
      mean[at] = (mean[at] ?? 0) + value / 16
      spread[at] = (spread[at] ?? 0) + (value * value) / 16
    }
  }
  return { width: small, height: low, mean, spread: spread.map((squares, at) => squares - (mean[at] ?? 0) ** 2) }
}

/** How many dots of each column and row hold something drawn: fine detail, or a step of brightness to the next dot. */
const countDrawn = ({ width, height, mean, spread }: Dots): { readonly columns: Uint32Array; readonly rows: Uint32Array } => {
  const columns = new Uint32Array(width)
  const rows = new Uint32Array(height)
  for (let at = 0; at < mean.length; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const here = mean[at] ?? 0
    const right = x === width - 1 ? here : (mean[at + 1] ?? here)
    const below = mean[at + width] ?? here
    const isDrawn = (spread[at] ?? 0) > LIMITS.detail || Math.max(Math.abs(right - here), Math.abs(below - here)) > LIMITS.edgeStep
    if (!isDrawn) continue
    columns[x] = (columns[x] ?? 0) + 1
    rows[y] = (rows[y] ?? 0) + 1
  }
  return { columns, rows }
}

/** First and last line that belong to something drawn, as shares of the length; null when nothing is. */
const spanOf = (counts: Uint32Array, across: number): { readonly from: number; readonly to: number } | null => {
  const least = Math.max(2, across * LIMITS.lineShare)
  const from = counts.findIndex((count) => count >= least)
  if (from === -1) return null
  return { from: from / counts.length, to: counts.findLastIndex((count) => count >= least) / counts.length }
}

/**
 * Where the paper lies: on a plain ground it shows a rim all around. Two or three sides without a rim: it is cut off. No rim at all says
 * nothing (a patterned tablecloth looks the same), and one side may be the hand that holds it.
 */
const findFrameFault = (picture: GreyPicture): PhotoFault | null => {
  const dots = toDots(picture)
  const { columns, rows } = countDrawn(dots)
  const across = spanOf(columns, dots.height)
  const down = spanOf(rows, dots.width)
  if (across === null || down === null) return null
  if (across.to - across.from < LIMITS.nearShare && down.to - down.from < LIMITS.nearShare) return 'far'
  const open = [across.from, 1 - across.to, down.from, 1 - down.to].filter((rim) => rim < LIMITS.rimShare).length
  return open === 2 || open === 3 ? 'cut' : null
}

/** Everything wrong with a photo, gravest first. `shortEdgePx` is that of the picture to be sent. */
export const inspectPhoto = (picture: GreyPicture, kind: KeptPhotoKind, shortEdgePx: number, minEdgePx: number): readonly PhotoFault[] => {
  const isPaper = kind !== 'portrait'
  const faults = new Set<PhotoFault | null>()
  if (shortEdgePx < minEdgePx) faults.add('too-small')
  if (meanOf(picture) < LIMITS.mean) faults.add('dark')
  // Darkness hides detail: too dark to judge the sharpness.
  else if (measureSharpness(picture) < LIMITS.sharpness / (isPaper ? 1 : 3)) faults.add('blurred')
  if (isPaper && measureGlare(picture) > LIMITS.blownShare) faults.add('glare')
  if (isPaper) faults.add(findFrameFault(picture))
  return PHOTO_FAULTS.filter((fault) => faults.has(fault))
}

import type { RefusalCode } from '@an-sinh/contract'
import {
  type IdCard,
  type KeptPictureKind,
  makePhotoPrint,
  PHOTO_RULE,
  type PhotoPrint,
  PRINT_GRIDS,
  PRINTED_KINDS,
  type PrintedKind,
} from '@an-sinh/domain'
import sharp from 'sharp'
import { detectFaces, type FaceHint } from './detect-faces.ts'
import { readIdCardQr } from './read-id-card-qr.ts'

export type PhotoTask = { bytes: Uint8Array; kind: KeptPictureKind; deviceFace: string | null }
export type ProcessedPhoto = {
  ok: true
  jpeg: Uint8Array
  widthPx: number
  heightPx: number
  face: FaceHint
  blurred: boolean
  sharpness: number
  idCard: IdCard | null
  /** By which the very same picture is found again, however it was written. */
  print: PhotoPrint | null
}
export type PhotoOutcome =
  | ProcessedPhoto
  | { ok: false; code: Extract<RefusalCode, 'photo-type' | 'photo-heic' | 'photo-unreadable' | 'photo-too-many-pixels'> }

// One picture at a time per thread; the pool decides how many threads.
sharp.concurrency(1)
sharp.cache(false)

/** Shows a card's small print well; 1600 px then weigh about 150–300 kB. */
const JPEG_QUALITY = 82
/** Sharpness is measured at one size, else a smaller picture looks sharper. */
const MEASURED_PX = 800
/**
 * Standard deviation of the Laplacian below which a picture counts as blurred. Measured on drawn cards: sharp 8.7; QR and small print still
 * read at 3.1, lost at 1.4. A face has few edges: a sharp drawn one 1.3, a soft one 0.3 (process-photo.test.ts).
 */
const BLURRED_BELOW = {
  'id-front': 1.8,
  'id-back': 1.8,
  portrait: 0.6,
  'birth-certificate': 1.8,
  'form-scan': 1.8,
  // Of a screen, as a rule: whatever it shows, nobody is asked to take it again.
  'attachment-1': 0,
  'attachment-2': 0,
  'attachment-3': 0,
} as const

/** Sides of an identity paper. */
const HAS_CARD_QR: readonly string[] = ['id-front', 'id-back']

const CLAIMS = { heic: 'photo-heic', empty: 'photo-unreadable', other: 'photo-type' } as const

/** What the first bytes claim a file to be. The claim is only for the right sentence: what counts is whether it decodes. */
type PictureClaim = 'jpeg' | 'png' | 'webp' | 'heic' | 'empty' | 'other'

/** Brands of ISO base media files that hold HEVC pictures (ISO/IEC 23008-12): what iPhones write. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

const ascii = (bytes: Uint8Array, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1')

const sniffPicture = (bytes: Uint8Array): PictureClaim => {
  if (bytes.length === 0) return 'empty'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  return ascii(bytes, 4, 8) === 'ftyp' && HEIC_BRANDS.includes(ascii(bytes, 8, 12)) ? 'heic' : 'other'
}

const strict = { failOn: 'error', limitInputPixels: PHOTO_RULE.maxPixels } as const

/** Decoded and written anew: upright, at most 1600 px, no metadata, nothing of the sent file but its picture. */
const reencode = (bytes: Uint8Array) =>
  sharp(bytes, strict)
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: PHOTO_RULE.maxEdgePx, height: PHOTO_RULE.maxEdgePx, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer({ resolveWithObject: true })

const measureSharpness = async (jpeg: Uint8Array): Promise<number> => {
  const sized = await sharp(jpeg)
    .resize({ width: MEASURED_PX, height: MEASURED_PX, fit: 'inside' })
    .greyscale()
    .png({ compressionLevel: 0 })
    .toBuffer()
  return (await sharp(sized).stats()).sharpness
}

/** Pixels on a cell's side before they are averaged: a picture scaled down at once keeps the jaggedness of its writing. */
const CELL_PX = 6

const averageCells = (pixels: Uint8Array, width: number, height: number): number[] => {
  const sums = Array.from({ length: width * height }, () => 0)
  pixels.forEach((pixel, at) => {
    const cell = Math.floor(at / (width * CELL_PX * CELL_PX)) * width + Math.floor((at % (width * CELL_PX)) / CELL_PX)
    sums[cell] = (sums[cell] ?? 0) + pixel
  })
  return sums.map((sum) => sum / CELL_PX ** 2)
}

/** The print of a decoded picture: by its steps in brightness the very same picture is found again. A few milliseconds. */
export async function printPhoto(kind: PrintedKind, picture: Uint8Array): Promise<PhotoPrint> {
  const { width, height } = PRINT_GRIDS[kind]
  const pixels = await sharp(picture)
    .greyscale()
    .resize(width * CELL_PX, height * CELL_PX, { fit: 'fill', kernel: 'linear', fastShrinkOnLoad: false })
    .raw()
    .toBuffer()
  return makePhotoPrint(kind, averageCells(pixels, width, height))
}

const isPrinted = (kind: KeptPictureKind): kind is PrintedKind => PRINTED_KINDS.some((printed) => printed === kind)

const isFaceHint = (text: string | null): text is FaceHint => text === 'one' || text === 'none' || text === 'several'

/** The device looked already, or this thread looks; id photos are not searched for faces. */
const findFace = async (task: PhotoTask, jpeg: Uint8Array): Promise<FaceHint> => {
  if (isFaceHint(task.deviceFace)) return task.deviceFace
  return task.kind === 'portrait' ? detectFaces(jpeg) : 'not-checked'
}

const countPixels = async (bytes: Uint8Array): Promise<number> => {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
  return width * height
}

/**
 * A photo as sent → a clean JPEG with hints, or the code that says why not. Runs in a documents thread.
 * Nothing is believed: the first bytes choose the sentence, the pixel count is asked before decoding, every fault in the data refuses.
 */
export async function processPhoto(task: PhotoTask): Promise<PhotoOutcome> {
  const claim = sniffPicture(task.bytes)
  if (claim === 'heic' || claim === 'empty' || claim === 'other') return { ok: false, code: CLAIMS[claim] }
  try {
    if ((await countPixels(task.bytes)) > PHOTO_RULE.maxPixels) return { ok: false, code: 'photo-too-many-pixels' }
    const { data: jpeg, info } = await reencode(task.bytes)
    const sharpness = await measureSharpness(jpeg)
    const idCard = HAS_CARD_QR.includes(task.kind) ? await readIdCardQr(jpeg, task.bytes) : null
    return {
      ok: true,
      jpeg,
      widthPx: info.width,
      heightPx: info.height,
      face: await findFace(task, jpeg),
      blurred: sharpness < BLURRED_BELOW[task.kind],
      sharpness,
      idCard,
      print: isPrinted(task.kind) ? await printPhoto(task.kind, jpeg) : null,
    }
  } catch {
    return { ok: false, code: 'photo-unreadable' }
  }
}

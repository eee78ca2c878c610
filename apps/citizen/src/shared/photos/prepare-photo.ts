import { type IdCard, type KeptPhotoKind, parseIdCardQr, PHOTO_RULE } from '@an-sinh/domain'
import { findBarcodeReader } from '../device/barcode-reader.ts'
import { countFaces } from '../device/face-finder.ts'
import { HEAD_BYTES, type PictureRefusal, readPictureSize } from './read-picture-size.ts'
import { INSPECT_EDGE_PX, inspectPhoto, type PhotoFault, toGrey } from './inspect-photo.ts'

export type PreparedPhoto = {
  readonly bytes: ArrayBuffer
  readonly sha256: string
  readonly faults: readonly (PhotoFault | 'face-none' | 'face-several')[]
  readonly face: string | null
  readonly card: IdCard | null
}

/** Three photos stay below 600 kB on the wire with their headers. */
const TARGET_BYTES = PHOTO_RULE.targetBytes * 0.95
const QUALITIES = [0.82, 0.72, 0.6, 0.48] as const
const SHRINK = 0.8

const drawScaled = (source: ImageBitmap | HTMLCanvasElement, longEdgePx: number): HTMLCanvasElement => {
  const scale = Math.min(1, longEdgePx / Math.max(source.width, source.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(source.width * scale))
  canvas.height = Math.max(1, Math.round(source.height * scale))
  const pen = canvas.getContext('2d', { willReadFrequently: longEdgePx === INSPECT_EDGE_PX })
  if (pen === null) throw new Error('no canvas')
  // A picture with holes gets the white of paper behind them, not black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(source, 0, 0, canvas.width, canvas.height)
  return canvas
}

const toJpeg = async (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))

/** The best quality that fits; where none does, a smaller picture. */
const encode = async (canvas: HTMLCanvasElement): Promise<Blob | null> => {
  let drawn = canvas
  for (;;) {
    for (const quality of QUALITIES) {
      const blob = await toJpeg(drawn, quality)
      if (blob === null || blob.size <= TARGET_BYTES) return blob
    }
    drawn = drawScaled(drawn, Math.max(drawn.width, drawn.height) * SHRINK)
  }
}

const hashOf = async (bytes: ArrayBuffer): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const inspect = (canvas: HTMLCanvasElement, kind: KeptPhotoKind): readonly PhotoFault[] => {
  const small = drawScaled(canvas, INSPECT_EDGE_PX)
  const pixels = small.getContext('2d')?.getImageData(0, 0, small.width, small.height)
  if (pixels === undefined) return []
  return inspectPhoto(toGrey(pixels.data, small.width, small.height), kind, Math.min(canvas.width, canvas.height), PHOTO_RULE.minEdgePx)
}

/** The QR of the card, where the browser can read it; null elsewhere, and then the server reads it. */
const readCard = async (canvas: HTMLCanvasElement): Promise<IdCard | null> => {
  const reader = await findBarcodeReader()
  const [found] = reader === null ? [] : await reader.detect(canvas).catch(() => [])
  const parsed = found === undefined ? null : parseIdCardQr(found.rawValue)
  return parsed?.ok === true ? parsed.idCard : null
}

/**
 * A file from camera or gallery → what is sent: upright, at most 1600 px and 190 kB, JPEG, without the camera's notes (place, time), with
 * what looks wrong about it; or why it is no photo. Nothing leaves the device here.
 */
export const preparePhoto = async (file: Blob, kind: KeptPhotoKind): Promise<PreparedPhoto | PictureRefusal> => {
  const size = readPictureSize(await file.slice(0, HEAD_BYTES).arrayBuffer(), PHOTO_RULE.maxPixels)
  if (typeof size === 'string' && size !== 'heic') return size
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (picture === null) return size === 'heic' ? 'heic' : 'unreadable'
  const canvas = drawScaled(picture, PHOTO_RULE.maxEdgePx)
  picture.close()
  const isPortrait = kind === 'portrait'
  const [blob, face, card] = await Promise.all([
    encode(canvas),
    isPortrait ? countFaces(canvas) : null,
    kind === 'id-front' || kind === 'id-back' ? readCard(canvas) : null,
  ])
  if (blob === null) return 'unreadable'
  const bytes = await blob.arrayBuffer()
  const faceFault = face === 'none' ? (['face-none'] as const) : face === 'several' ? (['face-several'] as const) : []
  return { bytes, sha256: await hashOf(bytes), faults: [...inspect(canvas, kind), ...faceFault], face, card }
}

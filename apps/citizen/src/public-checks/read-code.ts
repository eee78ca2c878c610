import { type BarcodeReader, findBarcodeReader } from '../shared/device/barcode-reader.ts'

/** The browser's own reader of QR codes; where it has none, one that is fetched now. Either way the picture stays on the device. */
export const openReader = async (): Promise<BarcodeReader> => {
  const own = await findBarcodeReader()
  if (own !== null) return own
  const { BarcodeDetector } = await import('qr/decode.js')
  const reader = new BarcodeDetector({ formats: ['qr_code'] })
  return { detect: async (source) => reader.detect(source) }
}

/** A small code on a whole page needs many points, a blurred one few: from the larger to the smaller. */
const EDGES_PX = [2200, 1400, 800] as const

const drawScaled = (source: ImageBitmap, edgePx: number): HTMLCanvasElement => {
  const scale = Math.min(1, edgePx / Math.max(source.width, source.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(source.width * scale))
  canvas.height = Math.max(1, Math.round(source.height * scale))
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** What the QR on a photo says; null where none is read. */
export const readPhoto = async (photo: Blob): Promise<string | null> => {
  const picture = await createImageBitmap(photo).catch(() => null)
  if (picture === null) return null
  const reader = await openReader()
  for (const edgePx of EDGES_PX) {
    const [first] = await reader.detect(drawScaled(picture, edgePx)).catch(() => [])
    if (first !== undefined) return first.rawValue
  }
  return null
}

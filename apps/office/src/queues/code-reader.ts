import { readPicture } from './queue-requests.ts'

/** Looks for codes in what the camera shows now. */
export type CodeReader = { readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]> }

/** The browser's own reader; not in the type library because not every browser has it. */
type CodeReaderClass = {
  new (options: { readonly formats: readonly string[] }): CodeReader
  readonly getSupportedFormats: () => Promise<readonly string[]>
}

/** A QR is read from a picture of this width; more only takes longer on its way. */
const SENT_PX = 1024

const takePicture = (video: HTMLVideoElement): Promise<Blob | null> => {
  const canvas = document.createElement('canvas')
  const scale = Math.min(1, SENT_PX / Math.max(video.videoWidth, video.videoHeight))
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8))
}

/** Firefox and Safari read no codes, and the pages' policy lets no WebAssembly run: the server looks at single pictures and keeps none. */
const SERVER_READER: CodeReader = {
  detect: async (video) => {
    const picture = await takePicture(video)
    const text = picture === null ? null : await readPicture(picture)
    return text === null ? [] : [{ rawValue: text }]
  },
}

/** The browser's own reader where it has one for QR, else the server. */
export const findCodeReader = async (): Promise<CodeReader> => {
  const Reader = (globalThis as { readonly BarcodeDetector?: CodeReaderClass }).BarcodeDetector
  if (Reader === undefined) return SERVER_READER
  try {
    return (await Reader.getSupportedFormats()).includes('qr_code') ? new Reader({ formats: ['qr_code'] }) : SERVER_READER
  } catch {
    return SERVER_READER
  }
}

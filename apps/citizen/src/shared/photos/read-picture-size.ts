/** Why a file cannot be a photo, told from its first bytes and before it is decoded: a picture bomb must not reach the decoder. */
export type PictureRefusal = 'empty' | 'not-a-picture' | 'heic' | 'too-many-pixels' | 'unreadable'

export type PictureSize = { readonly widthPx: number; readonly heightPx: number }

/** Enough for any header, a JPEG's embedded thumbnail included. */
export const HEAD_BYTES = 262_144

const textAt = (view: DataView, at: number, length: number): string => {
  if (at + length > view.byteLength) return ''
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length))
}

const readPng = (view: DataView): PictureSize | null =>
  view.byteLength < 24 ? null : { widthPx: view.getUint32(16), heightPx: view.getUint32(20) }

/** Walks the segments to the frame header (SOF0–SOF15 without DHT, JPG and DAC; ITU-T T.81 table B.1). */
const readJpeg = (view: DataView): PictureSize | null => {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { widthPx: view.getUint16(at + 7), heightPx: view.getUint16(at + 5) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** The three kinds of WebP (RFC 9649 §2.5–2.7). */
const readWebp = (view: DataView): PictureSize | null => {
  if (view.byteLength < 30) return null
  const kind = textAt(view, 12, 4)
  if (kind === 'VP8 ') return { widthPx: view.getUint16(26, true) & 0x3fff, heightPx: view.getUint16(28, true) & 0x3fff }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >>> 14) & 0x3fff) + 1 }
  }
  const three = (at: number): number => view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16)
  return kind === 'VP8X' ? { widthPx: three(24) + 1, heightPx: three(27) + 1 } : null
}

const sizeOf = (view: DataView): PictureSize | PictureRefusal | null => {
  if (view.byteLength >= 3 && view.getUint16(0) === 0xffd8) return readJpeg(view)
  if (textAt(view, 1, 3) === 'PNG') return readPng(view)
  if (textAt(view, 0, 4) === 'RIFF' && textAt(view, 8, 4) === 'WEBP') return readWebp(view)
  return textAt(view, 4, 4) === 'ftyp' ? 'heic' : 'not-a-picture'
}

/** The size of a JPEG, PNG or WebP as its header says it, or why the file is none. HEIC is told apart: some phones can decode it. */
export const readPictureSize = (head: ArrayBuffer, maxPixels: number): PictureSize | PictureRefusal => {
  if (head.byteLength === 0) return 'empty'
  const size = sizeOf(new DataView(head))
  if (typeof size === 'string') return size
  if (size === null || size.widthPx === 0 || size.heightPx === 0) return 'unreadable'
  return size.widthPx * size.heightPx > maxPixels ? 'too-many-pixels' : size
}

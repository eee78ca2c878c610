import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type IdCard, parseIdCardQr, PHOTO_RULE } from '@an-sinh/domain'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** Above this a larger picture of a card holds no more of its QR. */
const FULL_PX = 4000

let preparing: Promise<unknown> | undefined

/** The WebAssembly comes from our own disk: left alone the library fetches it from a foreign host. */
const prepare = async (): Promise<void> => {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength)
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}

const readCard = async (picture: Uint8Array): Promise<IdCard | null> => {
  const codes = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 4 })
  for (const code of codes) {
    const parsed = parseIdCardQr(code.text)
    if (parsed.ok) return parsed.idCard
  }
  return null
}

/** What a camera at a desk sees needs no more than this. */
const SCAN_PX = 1600
export type ScanTask = { picture: Uint8Array }

/** The text of a QR in a picture from a camera; null when none is read, or when it is no picture. Nothing of it is kept. */
export async function readQrText({ picture }: ScanTask): Promise<string | null> {
  preparing ??= prepare()
  const grey = await sharp(picture, { limitInputPixels: PHOTO_RULE.maxPixels })
    .greyscale()
    .resize({ width: SCAN_PX, height: SCAN_PX, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer()
    .catch(() => null)
  if (grey === null) return null
  await preparing
  const [code] = await readBarcodes(grey, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 })
  return code === undefined || code.text === '' ? null : code.text
}

/** The card's QR as typed data (proof of nothing): looked for at 1600 px, then in the picture as sent when that is larger. Null when none is read. */
export async function readIdCardQr(jpeg: Uint8Array, sent: Uint8Array): Promise<IdCard | null> {
  preparing ??= prepare()
  await preparing
  const found = await readCard(jpeg)
  if (found !== null) return found
  const { width, height } = await sharp(sent).metadata()
  if (Math.max(width, height) <= PHOTO_RULE.maxEdgePx) return null
  return readCard(
    await sharp(sent, { limitInputPixels: PHOTO_RULE.maxPixels })
      .autoOrient()
      .resize({ width: FULL_PX, height: FULL_PX, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 90 })
      .toBuffer(),
  )
}

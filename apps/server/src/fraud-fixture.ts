import { createHash, randomUUID } from 'node:crypto'
import { PHOTO_KINDS } from '@an-sinh/domain'
import sharp from 'sharp'
import { appendPiece, finishUpload, startUpload } from './documents/index.ts'
import type { Platform } from './platform/platform.ts'

const COLUMNS = 6
const ROWS = 5

/** A picture that follows its seed: patches of light and dark, unlike those of any other seed. `written`: how often it was written anew, smaller and brighter each time. */
const drawPicture = async (seed: string, written: number): Promise<Buffer> => {
  const bytes = createHash('sha256').update(seed).digest()
  const patches = Array.from({ length: COLUMNS * ROWS }, (_, at) => {
    const light = (bytes[at] ?? 0) % 80
    return `<rect x="${(at % COLUMNS) * 80}" y="${Math.floor(at / COLUMNS) * 72}" width="80" height="72" fill="hsl(30 20% ${10 + light}%)"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360">${patches.join('')}</svg>`
  let picture = await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
  for (let times = 0; times < written; times += 1)
    picture = await sharp(picture).resize({ width: 420 }).modulate({ brightness: 1.04 }).jpeg({ quality: 65 }).toBuffer()
  return picture
}

/** The three photos of a registration, stored as the product stores them. The same seed is the same picture, written anew. */
export async function addCasePhotos(
  { platform }: { platform: Platform },
  registrationId: string,
  { seed, written = 0 }: { seed: string; written?: number },
): Promise<void> {
  for (const kind of PHOTO_KINDS) {
    const bytes = await drawPicture(`${kind} ${seed}`, written)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const hints = { faults: [], tries: 1, face: 'one' as const }
    const uploadId = randomUUID()
    await startUpload(platform.sql, { uploadId, registrationId, kind, sizeBytes: bytes.length, sha256, hints })
    await appendPiece(platform, { registrationId, uploadId, offset: 0, bytes })
    await finishUpload(platform, { registrationId, uploadId }, async () => undefined)
  }
}

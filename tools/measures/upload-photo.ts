import { createHash, randomUUID } from 'node:crypto'

import type { ApiClient } from './api-client.ts'

const PIECE_BYTES = 64 * 1024
const PIECES_MAX = 500

/** One photo in resumable pieces, patiently: an answer that was lost is found again by asking for the offset. */
export async function uploadPhoto(client: ApiClient, path: string, kind: string, bytes: Buffer): Promise<void> {
  const announced = { uploadId: randomUUID(), kind, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  const begun = await client.mustPatiently('POST', `${path}/photos`, { ...announced, hints: { faults: [], tries: 0 } })
  const upload = `${path}/photos/${String(begun.body['uploadId'])}`
  let offset = Number(begun.body['offset'])
  for (let piece = 0; offset < bytes.length && piece < PIECES_MAX; piece += 1) {
    const sent = await client.patiently('PATCH', upload, bytes.subarray(offset, offset + PIECE_BYTES), { 'upload-offset': String(offset) })
    offset =
      sent.status < 400 ? Number(sent.body['offset']) : Number((await client.mustPatiently('GET', `${upload}/offset`)).body['offset'])
  }
  await client.mustPatiently('POST', `${upload}/completion`, {})
}

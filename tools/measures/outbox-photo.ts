import { createHash, randomUUID } from 'node:crypto'

import type { ModelPhoto } from './outbox-bundle.ts'

/** A picture of so many bytes, as the camera page hands it over. */
export function takePhoto(sizeBytes: number, salt: number): { bytes: ArrayBuffer; photo: ModelPhoto } {
  const bytes = new Uint8Array(sizeBytes).map((_, at) => (at * 31 + salt) % 251)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const unseen = { faults: [], tries: 1, face: null, card: null, seen: null, refusal: null } as const
  return { bytes: bytes.buffer, photo: { ...unseen, faults: [], uploadId: randomUUID(), sizeBytes, sha256, state: 'kept' } }
}

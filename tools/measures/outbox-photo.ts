import { createHash, randomUUID } from 'node:crypto'

import type { ModelLetterPhoto, ModelPhoto } from './outbox-bundle.ts'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const fill = (sizeBytes: number, salt: number): Uint8Array<ArrayBuffer> => new Uint8Array(sizeBytes).map((_, at) => (at * 31 + salt) % 251)

/** A picture of so many bytes, as the camera page hands it over. */
export function takePhoto(sizeBytes: number, salt: number): { bytes: ArrayBuffer; photo: ModelPhoto } {
  const bytes = fill(sizeBytes, salt)
  const unseen = { faults: [], tries: 1, face: null, card: null, seen: null, refusal: null } as const
  return { bytes: bytes.buffer, photo: { ...unseen, faults: [], uploadId: randomUUID(), sizeBytes, sha256: hashOf(bytes), state: 'kept' } }
}

/** A paper of a letter; in it stands whose it is, and whether the far end will refuse it. */
export function takeLetterPhoto(
  kind: string,
  person: string,
  shape: 'right' | 'wrong',
  sizeBytes: number,
): { bytes: ArrayBuffer; photo: ModelLetterPhoto } {
  const bytes = fill(sizeBytes, 7)
  bytes.set(new TextEncoder().encode(`${person}|${shape}|`))
  return { bytes: bytes.buffer, photo: { kind, uploadId: randomUUID(), sha256: hashOf(bytes), hints: { faults: [], face: null } } }
}

/** What a paper says of itself. */
export function readLetterPhoto(bytes: Buffer): { person: string; shape: string } {
  const [person = '', shape = ''] = bytes.subarray(0, 64).toString('latin1').split('|')
  return { person, shape }
}

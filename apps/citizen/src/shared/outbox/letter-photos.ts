import type { KeptPhotoKind } from '@an-sinh/domain'
import { eraseName, eraseTogether, findBytes, sealBytes } from '../store/sealed-records.ts'
import { findPersonTag } from './current-person.ts'

/** A photo that leaves with a letter; its bytes lie sealed under the letter's id. */
export type LetterPhoto = {
  readonly kind: KeptPhotoKind
  readonly uploadId: string
  readonly sha256: string
  readonly hints: { readonly faults: readonly string[]; readonly face: string | null }
}

const prefixOf = (letterId: string): string => `letter-photo:${letterId}:`
const nameOf = (letterId: string, uploadId: string): string => prefixOf(letterId) + uploadId

/** Where the disk takes nothing: for as long as the page lives. */
const held = new Map<string, ArrayBuffer>()

/** Puts a photo away as soon as it is taken, long before anything is sent. */
export const keepLetterPhoto = async (letterId: string, { uploadId }: LetterPhoto, bytes: ArrayBuffer): Promise<void> => {
  const name = nameOf(letterId, uploadId)
  try {
    const person = await findPersonTag()
    if (person !== null) return await sealBytes(name, `person:${person}`, bytes)
  } catch {
    // A full disk or a private window.
  }
  held.set(name, bytes)
}

/** Null: the browser lost it. */
export const findLetterPhoto = async (letterId: string, { uploadId }: LetterPhoto): Promise<ArrayBuffer | null> => {
  const name = nameOf(letterId, uploadId)
  return held.get(name) ?? findBytes(name).catch(() => null)
}

export const dropLetterPhoto = async (letterId: string, { uploadId }: LetterPhoto): Promise<void> => {
  held.delete(nameOf(letterId, uploadId))
  await eraseName(nameOf(letterId, uploadId)).catch(() => undefined)
}

/** The letter arrived, or nobody wants it any more: its photos go, and in the same step the record that held it. */
export const dropLetterPhotos = async (letterId: string, letterName: string = prefixOf(letterId)): Promise<void> => {
  for (const name of held.keys()) if (name.startsWith(prefixOf(letterId))) held.delete(name)
  await eraseTogether(letterName, prefixOf(letterId))
}

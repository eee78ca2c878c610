import { findMarked, listOwnedJson, replaceJson, sealJson } from '../store/sealed-records.ts'
import { findPersonTag } from './current-person.ts'
import { type Letter, type NewLetter, parseLetter } from './letter.ts'
import { dropLetterPhotos } from './letter-photos.ts'

/** `unreadable`: the browser lost its key, or another build wrote it. It is shown all the same. */
export type Letters = { readonly letters: readonly Letter[]; readonly unreadable: readonly string[] }
/** `read`: false until the store was looked at; `closed`: this browser keeps nothing (private window, storage switched off). */
type KnownLetters = Letters & { readonly read: boolean; readonly closed: boolean }

const PREFIX = 'letter:'
const NONE: Letters = { letters: [], unreadable: [] }

let known: KnownLetters = { ...NONE, read: false, closed: false }
const listeners = new Set<() => void>()

const nameOf = (letterId: string): string => PREFIX + letterId
const ownerOf = (person: string): string => `person:${person}`

/** The letters of who signed in last, oldest first; nobody else's are opened, or even named. */
export const listLetters = async (): Promise<Letters> => {
  const person = await findPersonTag()
  if (person === null) return NONE
  const read = await listOwnedJson(PREFIX, ownerOf(person), parseLetter)
  return {
    letters: read.flatMap(({ value }) => value ?? []).toSorted((first, second) => first.keptAt - second.keptAt),
    unreadable: read.flatMap(({ name, value }) => (value === null ? [name.slice(PREFIX.length)] : [])),
  }
}

export const readLetters = (): KnownLetters => known

export const watchLetters = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const tell = (now: KnownLetters): void => {
  known = now
  for (const listener of listeners) listener()
}

/** Reads anew what is kept, for every screen that shows it. */
export const refreshLetters = async (): Promise<Letters> => {
  tell({ ...(await listLetters()), read: true, closed: false })
  return known
}

/** The same for a screen: a browser without a store has nothing waiting, and says so instead of waiting for ever. */
export const lookForLetters = async (): Promise<void> => {
  try {
    await refreshLetters()
  } catch {
    tell({ ...NONE, read: true, closed: true })
  }
}

export const writeLetter = async (letter: Letter): Promise<void> => sealJson(nameOf(letter.letterId), ownerOf(letter.person), letter)

/** Puts a letter on the disk. Null when nobody is known to be signed in: then there is no one to keep it for. */
export const keepLetter = async (letter: NewLetter): Promise<Letter | null> => {
  const person = await findPersonTag()
  if (person === null) return null
  const kept: Letter = {
    ...letter,
    schemaVersion: 1,
    person,
    keptAt: Date.now(),
    state: 'waiting',
    attempts: 0,
    lastError: null,
    nextTryAt: 0,
    refusal: null,
  }
  await writeLetter(kept)
  return kept
}

/** One of the person's own letters. */
export const findLetter = async (letterId: string): Promise<Letter | null> =>
  (await listLetters()).letters.find((letter) => letter.letterId === letterId) ?? null

/** What became of it, over the very letter that was sent: one that was dropped or edited meanwhile stays as it is. */
export const settleLetter = async (letter: Letter): Promise<void> => {
  const name = nameOf(letter.letterId)
  const now = await findMarked(name, parseLetter)
  if (now === null || now.value?.keptAt !== letter.keptAt) return
  await replaceJson({ name, owner: ownerOf(letter.person), value: letter, touchedAt: Date.now() }, now.mark)
}

/** It arrived, or the person does not want it any more. */
export const dropLetter = async (letterId: string): Promise<void> => {
  await dropLetterPhotos(letterId, nameOf(letterId))
  await refreshLetters()
}

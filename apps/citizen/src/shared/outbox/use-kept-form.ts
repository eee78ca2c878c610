import { useEffect, useRef, useState } from 'react'
import { eraseName, findJson, sealJson } from '../store/sealed-records.ts'
import { findPersonTag } from './current-person.ts'
import type { LetterPhoto } from './letter-photos.ts'
import { findLetter } from './letter-store.ts'

export type KeptForm<Form> = {
  /** Null while the disk is asked what was typed before. */
  readonly form: Form | null
  readonly change: (part: Partial<Form>) => void
  /** It was sent: nothing of it is kept as typed any more. */
  readonly forget: () => Promise<void>
}

const asObject = (value: unknown): object | null => (typeof value === 'object' ? value : null)

const nameOf = (person: string, name: string): string => `form:${person}:${name}`

type Start<Form> = {
  readonly name: string
  readonly empty: Form
  readonly letterId: string | null
  readonly fromBody: (body: never, photos: readonly LetterPhoto[]) => Form
}

/** What a letter that came back says, else what was typed here before, else nothing. */
const load = async <Form extends object>({ name, empty, letterId, fromBody }: Start<Form>): Promise<Form> => {
  const letter = letterId === null ? null : await findLetter(letterId)
  if (letter !== null) return fromBody(letter.body as never, letter.photos ?? [])
  const person = await findPersonTag()
  const kept = person === null ? null : await findJson(nameOf(person, name), asObject)
  return { ...empty, ...kept }
}

/**
 * A form whose every letter is on the disk as it is typed, sealed and under its person's name: a new version of the app, a closed page or a
 * dead phone cost nothing. `letterId`: a letter that came back, to be mended.
 */
export const useKeptForm = <Form extends object>(start: Start<Form>): KeptForm<Form> => {
  const [form, setForm] = useState<Form | null>(null)
  const writing = useRef(Promise.resolve())
  const { name, empty } = start
  useEffect(() => {
    const begin = async (): Promise<void> => setForm(await load(start).catch(() => empty))
    void begin()
    // oxlint-disable-next-line react/exhaustive-deps -- asked once, when the page opens
  }, [])
  const write = async (next: Form | null): Promise<void> => {
    const person = await findPersonTag()
    if (person === null) return
    if (next === null) await eraseName(nameOf(person, name))
    else await sealJson(nameOf(person, name), `person:${person}`, next)
  }
  const writeAfter = async (before: Promise<void>, next: Form | null): Promise<void> => {
    await before
    try {
      await write(next)
    } catch {
      // Without a place on the disk the form still works.
    }
  }
  const queue = async (next: Form | null): Promise<void> => {
    writing.current = writeAfter(writing.current, next)
    return writing.current
  }
  return {
    form,
    change: (part) => {
      if (form === null) return
      const next = { ...form, ...part }
      setForm(next)
      void queue(next)
    },
    forget: async () => queue(null),
  }
}

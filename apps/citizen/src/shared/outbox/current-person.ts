import { eraseName, findJson, sealJson } from '../store/sealed-records.ts'

const NAME = 'current-person'

const parseTag = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'tag' in value && typeof value.tag === 'string' ? value.tag : null

/** Whose letters are looked after on this device from now on: the server's tag for who signed in last. */
export const notePerson = async (tag: string): Promise<void> => sealJson(NAME, NAME, { tag })

/** Signing out: whose letters wait here is nobody's to see until they sign in again. */
export const forgetPerson = async (): Promise<void> => eraseName(NAME)

export const findPersonTag = async (): Promise<string | null> => findJson(NAME, parseTag)

import { type Database, type Sealed, withDatabase } from './database.ts'

/** Drafts and unsent items live this long after the last touch, photos included. */
export const KEEP_MS = 7 * 24 * 3_600_000

const KEY_NAME = 'registration'
const ALGORITHM = { name: 'AES-GCM', length: 256 } as const

/** The key, made at the first need. Two tabs at once: the first to write wins, both use what is stored. */
const getKey = async (database: Database): Promise<CryptoKey> => {
  const known = await database.get('keys', KEY_NAME)
  if (known !== undefined) return known
  const made = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt'])
  const transaction = database.transaction('keys', 'readwrite')
  const meanwhile = await transaction.store.get(KEY_NAME)
  if (meanwhile === undefined) await transaction.store.put(made, KEY_NAME)
  await transaction.done
  return meanwhile ?? made
}

const seal = async (database: Database, name: string, bytes: ArrayBuffer): Promise<Pick<Sealed, 'iv' | 'data'>> => {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const additionalData = new TextEncoder().encode(name)
  return { iv, data: await crypto.subtle.encrypt({ name: ALGORITHM.name, iv, additionalData }, await getKey(database), bytes) }
}

/** Encrypts and stores bytes under a name. The name is bound to the content: a record moved to another name does not open. */
export const sealBytes = async (name: string, owner: string, bytes: ArrayBuffer, touchedAt = Date.now()): Promise<void> =>
  withDatabase(async (database) => {
    await database.put('sealed', { ...(await seal(database, name, bytes)), owner, touchedAt }, name)
  })

const unseal = async (database: Database, name: string, sealed: Sealed): Promise<ArrayBuffer | null> => {
  const additionalData = new TextEncoder().encode(name)
  // Outside: a connection that was closed is no lost key.
  const key = await getKey(database)
  try {
    return await crypto.subtle.decrypt({ name: ALGORITHM.name, iv: sealed.iv, additionalData }, key, sealed.data)
  } catch {
    // The browser lost its key: nobody can read this any more.
    return null
  }
}

/** The bytes of a name; null when there are none or nobody can open them any more. */
export const findBytes = async (name: string): Promise<ArrayBuffer | null> =>
  withDatabase(async (database) => {
    const sealed = await database.get('sealed', name)
    return sealed === undefined ? null : unseal(database, name, sealed)
  })

export const sealJson = async (name: string, owner: string, value: unknown, touchedAt?: number): Promise<void> =>
  sealBytes(name, owner, new TextEncoder().encode(JSON.stringify(value)).buffer, touchedAt)

const toJson = <Value>(bytes: ArrayBuffer | null, parse: (value: unknown) => Value | null): Value | null =>
  bytes === null ? null : parse(JSON.parse(new TextDecoder().decode(bytes)))

/** The value of a name as `parse` reads it: what an older version of the app wrote is judged there. */
export const findJson = async <Value>(name: string, parse: (value: unknown) => Value | null): Promise<Value | null> =>
  toJson(await findBytes(name), parse)

/** A value with the mark of the very record it came from: whoever wrote since left another mark. */
export type Marked<Value> = { readonly value: Value | null; readonly mark: string }

const markOf = ({ iv }: Sealed): string => iv.join('.')

export const findMarked = async <Value>(name: string, parse: (value: unknown) => Value | null): Promise<Marked<Value> | null> =>
  withDatabase(async (database) => {
    const sealed = await database.get('sealed', name)
    return sealed === undefined ? null : { value: toJson(await unseal(database, name, sealed), parse), mark: markOf(sealed) }
  })

type Replacing = { readonly name: string; readonly owner: string; readonly value: unknown; readonly touchedAt: number }

/** Writes only over the record of this mark (null: over none). Answers the new mark; null when another page was faster. */
export const replaceJson = async ({ name, owner, value, touchedAt }: Replacing, mark: string | null): Promise<string | null> =>
  withDatabase(async (database) => {
    const sealed = await seal(database, name, new TextEncoder().encode(JSON.stringify(value)).buffer)
    const transaction = database.transaction('sealed', 'readwrite')
    const now = await transaction.store.get(name)
    const isOurs = (now === undefined ? null : markOf(now)) === mark
    if (isOurs) await transaction.store.put({ ...sealed, owner, touchedAt }, name)
    await transaction.done
    return isOurs ? markOf({ ...sealed, owner, touchedAt }) : null
  })

/** The stored names that begin with a prefix. */
export const listNames = async (prefix: string): Promise<string[]> =>
  withDatabase(async (database) => database.getAllKeys('sealed', IDBKeyRange.bound(prefix, `${prefix}\uFFFF`)))

/** One owner's records of a prefix, of one moment; `value` null: it cannot be opened or read any more. Nobody else's are opened. */
export const listOwnedJson = async <Value>(
  prefix: string,
  owner: string,
  parse: (value: unknown) => Value | null,
): Promise<{ name: string; value: Value | null }[]> =>
  withDatabase(async (database) => {
    const found: { name: string; sealed: Sealed }[] = []
    const { store } = database.transaction('sealed')
    const range = IDBKeyRange.bound(prefix, `${prefix}\uFFFF`)
    for (let cursor = await store.openCursor(range); cursor !== null; cursor = await cursor.continue())
      if (cursor.value.owner === owner) found.push({ name: cursor.key, sealed: cursor.value })
    return Promise.all(found.map(async ({ name, sealed }) => ({ name, value: toJson(await unseal(database, name, sealed), parse) })))
  })

export const eraseName = async (name: string): Promise<void> => withDatabase(async (database) => database.delete('sealed', name))

/** A name and everything under a prefix, all of it or none: a page that dies in between leaves nothing behind. */
export const eraseTogether = async (name: string, prefix: string): Promise<void> =>
  withDatabase(async (database) => {
    const transaction = database.transaction('sealed', 'readwrite')
    await transaction.store.delete(name)
    await transaction.store.delete(IDBKeyRange.bound(prefix, `${prefix}\uFFFF`))
    await transaction.done
  })

const eraseWhere = async (mustGo: (sealed: Sealed) => boolean): Promise<void> =>
  withDatabase(async (database) => {
    const transaction = database.transaction('sealed', 'readwrite')
    for (let cursor = await transaction.store.openCursor(); cursor !== null; cursor = await cursor.continue()) {
      if (mustGo(cursor.value)) await cursor.delete()
    }
    await transaction.done
  })

/** Everything of one registration: draft, photos, unsent items. */
export const eraseOwner = async (owner: string): Promise<void> => eraseWhere((sealed) => sealed.owner === owner)

/** Everything of owners of whom nothing was touched for seven days. */
export const eraseOld = async (now = Date.now()): Promise<void> => {
  const touched = new Map<string, number>()
  for (const { owner, touchedAt } of await withDatabase(async (database) => database.getAll('sealed')))
    touched.set(owner, Math.max(touched.get(owner) ?? 0, touchedAt))
  await eraseWhere((sealed) => (touched.get(sealed.owner) ?? 0) < now - KEEP_MS)
}

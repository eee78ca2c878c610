/** What is kept of a paper until it was sent: the code on it and the hour, nothing about a person. */
export type KeptEntry = { readonly entryId: string; readonly code: string; readonly receivedAt: string }

/** The server takes nothing older, so nothing older is kept. */
const KEEP_MS = 24 * 3_600_000
const NAME = 'an-sinh-office'
const [KEYS, SEALED] = ['keys', 'sealed'] as const
const RECORD = 'outage'

type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer }

const asked = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the store did not answer')))
  })

const open = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(NAME, 1)
  request.addEventListener('upgradeneeded', () => {
    for (const store of [KEYS, SEALED]) request.result.createObjectStore(store)
  })
  return asked(request)
}

/** Once per turn, so that nothing is held open when a newer build wants another shape. */
const withStore = async <Result>(work: (database: IDBDatabase) => Promise<Result>): Promise<Result> => {
  const database = await open()
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

const get = (database: IDBDatabase, store: string, key: string): Promise<unknown> =>
  asked(database.transaction(store).objectStore(store).get(key))
const put = (database: IDBDatabase, store: string, key: string, value: unknown): Promise<unknown> =>
  asked(database.transaction(store, 'readwrite').objectStore(store).put(value, key))

/** Usable in this browser and carried nowhere. */
const getKey = async (database: IDBDatabase): Promise<CryptoKey> => {
  const kept = await get(database, KEYS, RECORD)
  if (kept instanceof CryptoKey) return kept
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await put(database, KEYS, RECORD, key)
  return key
}

const isEntry = (value: unknown): value is KeptEntry =>
  typeof value === 'object' &&
  value !== null &&
  ['entryId', 'code', 'receivedAt'].every((name) => typeof (value as Record<string, unknown>)[name] === 'string')

/** Puts these in the place of what was kept; an empty list leaves nothing on the device. */
export const keepEntries = (entries: readonly KeptEntry[]): Promise<void> =>
  withStore(async (database) => {
    if (entries.length === 0) {
      await asked(database.transaction(SEALED, 'readwrite').objectStore(SEALED).delete(RECORD))
      return
    }
    const key = await getKey(database)
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const plain = new TextEncoder().encode(JSON.stringify(entries))
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)
    await put(database, SEALED, RECORD, { iv, data } satisfies Sealed)
  })

/** What was kept and can still be sent; nothing when there is none, or when it does not open. */
export const readKeptEntries = (nowMs: number): Promise<KeptEntry[]> =>
  withStore(async (database) => {
    const sealed = (await get(database, SEALED, RECORD)) as Sealed | undefined
    if (sealed === undefined) return []
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, await getKey(database), sealed.data).catch(() => null)
    const parsed: unknown = plain === null ? [] : JSON.parse(new TextDecoder().decode(plain))
    return Array.isArray(parsed) ? parsed.filter(isEntry).filter(({ receivedAt }) => Date.parse(receivedAt) > nowMs - KEEP_MS) : []
  })

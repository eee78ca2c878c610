import type { Me } from '@an-sinh/contract'
import { type FamilyDatabase, openFamilyDatabase, type SealedName } from './database.ts'

/** Decision 0026: the people of one household on one phone. */
export const MOST_NAMES = 5

/** Who agreed to be named on this device. `id` stands for the person here and nowhere else. */
export type FamilyName = { readonly id: string; readonly fullName: string; readonly insuranceNumber: string }

const KEY_NAME = 'names'
const AES = { name: 'AES-GCM', length: 256 } as const

/** The key, made at the first need. Two tabs at once: the first to write wins, both use what is stored. */
const getKey = async (database: FamilyDatabase): Promise<CryptoKey> => {
  const known = await database.get('keys', KEY_NAME)
  if (known !== undefined) return known
  const made = await crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt'])
  const transaction = database.transaction('keys', 'readwrite')
  const meanwhile = await transaction.store.get(KEY_NAME)
  if (meanwhile === undefined) await transaction.store.put(made, KEY_NAME)
  await transaction.done
  return meanwhile ?? made
}

const hasShape = (value: unknown): value is Omit<FamilyName, 'id'> =>
  typeof value === 'object' &&
  value !== null &&
  'fullName' in value &&
  typeof value.fullName === 'string' &&
  'insuranceNumber' in value &&
  typeof value.insuranceNumber === 'string'

const unseal = async (key: CryptoKey, id: string, { iv, data }: SealedName): Promise<FamilyName | null> => {
  try {
    const clear = await crypto.subtle.decrypt({ name: AES.name, iv, additionalData: new TextEncoder().encode(id) }, key, data)
    const value: unknown = JSON.parse(new TextDecoder().decode(clear))
    return hasShape(value) ? { id, fullName: value.fullName, insuranceNumber: value.insuranceNumber } : null
  } catch {
    // The browser lost its key, or a record was moved: nobody can read this any more.
    return null
  }
}

/** The remembered names, in the order they were remembered. Nothing of anybody's data is opened for it. */
export const listFamilyNames = async (): Promise<FamilyName[]> => {
  const database = await openFamilyDatabase()
  const transaction = database.transaction('names')
  const [ids, records] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()])
  await transaction.done
  const key = await getKey(database)
  const sealed = ids.flatMap((id, at) => (records[at] === undefined ? [] : [{ id, record: records[at] }]))
  const inOrder = sealed.toSorted((one, other) => one.record.savedAt - other.record.savedAt)
  return (await Promise.all(inOrder.map(async ({ id, record }) => unseal(key, id, record)))).filter((name) => name !== null)
}

/** Keeps name and number of who agreed to it, once. False when there are five already. */
export const rememberFamilyName = async ({ fullName, insuranceNumber }: Pick<Me, 'fullName' | 'insuranceNumber'>): Promise<boolean> => {
  const names = await listFamilyNames()
  const known = names.find((name) => name.insuranceNumber === insuranceNumber)
  if (known === undefined && names.length >= MOST_NAMES) return false
  const database = await openFamilyDatabase()
  const id = known?.id ?? crypto.randomUUID()
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const clear = new TextEncoder().encode(JSON.stringify({ fullName, insuranceNumber }))
  const data = await crypto.subtle.encrypt(
    { name: AES.name, iv, additionalData: new TextEncoder().encode(id) },
    await getKey(database),
    clear,
  )
  const before = await database.get('names', id)
  // Later than every other, also within one millisecond: the order is the order they came in.
  const latest = Math.max(0, ...(await database.getAll('names')).map(({ savedAt }) => savedAt))
  await database.put('names', { iv, data, savedAt: before?.savedAt ?? Math.max(Date.now(), latest + 1) }, id)
  return true
}

/** The name is gone, and with it whatever this device still kept for that person; nothing of anybody else is touched. */
export const removeFamilyName = async ({ id, insuranceNumber }: FamilyName): Promise<void> => {
  // Loaded when it is wanted: the sign-in page does without.
  const { wipeCardStoreOf } = await import('../offline-cards/index.ts')
  await wipeCardStoreOf(insuranceNumber)
  await (await openFamilyDatabase()).delete('names', id)
}

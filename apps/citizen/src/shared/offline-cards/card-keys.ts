import type { CardDatabase } from './database.ts'

const AES = { name: 'AES-GCM', length: 256 } as const
const HMAC: HmacKeyGenParams = { name: 'HMAC', hash: 'SHA-256' }
const TAG_KEY = 'tags'
const TAG_BYTES = 16

/** Keeps a key made meanwhile by another tab: the first to write wins, both use what is stored. */
const keepFirst = async (database: CardDatabase, name: string, made: CryptoKey): Promise<CryptoKey> => {
  const transaction = database.transaction('keys', 'readwrite')
  const meanwhile = await transaction.store.get(name)
  if (meanwhile === undefined) await transaction.store.put(made, name)
  await transaction.done
  return meanwhile ?? made
}

/** The key of one owner's cards, made at the first need. */
export const getOwnerKey = async (database: CardDatabase, ownerTag: string): Promise<CryptoKey> =>
  (await database.get('keys', ownerTag)) ??
  keepFirst(database, ownerTag, await crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']))

/** What stands for a person on this device: the same number gives the same tag here and nowhere else. */
export const tagOf = async (database: CardDatabase, personId: string): Promise<string> => {
  const key =
    (await database.get('keys', TAG_KEY)) ?? (await keepFirst(database, TAG_KEY, await crypto.subtle.generateKey(HMAC, false, ['sign'])))
  const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(personId))
  return [...new Uint8Array(signed, 0, TAG_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

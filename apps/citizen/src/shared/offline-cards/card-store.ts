import { getOwnerKey, tagOf } from './card-keys.ts'
import { type CardDatabase, openCardDatabase, type SealedCard, type StoredLock } from './database.ts'
import { type OfflineCard, parseOfflineCard } from './offline-card.ts'

const DAY_MS = 24 * 3_600_000
/** SECURITY: a phone keeps a card for seven days after the register last said so. */
export const CARD_KEEP_MS = 7 * DAY_MS
const OWNER = 'owner'

export type HeldCard = {
  /** Stands for the person on this device. */
  readonly tag: string
  /** The signed-in person's own card, not a dependant's. */
  readonly isOwn: boolean
  readonly savedAt: number
  /** Null once it has run out. */
  readonly card: OfflineCard | null
}

/** A clock set back does not make a card live longer: what comes from more than a day ahead counts as run out. */
const isFresh = (savedAt: number, now: number): boolean => savedAt <= now + DAY_MS && now - savedAt <= CARD_KEEP_MS

const cardsOf = (ownerTag: string): IDBKeyRange => IDBKeyRange.bound(`${ownerTag}/`, `${ownerTag}/\uFFFF`)

/** Makes a person's store the open one. Whoever was signed in before has a sealed store until they sign in again. */
export const openCardStore = async (ownerId: string): Promise<void> => {
  const database = await openCardDatabase()
  await database.put('settings', await tagOf(database, ownerId), OWNER)
}

/**
 * Seals a person's card in the open store. `ownerId` is who is signed in, for a dependant's card somebody else than the person.
 * Nothing is written, and the answer is false, while another person's store is open: an answer that comes late belongs to nobody.
 */
export const saveOfflineCard = async (personId: string, card: OfflineCard, ownerId = personId, now = Date.now()): Promise<boolean> => {
  const database = await openCardDatabase()
  const ownerTag = await tagOf(database, ownerId)
  if ((await database.get('settings', OWNER)) !== ownerTag) return false
  const name = `${ownerTag}/${await tagOf(database, personId)}`
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const clear = new TextEncoder().encode(JSON.stringify(card))
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) },
    await getOwnerKey(database, ownerTag),
    clear,
  )
  const transaction = database.transaction(['settings', 'cards'], 'readwrite')
  const isStillOpen = (await transaction.objectStore('settings').get(OWNER)) === ownerTag
  if (isStillOpen) await transaction.objectStore('cards').put({ iv, data, savedAt: now }, name)
  await transaction.done
  return isStillOpen
}

/** Takes the bytes of what has run out, whoever's it is. */
const eraseRunOut = async (database: CardDatabase, now: number): Promise<void> => {
  const transaction = database.transaction('cards', 'readwrite')
  for (let cursor = await transaction.store.openCursor(); cursor !== null; cursor = await cursor.continue())
    if (cursor.value.data !== null && !isFresh(cursor.value.savedAt, now)) await cursor.update({ ...cursor.value, data: null })
  await transaction.done
}

const unseal = async (key: CryptoKey | undefined, name: string, { iv, data }: SealedCard): Promise<OfflineCard | null> => {
  if (data === null || key === undefined) return null
  try {
    const clear = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }, key, data)
    return parseOfflineCard(JSON.parse(new TextDecoder().decode(clear)))
  } catch {
    // The browser lost its key: nobody can read this any more.
    return null
  }
}

/** One look at the disk: this stands between a cold start and the card. */
const readDisk = async (database: CardDatabase) => {
  const transaction = database.transaction(['settings', 'cards', 'keys'])
  const cards = transaction.objectStore('cards')
  const [ownerTag, names, records] = await Promise.all([transaction.objectStore('settings').get(OWNER), cards.getAllKeys(), cards.getAll()])
  const key = ownerTag === undefined ? undefined : await transaction.objectStore('keys').get(ownerTag)
  await transaction.done
  return { ownerTag, key, entries: names.flatMap((name, at) => (records[at] === undefined ? [] : [{ name, sealed: records[at] }])) }
}

/** The cards of the open store, one's own first. Nothing of a sealed store is opened. */
export const listOfflineCards = async (now = Date.now()): Promise<HeldCard[]> => {
  const database = await openCardDatabase()
  const { ownerTag, key, entries } = await readDisk(database)
  const hasRunOut = ({ sealed }: (typeof entries)[number]): boolean => !isFresh(sealed.savedAt, now)
  if (entries.some((entry) => entry.sealed.data !== null && hasRunOut(entry))) await eraseRunOut(database, now)
  if (ownerTag === undefined) return []
  const own = entries.filter(({ name }) => name.startsWith(`${ownerTag}/`))
  const held = await Promise.all(
    own.map(async (entry): Promise<HeldCard> => {
      const tag = entry.name.slice(ownerTag.length + 1)
      const card = hasRunOut(entry) ? null : await unseal(key, entry.name, entry.sealed)
      return { tag, isOwn: tag === ownerTag, savedAt: entry.sealed.savedAt, card }
    }),
  )
  return held.toSorted((first, second) => Number(second.isOwn) - Number(first.isOwn))
}

/** Takes the cards of everybody else under this owner: of those whom the owner may no longer see. */
export const keepOnlyCardsOf = async (personIds: readonly string[], ownerId: string): Promise<void> => {
  const database = await openCardDatabase()
  const ownerTag = await tagOf(database, ownerId)
  const kept = await Promise.all(personIds.map(async (personId) => `${ownerTag}/${await tagOf(database, personId)}`))
  for (const name of await database.getAllKeys('cards', cardsOf(ownerTag))) if (!kept.includes(name)) await database.delete('cards', name)
}

/** Signing out: cards, key and lock of the open store are gone. Sealed stores of others stay sealed. */
export const wipeOpenCardStore = async (): Promise<void> => {
  const database = await openCardDatabase()
  const transaction = database.transaction(['settings', 'cards', 'keys', 'locks'], 'readwrite')
  const ownerTag = await transaction.objectStore('settings').get(OWNER)
  if (ownerTag !== undefined) {
    await transaction.objectStore('cards').delete(cardsOf(ownerTag))
    await transaction.objectStore('keys').delete(ownerTag)
    await transaction.objectStore('locks').delete(ownerTag)
    await transaction.objectStore('settings').delete(OWNER)
  }
  await transaction.done
}

/** Everything of one person's store, open or sealed; nothing of anybody else's. */
export const wipeCardStoreOf = async (ownerId: string): Promise<void> => {
  const database = await openCardDatabase()
  const tag = await tagOf(database, ownerId)
  const transaction = database.transaction(['settings', 'cards', 'keys', 'locks'], 'readwrite')
  await transaction.objectStore('cards').delete(cardsOf(tag))
  await transaction.objectStore('keys').delete(tag)
  await transaction.objectStore('locks').delete(tag)
  if ((await transaction.objectStore('settings').get(OWNER)) === tag) await transaction.objectStore('settings').delete(OWNER)
  await transaction.done
}

/** The lock of the open store; null when it was neither set nor refused. */
export const findCardLock = async (): Promise<StoredLock | null> => {
  const database = await openCardDatabase()
  const ownerTag = await database.get('settings', OWNER)
  return ownerTag === undefined ? null : ((await database.get('locks', ownerTag)) ?? null)
}

export const keepCardLock = async (lock: StoredLock): Promise<void> => {
  const database = await openCardDatabase()
  const ownerTag = await database.get('settings', OWNER)
  if (ownerTag !== undefined) await database.put('locks', lock, ownerTag)
}

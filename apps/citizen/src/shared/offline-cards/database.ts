import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** One card, sealed. Once it has run out the bytes are gone and only the time is left, to be told. */
export type SealedCard = {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer | null
  readonly savedAt: number
}

/** The answer to the offer of a lock: refused once and for all, or the public half of the device's own key. */
export type StoredLock = 'declined' | { readonly credentialId: ArrayBuffer; readonly publicKey: ArrayBuffer; readonly algorithm: number }

type Schema = DBSchema & {
  /** Non-extractable: one that makes tags out of numbers, and one for each owner's cards. */
  readonly keys: { readonly key: string; readonly value: CryptoKey }
  /** By `owner tag/person tag`: no number and no name stands on the disk in clear. */
  readonly cards: { readonly key: string; readonly value: SealedCard }
  readonly locks: { readonly key: string; readonly value: StoredLock }
  /** `owner` → the tag of the person who signed in last and did not sign out. */
  readonly settings: { readonly key: string; readonly value: string }
}

export type CardDatabase = IDBPDatabase<Schema>

const NAME = 'an-sinh-cards'
const VERSION = 1

let opened: Promise<CardDatabase> | null = null

/** Apart from drafts and unsent items, so that making room there never reaches a card. */
export const openCardDatabase = async (): Promise<CardDatabase> => {
  opened ??= openDB<Schema>(NAME, VERSION, {
    upgrade: (database) => {
      database.createObjectStore('keys')
      database.createObjectStore('cards')
      database.createObjectStore('locks')
      database.createObjectStore('settings')
    },
    // Another tab brings a newer version: let go, so that it does not wait for us.
    blocking: () => {
      void opened?.then((database) => database.close())
      opened = null
    },
    terminated: () => {
      opened = null
    },
  })
  return opened
}

import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** One remembered name, sealed; `savedAt` orders the list without opening anything. */
export type SealedName = { readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer; readonly savedAt: number }

type Schema = DBSchema & {
  /** Non-extractable: it can be used here and copied nowhere. */
  readonly keys: { readonly key: string; readonly value: CryptoKey }
  /** By a random id: no number and no name stands on the disk in clear. */
  readonly names: { readonly key: string; readonly value: SealedName }
}

export type FamilyDatabase = IDBPDatabase<Schema>

let opened: Promise<FamilyDatabase> | null = null

/** Apart from cards and drafts: signing out wipes those, and a name stays as long as its owner wants. */
export const openFamilyDatabase = async (): Promise<FamilyDatabase> => {
  opened ??= openDB<Schema>('an-sinh-family', 1, {
    upgrade: (database) => {
      database.createObjectStore('keys')
      database.createObjectStore('names')
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

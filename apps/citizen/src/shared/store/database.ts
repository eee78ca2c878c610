import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** Bytes that only this browser can open again. */
export type Sealed = {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
  readonly touchedAt: number
  readonly owner: string
}

type Schema = DBSchema & {
  /** Non-extractable keys: they can be used here and copied nowhere. */
  readonly keys: { readonly key: string; readonly value: CryptoKey }
  readonly sealed: { readonly key: string; readonly value: Sealed }
}

export type Database = IDBPDatabase<Schema>

const NAME = 'an-sinh'
const VERSION = 1

let opened: Promise<Database> | null = null

/** The one database of the app; opened at the first need, so that the start page does without. */
export const openDatabase = async (): Promise<Database> => {
  opened ??= openDB<Schema>(NAME, VERSION, {
    upgrade: (database) => {
      database.createObjectStore('keys')
      database.createObjectStore('sealed')
    },
    // Another tab brings a newer version: let go, so that it does not wait for us.
    blocking: () => void opened?.then((database) => database.close()),
    terminated: () => {
      opened = null
    },
  })
  return opened
}

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

const forget = (): void => {
  opened = null
}

const open = async (version: number | undefined): Promise<Database> =>
  openDB<Schema>(NAME, version, {
    upgrade: (database, before) => {
      if (before > 0) return
      database.createObjectStore('keys')
      database.createObjectStore('sealed')
    },
    // Another tab brings a newer version: let go, so that it does not wait for us.
    blocking: (_now, _wanted, event) => {
      forget()
      ;(event.target as IDBDatabase | null)?.close()
    },
    terminated: forget,
  })

/** Newer builds only add to the database: a page of an older one, open in another tab, goes on writing into it. */
const openAny = async (): Promise<Database> => {
  try {
    return await open(VERSION)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'VersionError') throw error
    return open(undefined)
  }
}

/** The one database of the app; opened at the first need, so that the start page does without. */
export const openDatabase = async (): Promise<Database> => {
  opened ??= openAny().catch((error: unknown) => {
    forget()
    throw error
  })
  return opened
}

/** Does `work` on the database; once more on a fresh connection when this one was closed under its hands. */
export const withDatabase = async <Result>(work: (database: Database) => Promise<Result>): Promise<Result> => {
  try {
    return await work(await openDatabase())
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'InvalidStateError') throw error
    forget()
    return work(await openDatabase())
  }
}

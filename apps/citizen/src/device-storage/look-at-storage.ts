import { listDrafts } from '../shared/draft/draft-store.ts'
import { listHeldCards } from '../shared/offline-cards/index.ts'
import { listLetters } from '../shared/outbox/letter-store.ts'

export type Kept = {
  /** Null where the browser does not say. */
  readonly usedBytes: number | null
  readonly quotaBytes: number | null
  readonly isSafe: boolean
  readonly cards: number
  readonly letters: number
  readonly drafts: number
  readonly shellFiles: number
}

const countShell = async (): Promise<number> => {
  if (!('caches' in window)) return 0
  const counts = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** What a browser that keeps nothing answers with an error is nothing. */
const orNone = async (count: Promise<number>): Promise<number> => count.catch(() => 0)

/** Everything this app keeps in this browser, counted; nothing is opened that is not the person's own. */
export const lookAtStorage = async (): Promise<Kept> => {
  // Missing in some browsers and outside a secure page, whatever the type library says.
  const storage = (navigator as { readonly storage?: StorageManager }).storage
  const { usage, quota } = (await storage?.estimate?.().catch(() => undefined)) ?? {}
  const [cards, letters, drafts, shellFiles] = await Promise.all([
    orNone(listHeldCards().then((held) => held.filter(({ card }) => card !== null).length)),
    orNone(listLetters().then((known) => known.letters.length + known.unreadable.length)),
    orNone(listDrafts().then((known) => known.length)),
    orNone(countShell()),
  ])
  const isSafe = (await storage?.persisted?.().catch(() => false)) ?? false
  return { usedBytes: usage ?? null, quotaBytes: quota ?? null, isSafe, cards, letters, drafts, shellFiles }
}

export const askForSafety = async (): Promise<boolean> => navigator.storage.persist()

/** Drops the stored app and the look-up lists, and loads both anew. The databases with cards, letters and drafts are not touched. */
export const repair = async (): Promise<void> => {
  if ('serviceWorker' in navigator)
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
  if ('caches' in window) for (const name of await caches.keys()) await caches.delete(name)
  location.reload()
}

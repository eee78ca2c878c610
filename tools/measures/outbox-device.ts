import { IDBFactory } from 'fake-indexeddb'

import type { Outbox, PageGlobals } from './outbox-bundle.ts'

/** A phone: what lies on its disk, whether it has a network, and who is signed in at the server. */
export type Device = { disk: IDBFactory; online: boolean; session: string | null; life: Life | null }
/** One page, from its opening to its end. */
export type Life = { outbox: Outbox; kill: () => void; isAlive: () => boolean }

/** A pause of the product's, here: five minutes are three seconds. */
const FASTER = 100
/** How long a call waits for its answer is not shortened: the machine that runs many phones at once is slower, not faster. */
const PATIENCE_MS = 25_000
const never = async (): Promise<never> => new Promise(() => undefined)

export const makeDevice = (): Device => ({ disk: new IDBFactory(), online: true, session: null, life: null })

const makeLocks = (): { request: (name: string, work: () => Promise<void>) => Promise<void> } => {
  let last: Promise<void> = Promise.resolve()
  return {
    request: async (_name, work) => {
      const mine = last.then(work)
      last = mine.catch(() => undefined)
      return mine
    },
  }
}

/** After the kill nothing that was begun goes on: no answer arrives, no clock rings, the database is closed under the page's hands. */
export function openPage(device: Device, make: (globals: PageGlobals) => Outbox, far: { url: string; run: string }): Life {
  let alive = true
  const opened: IDBDatabase[] = []
  const whileAlive = async <T>(work: Promise<T>): Promise<T> => {
    try {
      const value = await work
      return alive ? value : await never()
    } catch (error) {
      if (alive) throw error
      return never()
    }
  }
  const subtle = new Proxy(crypto.subtle, {
    get: (target, name: keyof SubtleCrypto) => {
      const method = target[name] as unknown as (...parameters: unknown[]) => Promise<unknown>
      return async (...parameters: unknown[]) => (alive ? whileAlive(method.apply(target, parameters)) : never())
    },
  })
  const go = async (url: string, init: RequestInit): Promise<Response> => {
    if (!device.online) throw new TypeError('Failed to fetch')
    const session = device.session === null ? {} : { 'x-session': device.session }
    return fetch(new URL(url, far.url), { ...init, headers: { ...(init.headers as Record<string, string>), ...session, 'x-run': far.run } })
  }
  const globals: PageGlobals = {
    indexedDB: {
      open: (name: string, version: number) => {
        const request = device.disk.open(name, version)
        request.addEventListener('success', () => (alive ? opened.push(request.result) : request.result.close()))
        return request
      },
    },
    fetch: async (url: string, init: RequestInit) => (alive ? whileAlive(go(url, init)) : never()),
    setTimeout: (work: () => void, ms: number) =>
      setTimeout(() => (alive ? work() : undefined), ms === PATIENCE_MS ? ms : Math.max(1, ms / FASTER)),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
    navigator: { locks: makeLocks() },
    crypto: {
      subtle,
      randomUUID: () => crypto.randomUUID(),
      getRandomValues: (into: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(into),
    },
    localStorage: { getItem: () => null },
  }
  const outbox = make(globals)
  return {
    outbox,
    /** A page that is gone tells nobody that something was taken. */
    isAlive: () => alive,
    kill: () => {
      alive = false
      for (const database of opened) database.close()
    },
  }
}

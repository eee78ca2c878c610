import { findPersonTag } from '../outbox/current-person.ts'
import { call } from '../api/call.ts'
import { findStoredLanguage } from '@an-sinh/ui'

/** Long after the page stands: nothing that the person waits for shares the line with it. */
const BEGIN_AFTER_MS = 15_000
const PAUSE_MS = 400

let begun = false

const pause = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const savesData = (): boolean => {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean; readonly effectiveType?: string } }
  return connection?.saveData === true || connection?.effectiveType === '2g' || connection?.effectiveType === 'slow-2g'
}

const isKept = async (provinceCode: string): Promise<boolean> =>
  (await caches.match(`/api/wards?${new URLSearchParams({ provinceCode }).toString()}`)) !== undefined

/**
 * Provinces and wards of the whole country for the phone of a signed-in person, once, one small list after another: a form that asks for an
 * address opens cold without a network. The service worker keeps them. Nothing on a line that costs the person much.
 */
export const warmPlaces = async (): Promise<void> => {
  await pause(BEGIN_AFTER_MS)
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null
  if (worker === null || !navigator.onLine || savesData()) return
  if (begun || (await findPersonTag()) === null) return
  begun = true
  // The help centre is short, and asked for most where nothing else works.
  await call('GET /api/help-articles', { query: { language: findStoredLanguage() } })
  for (const { code } of (await call('GET /api/provinces', {})).provinces) {
    if (await isKept(code)) continue
    await call('GET /api/wards', { query: { provinceCode: code } })
    await pause(PAUSE_MS)
  }
}

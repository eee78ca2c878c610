import type { LookupPackage } from '@an-sinh/contract'
import { call, fillUrl } from '../shared/api/call.ts'

/** Provinces that were looked at lie here, also before the service worker took over; “Bộ nhớ” empties it with the rest. */
const CACHE = 'lookup-packages-1'
const PROVINCE = 'an-sinh-lookup-province'

const urlOf = (provinceCode: string): string => fillUrl('/api/lookup-packages/:provinceCode', { params: { provinceCode } })

/** The province as it was last fetched; null when it never was. */
export const findKeptPackage = async (provinceCode: string): Promise<LookupPackage | null> => {
  if (!('caches' in globalThis)) return null
  const kept = await caches.match(urlOf(provinceCode), { cacheName: CACHE })
  return kept === undefined ? null : ((await kept.json()) as LookupPackage)
}

/** The province from the server, kept for the time without a network. */
export const fetchPackage = async (provinceCode: string): Promise<LookupPackage> => {
  const fresh = await call('GET /api/lookup-packages/:provinceCode', { params: { provinceCode } })
  if ('caches' in globalThis) {
    const headers = { 'content-type': 'application/json' }
    // A full store loses the offline copy, not the answer.
    await caches
      .open(CACHE)
      .then(async (cache) => cache.put(urlOf(provinceCode), new Response(JSON.stringify(fresh), { headers })))
      .catch(() => undefined)
  }
  return fresh
}

/** The province somebody looked at last: a place, not a person. */
export const readProvince = (): string | null => {
  try {
    return localStorage.getItem(PROVINCE)
  } catch {
    return null
  }
}

export const keepProvince = (provinceCode: string | null): void => {
  try {
    if (provinceCode === null) localStorage.removeItem(PROVINCE)
    else localStorage.setItem(PROVINCE, provinceCode)
  } catch {
    // Without a store the choice lasts as long as the page.
  }
}

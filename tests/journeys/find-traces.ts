import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

/** Keeps every address that a page asks for or stands at. */
export function watchAddresses(page: Page, addresses: string[]): void {
  page.on('request', (request) => addresses.push(request.url(), request.headers()['referer'] ?? ''))
  page.on('framenavigated', (frame) => addresses.push(frame.url()))
}

const readStores = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    )
    return {
      localStorage: JSON.stringify({ ...localStorage }),
      sessionStorage: JSON.stringify({ ...sessionStorage }),
      'cached answers of the API': cached
        .flat()
        .filter((url) => new URL(url).pathname.startsWith('/api/'))
        .join(' '),
    }
  })

const readLogs = (): Record<string, string> => {
  const folder = join(process.env['ANSINH_JOURNEY_DATA'] ?? '', 'logs')
  const names = readdirSync(folder)
  if (names.length === 0) throw new Error(`no log in ${folder}: nothing was looked at`)
  return Object.fromEntries(names.map((name) => [`log ${name}`, readFileSync(join(folder, name), 'utf8')]))
}

/** Where words of the canary stand outside the stores made for people, as "place: word"; case is ignored, percent signs are read. */
export async function listTraces(canary: readonly string[], addresses: readonly string[], pages: readonly Page[]): Promise<string[]> {
  const places: Record<string, string> = { ...readLogs(), addresses: addresses.map((address) => decodeURIComponent(address)).join('\n') }
  for (const page of pages)
    for (const [name, text] of Object.entries(await readStores(page))) places[`${name} of ${new URL(page.url()).host}`] = text
  return Object.entries(places).flatMap(([place, text]) => {
    const folded = text.toLowerCase()
    return canary.filter((word) => word !== '' && folded.includes(word.toLowerCase())).map((word) => `${place}: ${word}`)
  })
}

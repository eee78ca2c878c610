import { gzipSync } from 'node:zlib'

import type { Browser } from '@playwright/test'

import { buildWebApps } from '../launch/build-web-app.ts'
import { type Measure, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { CONTEXT, openBrowser } from './open-browser.ts'
import { startSystem } from './running-system.ts'

const JS_KB = 60
const ALL_KB = 200
/** Whatever the page still wants of its own accord after it is quiet belongs to the first load too. */
const LINGER_MS = 3000

type Loaded = { url: string; type: string; wireBytes: number; gzipBytes: number }

/** Everything a browser with an empty cache fetches for the start page. Service worker blocked: what it would fetch later is no first load. */
async function loadStartPage(browser: Browser, url: string): Promise<Loaded[]> {
  const context = await browser.newContext({ ...CONTEXT, viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const loaded = new Map<string, Loaded>()
  session.on('Network.responseReceived', ({ requestId, type, response }) =>
    loaded.set(requestId, { url: response.url, type, wireBytes: 0, gzipBytes: 0 }),
  )
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = loaded.get(requestId)
    if (one !== undefined) one.wireBytes = encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForTimeout(LINGER_MS)
  for (const [requestId, one] of loaded) {
    const body = await session.send('Network.getResponseBody', { requestId }).catch(() => null)
    if (body !== null) one.gzipBytes = gzipSync(Buffer.from(body.body, body.base64Encoded ? 'base64' : 'utf8'), { level: 9 }).length
  }
  await context.close()
  return [...loaded.values()]
}

const kilobytes = (loaded: readonly Loaded[], key: 'wireBytes' | 'gzipBytes'): number =>
  rounded(loaded.reduce((sum, one) => sum + one[key], 0) / 1000, 1)

/** The start page of the citizen app, counted by a real browser. */
export const measure: Measure = {
  name: 'first-load',
  run: async ({ reference, tell }) => {
    await buildWebApps()
    const system = await startSystem({ durable: false, worker: false })
    const browser = await openBrowser()
    try {
      const loaded = await loadStartPage(browser, `${system.citizenUrl}/`)
      for (const one of loaded)
        tell(
          `${one.type.padEnd(12)} ${String(one.wireBytes).padStart(8)} on the wire, ${String(one.gzipBytes).padStart(8)} gzip  ${new URL(one.url).pathname}`,
        )
      const scripts = loaded.filter((one) => one.type === 'Script')
      const ref = rounded(reference.measure(), 1)
      const [js, all] = [kilobytes(scripts, 'wireBytes'), kilobytes(loaded, 'wireBytes')]
      const parts: MeasureLine[] = [
        {
          name: 'first-load.js',
          value: js,
          unit: 'kB of JS on the wire',
          bar: `≤ ${JS_KB}`,
          ok: js > 0 && js <= JS_KB,
          ref,
          gzip: kilobytes(scripts, 'gzipBytes'),
          files: scripts.length,
        },
        {
          name: 'first-load.all',
          value: all,
          unit: 'kB in all on the wire',
          bar: `≤ ${ALL_KB}`,
          ok: all > 0 && all <= ALL_KB,
          ref,
          files: loaded.length,
        },
      ]
      return [...parts, sumParts('first-load', parts)]
    } finally {
      await browser.close()
      await system.stop()
    }
  },
}

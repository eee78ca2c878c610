import { createServer } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { BrowserContext, Page } from '@playwright/test'

import { buildWebApps } from '../launch/build-web-app.ts'
import { type Measure, type MeasureLine, percentile, rounded, sumParts } from './measure-line.ts'
import { openPhone } from './open-phone.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { makeSignedInPersons } from './signed-in-persons.ts'

const RUNS = 20
const BAR_MS = 1000
const SLOWER = 4
const CARD = '/ca-nhan/the'

/** The moment of the page's time line at which the card's number was on the screen (W3C Element Timing). */
const readPaintedAt = (page: Page): Promise<number> =>
  page.evaluate(
    async () =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error('the card was never painted')), 30_000)
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if ('identifier' in entry && entry.identifier === 'health-card') resolve(Number('renderTime' in entry ? entry.renderTime : 0))
        }).observe({ type: 'element', buffered: true })
      }),
  )

/** As a person does it once: signed in, the card looked at, the app's shell kept. */
async function prepare(system: RunningSystem, profile: string): Promise<void> {
  const [cookie = ''] = await makeSignedInPersons(system.owner, 1)
  const [name = '', value = ''] = cookie.split(/=(.*)/su)
  const phone = await openPhone(profile)
  await phone.addCookies([{ name, value, url: system.citizenUrl.replace('http:', 'https:'), secure: true, httpOnly: true }])
  const page = await phone.newPage()
  await page.goto(`${system.citizenUrl}/ca-nhan`)
  await page.locator('.hc-number').waitFor({ timeout: 60_000 })
  await page.evaluate(async () => navigator.serviceWorker.ready.then(() => undefined))
  await page.goto(`${system.citizenUrl}${CARD}`)
  await page.locator('.hc-number').waitFor({ timeout: 60_000 })
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 })
  await page.waitForTimeout(2000)
  await phone.close()
}

/** What page and worker wanted from the network; what the worker answered from its own store is no call. */
function watchCalls(phone: BrowserContext, calls: string[]): void {
  phone.on('request', (request) => {
    if (request.serviceWorker() !== null) calls.push(`worker: ${request.url()}`)
  })
  phone.on('requestfailed', (request) => calls.push(`failed: ${request.url()}`))
  phone.on('response', (response) => {
    if (/^https?:/u.test(response.url()) && !response.fromServiceWorker()) calls.push(response.url())
  })
}

async function openOnce(url: string, profile: string, calls: string[]): Promise<{ paintedMs: number; text: string }> {
  const phone = await openPhone(profile)
  try {
    await phone.setOffline(true)
    watchCalls(phone, calls)
    const page = await phone.newPage()
    const session = await phone.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.goto(url)
    const paintedMs = await readPaintedAt(page)
    // What the page would still like to ask once it is quiet belongs to it too.
    await page.waitForTimeout(1500)
    return { paintedMs, text: await page.locator('main').innerText() }
  } finally {
    await phone.close()
  }
}

/** Stands at the server's place and counts whatever still arrives. */
async function listen(port: number, arrived: string[]): Promise<() => Promise<void>> {
  const server = createServer((request) => {
    arrived.push(request.url ?? '')
    request.socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(port, () => resolve()))
  return async () => void (await new Promise((resolve) => server.close(resolve)))
}

/** The installed app opens the card without a network: a new browser process each time, the profile kept, the processor four times slower. */
export const measure: Measure = {
  name: 'card-offline',
  run: async ({ reference, tell }) => {
    await buildWebApps()
    const system = await startSystem({ durable: false, worker: false })
    const profile = mkdtempSync(join(tmpdir(), 'an-sinh-phone-'))
    try {
      await prepare(system, profile)
      await system.kill('http')
      const [calls, arrived]: [string[], string[]] = [[], []]
      const stop = await listen(Number(new URL(system.citizenUrl).port), arrived)
      const times: number[] = []
      for (let run = 0; run < RUNS; run += 1) {
        const { paintedMs, text } = await openOnce(`${system.citizenUrl}${CARD}`, profile, calls)
        times.push(paintedMs)
        if (run === 0) tell(text.replaceAll('\n', ' · ').slice(0, 300))
        tell(`${run + 1}: ${paintedMs.toFixed(0)} ms`)
      }
      await stop()
      for (const call of new Set([...calls, ...arrived])) tell(`call: ${call}`)
      const ref = rounded(reference.measure(), 1)
      const p95 = rounded(percentile(times, 0.95), 0)
      const parts: MeasureLine[] = [
        {
          name: 'card-offline.painted',
          value: p95,
          unit: 'ms from navigationStart to the painted number, p95',
          bar: `≤ ${BAR_MS}`,
          ok: times.length === RUNS && p95 <= BAR_MS,
          ref,
          median: rounded(percentile(times, 0.5), 0),
          runs: times.length,
          slower: SLOWER,
        },
        {
          name: 'card-offline.calls',
          value: calls.length + arrived.length,
          unit: 'network calls',
          bar: '= 0',
          ok: calls.length + arrived.length === 0,
          ref,
        },
      ]
      return [...parts, sumParts('card-offline', parts)]
    } finally {
      await system.stop()
      rmSync(profile, { recursive: true, force: true })
    }
  },
}

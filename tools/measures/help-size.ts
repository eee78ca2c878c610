import type { Browser, Page } from '@playwright/test'

import { buildWebApps } from '../launch/build-web-app.ts'
import { layLookupData } from './lookup-data.ts'
import { measurePackages, PACKAGE_BYTES } from './lookup-packages.ts'
import { readLists } from './lookup-queries.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { CONTEXT, openBrowser } from './open-browser.ts'
import { startSystem } from './running-system.ts'

/** The app's own budgets, see first-load. */
const START_JS_KB = 60
const ALL_KB = 200
/** What the map may add to the screen that shows it. */
const MAP_KB = 60

/** Opened cold, each by itself, as from a link that somebody sent. */
const SCREENS = [
  'tra-cuu',
  'tra-cuu/co-so-kham-chua-benh',
  'tra-cuu/co-quan-bhxh',
  'tra-cuu/co-quan-bhxh/101',
  'tra-cuu/diem-thu',
  'tra-cuu/don-vi-tham-gia',
  'tra-cuu/xa-phuong',
  'tra-cuu/ma-so',
  'tro-giup',
  'tro-giup/quen-mat-khau',
  'tro-giup/hoi',
  'kiem-tra',
  'kiem-tra/000000000000',
] as const

type Loaded = { js: number; css: number; all: number; files: string[] }

/** Adds up what the page fetches, as it comes over the wire. */
async function countOn(page: Page): Promise<() => Loaded> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const kinds = new Map<string, { type: string; url: string }>()
  const loaded: Loaded = { js: 0, css: 0, all: 0, files: [] }
  session.on('Network.responseReceived', ({ requestId, type, response }) => kinds.set(requestId, { type, url: response.url }))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind === undefined) return
    const kb = encodedDataLength / 1000
    loaded.all += kb
    if (kind.type === 'Script') loaded.js += kb
    if (kind.type === 'Stylesheet') loaded.css += kb
    if (kind.type === 'Script' || kind.type === 'Stylesheet') loaded.files.push(new URL(kind.url).pathname)
  })
  return () => ({ ...loaded, files: [...loaded.files] })
}

/** A phone with an empty cache. Service worker blocked: what it would fetch later is no part of the screen. */
async function openCold(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ ...CONTEXT, viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  return context.newPage()
}

async function measureScreen(browser: Browser, url: string): Promise<Loaded> {
  const page = await openCold(browser)
  const read = await countOn(page)
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.locator('h1').waitFor()
  await page.context().close()
  return read()
}

/** What pressing “Bản đồ” adds, and that nothing of it came before. */
async function measureMap(browser: Browser, citizenUrl: string): Promise<{ added: number; files: string[] }> {
  const page = await openCold(browser)
  const read = await countOn(page)
  await page.goto(`${citizenUrl}/tra-cuu/co-quan-bhxh`, { waitUntil: 'networkidle' })
  const before = read()
  await page.getByRole('tab', { name: 'Bản đồ' }).click()
  await page.locator('.map-mark').first().waitFor()
  await page.waitForLoadState('networkidle')
  const after = read()
  await page.context().close()
  return { added: after.js + after.css - before.js - before.css, files: after.files.filter((file) => !before.files.includes(file)) }
}

async function run({ reference, tell }: MeasureContext): Promise<MeasureLine[]> {
  const directory = process.env['ANSINH_REFERENCE_DIR'] ?? ''
  if (directory === '') throw new Error('ANSINH_REFERENCE_DIR names the outside reference data')
  await buildWebApps()
  const system = await startSystem({ durable: false, worker: false })
  const browser = await openBrowser()
  try {
    const laid = await layLookupData(system.owner, directory)
    const start = await measureScreen(browser, `${system.citizenUrl}/`)
    const screens: { screen: string; loaded: Loaded }[] = []
    for (const screen of SCREENS) {
      const loaded = await measureScreen(browser, `${system.citizenUrl}/${screen}`)
      tell(`${screen.padEnd(32)} ${loaded.js.toFixed(1)} kB JS, ${loaded.css.toFixed(1)} kB CSS, ${loaded.all.toFixed(1)} kB in all`)
      screens.push({ screen, loaded })
    }
    const map = await measureMap(browser, system.citizenUrl)
    const early = [start, ...screens.map(({ loaded }) => loaded)].filter(({ files }) => files.some((file) => map.files.includes(file)))
    const packages = await measurePackages(system.citizenUrl, [...readLists(directory).provinces.keys()])
    const ref = rounded(reference.measure(), 1)
    const heaviest = screens.toSorted((one, other) => other.loaded.all - one.loaded.all)[0]
    const all = rounded(heaviest?.loaded.all ?? 0, 1)
    const most = (name: string, value: number, unit: string, bar: number, rest: object = {}): MeasureLine => ({
      name: `help-size.${name}`,
      value,
      unit,
      bar: `≤ ${bar}`,
      ok: value > 0 && value <= bar,
      ref,
      ...rest,
    })
    const parts = [
      most('start', rounded(start.js, 1), 'kB of JS on the wire, start page', START_JS_KB),
      most('screen', all, 'kB in all on the wire, heaviest screen opened cold', ALL_KB, {
        screen: heaviest?.screen,
        js: rounded(Math.max(...screens.map(({ loaded }) => loaded.js)), 1),
      }),
      most('map', rounded(map.added, 1), 'kB of JS and CSS that the map adds where it is shown', MAP_KB, { files: map.files.length }),
      {
        name: 'help-size.elsewhere',
        value: early.length,
        unit: 'screens that fetch the map without showing it',
        bar: '0',
        ok: early.length === 0,
        ref,
      },
      most('package', packages.largest, 'bytes of the largest province', PACKAGE_BYTES, { province: packages.of, ...laid }),
    ]
    return [...parts, sumParts('help-size', parts)]
  } finally {
    await browser.close()
    await system.stop()
  }
}

/** Look-ups, help, map and check as a phone fetches them; the province that it keeps. */
export const measure: Measure = { name: 'help-size', run }

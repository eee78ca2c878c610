import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, Page } from '@playwright/test'

import { buildWebApps } from '../launch/build-web-app.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded } from './measure-line.ts'
import { CONTEXT, openBrowser } from './open-browser.ts'
import { startSystem } from './running-system.ts'
import { PERSON, walkLetter } from './walk-letter.ts'

const REFUSED = 400
/** What must stand nowhere but in the stores made for people. */
const CANARY = [PERSON.fullName, PERSON.nationalId, PERSON.insuranceNumber, PERSON.phone, PERSON.phone.slice(1)]

type Seen = { addresses: string[]; errors: string[] }

/** Keeps every address a page asks for or stands at, and the body of every answer that refuses. */
function watch(page: Page, { addresses, errors }: Seen): void {
  page.on('request', (request) => addresses.push(request.url(), request.headers()['referer'] ?? ''))
  page.on('framenavigated', (frame) => addresses.push(frame.url()))
  page.on('response', (response) => {
    if (response.status() >= REFUSED)
      void response.text().then(
        (body) => errors.push(body),
        () => undefined,
      )
  })
}

/** Everything the page's origin keeps, as text: sealed bytes stay bytes. */
const readStores = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const toText = (_name: string, value: unknown): unknown =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder('utf-8').decode(value)
        : value instanceof Map
          ? [...value.entries()]
          : value
    const asked = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error('not read')))
      })
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }]
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name ?? ''))
      for (const store of database.objectStoreNames) {
        const reader = database.transaction(store).objectStore(store)
        kept.push(name, store, await asked(reader.getAllKeys()), await asked(reader.getAll()))
      }
      database.close()
    }
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    )
    return JSON.stringify([...kept, cached], toText)
  })

const listTraces = (places: Readonly<Record<string, string>>): string[] =>
  Object.entries(places).flatMap(([place, text]) => {
    const folded = text.toLowerCase()
    return CANARY.filter((word) => folded.includes(word.toLowerCase())).map((word) => `${place}: ${word}`)
  })

const decode = (address: string): string => {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const openPage = async (browser: Browser, width: number, seen: Seen): Promise<Page> => {
  const page = await (await browser.newContext({ ...CONTEXT, viewport: { width, height: 768 } })).newPage()
  page.setDefaultTimeout(60_000)
  watch(page, seen)
  return page
}

async function measureCanary(context: MeasureContext): Promise<MeasureLine[]> {
  await buildWebApps()
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-canary-'))
  const logFile = join(folder, 'log')
  const system = await startSystem({ durable: false, logFile })
  const browser = await openBrowser()
  const seen: Seen = { addresses: [], errors: [] }
  let stores = ''
  try {
    const [phone, desk] = [await openPage(browser, 360, seen), await openPage(browser, 1366, seen)]
    // While signed in, not only at the end: signing out wipes.
    const look = async (page: Page): Promise<void> => {
      stores += await readStores(page)
    }
    await walkLetter({ system, phone, desk, look })
    const places = {
      log: readFileSync(logFile, 'utf8'),
      addresses: seen.addresses.map(decode).join('\n'),
      'error bodies': seen.errors.join('\n'),
      'browser stores': stores,
      metrics: await (await fetch(`${system.operationsUrl}/metrics`)).text(),
    }
    const empty = Object.entries(places).filter(([, text]) => text === '')
    const traces = listTraces(places)
    for (const trace of traces) context.tell(trace)
    return [
      {
        name: 'canary',
        value: traces.length,
        unit: `traces of one person in ${Object.entries(places)
          .map(([place, text]) => `${place} (${text.length})`)
          .join(', ')}`,
        bar: '0',
        ok: traces.length === 0 && empty.length === 0,
        ref: rounded(context.reference.measure(), 1),
      },
    ]
  } finally {
    await browser.close()
    await system.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One person's whole way through both apps, and then nothing of theirs in logs, addresses, error bodies, browser stores, metrics. */
export const measure: Measure = { name: 'canary', run: measureCanary }

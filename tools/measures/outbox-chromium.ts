import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { BrowserContext, Page } from '@playwright/test'

import { buildWebApps } from '../launch/build-web-app.ts'
import type { Measure } from './measure-line.ts'
import { sumParts } from './measure-line.ts'
import { openPhone } from './open-phone.ts'
import { makeChance } from './outbox-chance.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { listCardHolders, signInPersons } from './signed-in-persons.ts'

const RUNS = 200
/** A browser begun in the middle of other work is slow; what hangs is told after this. */
const HOME_MS = 120_000
const FORM = 'ca-nhan/du-lieu/yeu-cau/moi'
const WEATHER = ['fine', 'offline', 'cut', 'answer-lost', 'busy'] as const
type Weather = (typeof WEATHER)[number]
export type Counts = { lost: number; doubled: number; stuck: number; seen: number; killed: number }

const signIn = async (phone: BrowserContext, url: string, cookie: string): Promise<void> => {
  const [name = '', value = ''] = cookie.split(/=(.*)/su)
  await phone.clearCookies()
  await phone.addCookies([{ name, value, url: url.replace('http:', 'https:'), secure: true, httpOnly: true }])
}

/** What becomes of the request that carries the letter. */
async function makeWeather(phone: BrowserContext, page: Page, weather: Weather): Promise<void> {
  if (weather === 'offline') return phone.setOffline(true)
  await page.route('**/api/me/data-requests', async (route) => {
    if (route.request().method() !== 'POST' || weather === 'fine') return route.continue()
    if (weather === 'cut') return route.abort('connectionreset')
    if (weather === 'busy') return route.fulfill({ status: 503, contentType: 'application/json', body: '{}' })
    // The browser may die while the server answers.
    await route.fetch().catch(() => undefined)
    return route.abort('connectionreset').catch(() => undefined)
  })
}

/** The whole browser process dies at once, without a chance to write anything more. */
async function crash(phone: BrowserContext): Promise<void> {
  const closed = phone.waitForEvent('close')
  const session = await phone.browser()?.newBrowserCDPSession()
  session?.send('Browser.crash').catch(() => undefined)
  await closed
}

/** The signed-in home page; what stood there instead is told. */
async function openHome(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/ca-nhan`)
  await page
    .getByRole('link', { name: 'Dữ liệu của tôi' })
    .waitFor({ timeout: HOME_MS })
    .catch(async (error: unknown) => {
      throw new Error(`no home page, but: ${await page.locator('body').innerText()}`, { cause: error })
    })
}

/** Typed, sent, and killed some moment after. */
async function write(profile: string, url: string, cookie: string, words: string, chance: () => number): Promise<boolean> {
  const phone = await openPhone(profile)
  await signIn(phone, url, cookie)
  const page = await phone.newPage()
  await openHome(page, url)
  await page.goto(`${url}/${FORM}`)
  await page.getByLabel('Hạn chế việc dùng dữ liệu của tôi').check()
  await page.getByLabel('Nói rõ hơn').fill(words)
  await makeWeather(phone, page, WEATHER[Math.floor(chance() * WEATHER.length)] ?? 'fine')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  const isKilled = chance() < 0.8
  await page.waitForTimeout(chance() * 800)
  if (isKilled) await crash(phone)
  else await phone.close()
  return isKilled
}

/** Somebody else takes the phone: nothing of it is shown, and nothing leaves under their name. */
async function lookAsAnother(profile: string, url: string, cookie: string, words: string): Promise<boolean> {
  const phone = await openPhone(profile)
  await signIn(phone, url, cookie)
  const page = await phone.newPage()
  await openHome(page, url)
  await page.goto(`${url}/ca-nhan/cho-gui`)
  await page.getByText('Không còn gì chờ gửi.').waitFor()
  const told = await page.locator('main').innerText()
  await phone.close()
  return told.includes(words) || told.includes('Hạn chế việc dùng')
}

/** Fair weather: what waits leaves by itself, or says why; what was never taken is still in the form as typed. */
async function comeBack(profile: string, url: string, cookie: string): Promise<{ isQuiet: boolean; typed: string }> {
  const phone = await openPhone(profile)
  await signIn(phone, url, cookie)
  const page = await phone.newPage()
  await openHome(page, url)
  await page.goto(`${url}/ca-nhan/cho-gui`)
  const isQuiet = await page
    .getByText('Không còn gì chờ gửi.')
    .waitFor({ timeout: 20_000 })
    .then(() => true)
    .catch(() => false)
  // Once more after the resumed sending: the page may have been drawn before the disk was read.
  await page.waitForTimeout(2500)
  await page.goto(`${url}/${FORM}`)
  const typed = await page.getByLabel('Nói rõ hơn').inputValue()
  await phone.close()
  return { isQuiet, typed }
}

/** One phone, one letter, one death. */
export async function runBrowser(
  system: Pick<RunningSystem, 'owner' | 'citizenUrl'>,
  seed: number,
  [cookie = '', another = '']: readonly string[],
): Promise<Counts> {
  const chance = makeChance(seed)
  const profile = mkdtempSync(join(tmpdir(), 'an-sinh-outbox-'))
  const words = `thư ${seed} ${Math.floor(chance() * 1e9)}`
  try {
    const killed = await write(profile, system.citizenUrl, cookie, words, chance)
    const seen = chance() < 0.25 && (await lookAsAnother(profile, system.citizenUrl, another, words))
    const { isQuiet, typed } = await comeBack(profile, system.citizenUrl, cookie)
    const rows = await system.owner<{ n: number }[]>`SELECT count(*)::int AS n FROM data_requests WHERE what = ${words}`
    const arrived = rows[0]?.n ?? 0
    const isLost = arrived === 0 && isQuiet && typed !== words
    return { lost: Number(isLost), doubled: Number(arrived > 1), stuck: Number(!isQuiet), seen: Number(seen), killed: Number(killed) }
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

export const measure: Measure = {
  name: 'outbox-chromium',
  run: async ({ tell, runs, reference }) => {
    await buildWebApps()
    const total = runs ?? RUNS
    const system = await startSystem({ durable: false })
    const sum: Counts = { lost: 0, doubled: 0, stuck: 0, seen: 0, killed: 0 }
    try {
      const [another = '', ...persons] = await listCardHolders(system.owner, total + 1)
      for (let seed = 1; seed <= total; seed += 1) {
        // Signed in when it is their turn: two hundred browsers take longer than a session that nobody uses.
        const found = await runBrowser(system, seed, await signInPersons(system.owner, [persons[seed - 1] ?? '', another]))
        if (found.lost + found.doubled + found.stuck + found.seen > 0) tell(`seed ${seed}: ${JSON.stringify(found)}`)
        for (const name of ['lost', 'doubled', 'stuck', 'seen', 'killed'] as const) sum[name] += found[name]
      }
    } finally {
      await system.stop()
    }
    const bad = sum.lost + sum.doubled + sum.stuck + sum.seen
    const line = { name: 'outbox.chromium', value: bad, unit: 'wrong', bar: `0 in ${RUNS} runs with kills`, ok: bad === 0 && total >= RUNS }
    return [sumParts('outbox-chromium', [{ ...line, ref: reference.measure(), runs: total, ...sum }])]
  },
}

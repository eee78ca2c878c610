import type { Browser, BrowserContext, Page } from '@playwright/test'

import { CONTEXT } from './open-browser.ts'
import type { RunningSystem } from './running-system.ts'
import type { ApiClient } from './api-client.ts'
import { signInOfficer, signInStaff } from './sign-in-staff.ts'
import { signInPersons } from './signed-in-persons.ts'
import { CITIZEN_STOPS, OFFICE_STOPS, type Stop } from './stops.ts'

/** Looks at a screen as it stands. */
export type Look = (page: Page, screen: string) => Promise<void>
export type Visit = { state: string; url: string; stops: readonly Stop[]; open: () => Promise<BrowserContext> }

const PHONE = { ...CONTEXT, viewport: { width: 360, height: 740 }, serviceWorkers: 'block' } as const
const WAIT_MS = 20_000

/** The person with the most to show, and a newborn of the register with nothing at all. */
async function findPersons({ owner }: RunningSystem): Promise<{ rich: string; empty: string }> {
  const [rich] = await owner<{ personId: string }[]>`
    SELECT p.person_id AS "personId" FROM persons p WHERE died_on IS NULL
    ORDER BY (SELECT count(*) FROM benefits b WHERE b.person_id = p.person_id) > 0 DESC,
      (SELECT count(*) FROM visits v WHERE v.person_id = p.person_id) > 0 DESC,
      (SELECT count(DISTINCT branch) FROM participation_spells s WHERE s.person_id = p.person_id) DESC, p.person_id LIMIT 1`
  const [empty] = await owner<{ personId: string }[]>`
    WITH made AS (
      INSERT INTO persons (full_name, born_on_partial, born_on, birth_year, sex, insurance_number, source)
      VALUES ('Trống Thị Không', '1990-01-01', '1990-01-01', 1990, 'female', '9999999990', 'measure') RETURNING person_id, insurance_number)
    , numbered AS (INSERT INTO insurance_numbers (insurance_number, person_id) SELECT insurance_number, person_id FROM made)
    SELECT person_id AS "personId" FROM made`
  if (rich === undefined || empty === undefined) throw new Error('the register is empty')
  return { rich: rich.personId, empty: empty.personId }
}

const keepCookies = (context: BrowserContext, url: string, cookies: string): Promise<void> =>
  context.addCookies(
    cookies.split('; ').map((cookie) => {
      const [name = '', value = ''] = cookie.split(/=(.*)/su)
      return { name, value, url: url.replace('http:', 'https:'), secure: true, httpOnly: true }
    }),
  )

/** The desk of a demo user, signed in. */
const openDesk = async (system: RunningSystem, browser: Browser, userName: string): Promise<BrowserContext> =>
  openOffice(system, browser, await signInStaff(system, userName))

const openOffice = async (system: RunningSystem, browser: Browser, client: ApiClient | null): Promise<BrowserContext> => {
  const context = await browser.newContext({ ...PHONE, viewport: { width: 1366, height: 768 } })
  context.setDefaultTimeout(WAIT_MS)
  if (client !== null) await keepCookies(context, system.officeUrl, client.cookie)
  return context
}

/** Every place of the office app: at the counter, at the operator's desk, with a server in trouble. */
export const planDesks = (system: RunningSystem, browser: Browser): Visit[] => {
  const { clerk, employer, supervisor, operator, signedOut } = OFFICE_STOPS
  const url = system.officeUrl
  return [
    { state: 'signed in', url, stops: clerk, open: () => openDesk(system, browser, 'canbo.dongda') },
    { state: 'signed in', url, stops: supervisor, open: () => openDesk(system, browser, 'tinh.hanoi') },
    { state: 'signed in', url, stops: operator, open: () => openDesk(system, browser, 'vanhanh') },
    { state: 'signed out', url, stops: signedOut, open: () => openOffice(system, browser, null) },
    { state: 'signed in', url, stops: employer, open: async () => openOffice(system, browser, await signInOfficer(system, 'quantri')) },
    {
      state: 'server in trouble',
      url,
      stops: [...clerk, ...supervisor],
      open: async () => {
        const context = await openDesk(system, browser, 'truongbophan')
        // Who is signed in is still known: the desk stands, its work does not answer.
        await context.route(/\/api\/(?!staff|settings)/u, (route) => route.fulfill({ status: 503, contentType: 'text/html', body: '' }))
        return context
      },
    },
  ]
}

/** Every place of the citizen app: signed out, with a full life, with nothing, with a server in trouble, without a network. */
export async function planVisits(system: RunningSystem, browser: Browser): Promise<Visit[]> {
  const { rich, empty } = await findPersons(system)
  const open = async (personId: string | null): Promise<BrowserContext> => {
    const context = await browser.newContext(PHONE)
    context.setDefaultTimeout(WAIT_MS)
    if (personId === null) return context
    const [cookie = ''] = await signInPersons(system.owner, [personId])
    await keepCookies(context, system.citizenUrl, cookie)
    return context
  }
  const inTrouble = async (answer: 'unavailable' | 'unreachable'): Promise<BrowserContext> => {
    const context = await open(rich)
    await context.route('**/api/**', (route) =>
      answer === 'unreachable' ? route.abort('internetdisconnected') : route.fulfill({ status: 503, contentType: 'text/html', body: '' }),
    )
    return context
  }
  const all = [...CITIZEN_STOPS.open, ...CITIZEN_STOPS.own]
  const url = system.citizenUrl
  return [
    { state: 'signed out', url, stops: all, open: () => open(null) },
    { state: 'signed in', url, stops: all, open: () => open(rich) },
    { state: 'nothing there', url, stops: CITIZEN_STOPS.own, open: () => open(empty) },
    { state: 'server in trouble', url, stops: all, open: () => inTrouble('unavailable') },
    { state: 'no network', url, stops: all, open: () => inTrouble('unreachable') },
  ]
}

/** Until the title stands and nothing says any more that it waits. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => document.querySelector('.waiting, [aria-busy="true"]') === null)
  await page.evaluate(async () => document.fonts.ready.then(() => undefined))
}

/** The stops whose names begin so (several beginnings with commas between); visits that have none are left out. */
export const onlyStops = (visits: readonly Visit[], prefix: string | null): Visit[] =>
  visits
    .map((visit) => ({
      ...visit,
      stops: visit.stops.filter(({ screen }) => prefix === null || prefix.split(',').some((one) => screen.startsWith(one))),
    }))
    .filter(({ stops }) => stops.length > 0)

/** Goes to every stop in every state; `look` sees each one as "screen (state)". Answers the screens that never stood still. */
export async function visitStops(visits: readonly Visit[], look: Look): Promise<string[]> {
  const stuck: string[] = []
  for (const { state, url, stops, open } of visits) {
    const context = await open()
    const page = await context.newPage()
    for (const { screen, path } of stops) {
      const name = `${screen} (${state})`
      await page.goto(`${url}/${path}`)
      const isStill = await settle(page).then(
        () => true,
        () => false,
      )
      if (isStill) await look(page, name)
      else stuck.push(name)
    }
    await context.close()
  }
  return stuck
}

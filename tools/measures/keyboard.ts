import type { Browser, Page } from '@playwright/test'

import { buildWebApps } from '../launch/build-web-app.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded } from './measure-line.ts'
import { CONTEXT, openBrowser } from './open-browser.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { listUnreached } from './tab-through.ts'
import { onlyStops, planDesks, planVisits, visitStops } from './visit-stops.ts'
import { walkLetter } from './walk-letter.ts'
import { withoutPointer } from './without-pointer.ts'

const openPage = async (browser: Browser, width: number): Promise<Page> => {
  const page = await (await browser.newContext({ ...CONTEXT, viewport: { width, height: 768 }, serviceWorkers: 'block' })).newPage()
  page.setDefaultTimeout(60_000)
  return withoutPointer(page)
}

/** Every screen of one area: what a pointer could press is reached by Tab, is seen to have the focus, and lets it go again. */
async function tabThrough(context: MeasureContext, system: RunningSystem, browser: Browser, prefix: string): Promise<MeasureLine> {
  const faults: string[] = []
  let screens = 0
  const visits = onlyStops([...(await planVisits(system, browser)), ...planDesks(system, browser)], prefix)
  const stuck = await visitStops(visits, async (page, screen) => {
    screens += 1
    for (const fault of await listUnreached(page)) faults.push(`${screen}: ${fault}`)
  })
  const all = [...faults, ...stuck.map((screen) => `${screen}: never stood still`)]
  for (const fault of all.slice(0, 40)) context.tell(fault)
  return {
    name: 'keyboard.only',
    value: all.length,
    unit: `controls that Tab does not reach, or that do not show the focus, on ${screens} screens`,
    bar: '0',
    ok: all.length === 0 && screens > 0,
    ref: rounded(context.reference.measure(), 1),
  }
}

async function measureKeyboard(context: MeasureContext): Promise<MeasureLine[]> {
  await buildWebApps()
  const system = await startSystem({ durable: false })
  const browser = await openBrowser()
  const seen: string[] = []
  try {
    if (context.only !== null) return [await tabThrough(context, system, browser, context.only)]
    const look = async (_page: Page, screen: string): Promise<void> => void seen.push(screen)
    const fault = await walkLetter({ system, phone: await openPage(browser, 360), desk: await openPage(browser, 1366), look }).then(
      () => null,
      (error: unknown) => String(error),
    )
    if (fault !== null) context.tell(`after "${seen.at(-1)}": ${fault}`)
    const value = fault === null ? 0 : 1
    return [
      {
        name: 'keyboard',
        value,
        unit: `journeys stopped, ${seen.length} screens of both apps passed by Tab, Enter, Space, arrows and letters alone`,
        bar: '0',
        ok: value === 0,
        ref: rounded(context.reference.measure(), 1),
        ...(fault === null ? {} : { lastScreen: seen.at(-1), fault: fault.slice(0, 300) }),
      },
    ]
  } finally {
    await browser.close()
    await system.stop()
  }
}

/** The whole way of the letter, citizen and clerk, without a pointer. */
export const measure: Measure = { name: 'keyboard', run: measureKeyboard }

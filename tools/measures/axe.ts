import type { Browser, Page } from '@playwright/test'

import { buildWebApps } from '../launch/build-web-app.ts'
import { type AxeLooker, type Finding, makeAxeLooker } from './axe-looker.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { CONTEXT, openBrowser } from './open-browser.ts'
import { startSystem } from './running-system.ts'
import { listUnvisitedRoutes } from './stops.ts'
import { onlyStops, planDesks, planVisits, visitStops } from './visit-stops.ts'
import { walkLetter } from './walk-letter.ts'

const openPage = async (browser: Browser): Promise<Page> => {
  const page = await (await browser.newContext({ ...CONTEXT, viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })).newPage()
  page.setDefaultTimeout(40_000)
  return page
}

/** Rule → how often and on which screens. */
const summarise = (findings: readonly Finding[]): Record<string, string> => {
  const rules = [...new Set(findings.map((one) => one.rule))]
  return Object.fromEntries(
    rules.map((rule) => {
      const all = findings.filter((one) => one.rule === rule)
      return [rule, `${all.length} on ${[...new Set(all.map((one) => one.screen))].join(', ')}`]
    }),
  )
}

const toPart = (context: MeasureContext, app: string, looker: AxeLooker, isOf: (screen: string) => boolean): MeasureLine => {
  const violations = looker.violations.filter((one) => isOf(one.screen))
  const screens = [...looker.screens].filter(isOf)
  return {
    name: `axe.${app}`,
    value: violations.length,
    unit: `violations on ${screens.length} screens and states × 3 widths × light and dark`,
    bar: '0',
    ok: violations.length === 0 && screens.length > 0,
    ref: rounded(context.reference.measure(), 1),
    violations: summarise(violations),
    incomplete: summarise(looker.incomplete.filter((one) => isOf(one.screen))),
  }
}

/** A route without a stop is a screen nobody looked at. */
const routesPart = (context: MeasureContext, stuck: readonly string[]): MeasureLine => {
  const unvisited = [...listUnvisitedRoutes(), ...stuck]
  return {
    name: 'axe.routes',
    value: unvisited.length,
    unit: 'routes that were not visited and screens that never stood still',
    bar: '0',
    ok: unvisited.length === 0,
    ref: rounded(context.reference.measure(), 1),
    ...(unvisited.length === 0 ? {} : { unvisited: unvisited.join(', ') }),
  }
}

const stuckPart = (context: MeasureContext, screen: string): MeasureLine => ({
  name: `axe.stuck: ${screen}`,
  value: 1,
  unit: 'screens that never stood still',
  bar: '0',
  ok: false,
  ref: rounded(context.reference.measure(), 1),
})

/** axe-core on every screen of the journey and every route, signed in and out, with nothing there and failing, at 360, 768 and 1280 px, light and dark. */
export const measure: Measure = {
  name: 'axe',
  run: async (context) => {
    await buildWebApps()
    const system = await startSystem({ durable: false })
    const browser = await openBrowser()
    const looker = makeAxeLooker((line) => context.tell(line))
    let stuck: string[] = []
    try {
      if (context.only === null)
        await walkLetter({ system, phone: await openPage(browser), desk: await openPage(browser), look: looker.look })
      stuck = await visitStops(
        onlyStops([...(await planVisits(system, browser)), ...planDesks(system, browser)], context.only),
        looker.look,
      )
    } finally {
      await browser.close()
      await system.stop()
    }
    if (context.only !== null) return [toPart(context, 'only', looker, () => true), ...stuck.map((screen) => stuckPart(context, screen))]
    const isOffice = (screen: string): boolean => screen.startsWith('office')
    const parts = [
      toPart(context, 'citizen', looker, (screen) => !isOffice(screen)),
      toPart(context, 'office', looker, isOffice),
      routesPart(context, stuck),
    ]
    return [...parts, sumParts('axe', parts)]
  },
}

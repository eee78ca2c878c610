import type { Page } from '@playwright/test'

import { checkTexts } from '../checks/check-texts.ts'
import { checkUnusedTexts } from '../checks/check-unused-texts.ts'
import { buildWebApps } from '../launch/build-web-app.ts'
import { listForeignWords, makeEnglishTexts } from './find-english.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { openBrowser } from './open-browser.ts'
import { startSystem } from './running-system.ts'
import { onlyStops, planDesks, planVisits, visitStops } from './visit-stops.ts'

type AxValue = { value?: unknown }
type AxNode = { ignored: boolean; role?: AxValue; name?: AxValue; description?: AxValue; value?: AxValue }
type Heard = { screen: string; text: string }

/** What a screen reader would say of the page as it stands: names, descriptions and values of the accessibility tree. */
async function hear(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  // Playwright types no answer for this command.
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] }
  await session.detach()
  const texts = nodes
    .filter(({ ignored }) => !ignored)
    // Only a file's button has a value: “No file chosen” is the browser's own, in the browser's language.
    .flatMap(({ role, name, description, value }) => [name?.value, description?.value, role?.value === 'button' ? '' : value?.value])
  return [...new Set(texts.filter((text): text is string => typeof text === 'string' && text.trim() !== ''))]
}

const isForeign = (() => {
  const isEnglish = makeEnglishTexts()
  return (text: string): boolean => isEnglish(text) || listForeignWords(text).length > 0
})()

async function hearAll(only: string | null): Promise<{ heard: Heard[]; screens: number; stuck: string[] }> {
  await buildWebApps()
  const system = await startSystem({ durable: false })
  const browser = await openBrowser()
  const heard: Heard[] = []
  const screens = new Set<string>()
  let stuck: string[] = []
  try {
    const visits = onlyStops([...(await planVisits(system, browser)), ...planDesks(system, browser)], only)
    stuck = await visitStops(visits, async (page, screen) => {
      screens.add(screen)
      for (const text of await hear(page)) heard.push({ screen, text })
    })
  } finally {
    await browser.close()
    await system.stop()
  }
  return { heard, screens: screens.size, stuck }
}

async function measureI18n(context: MeasureContext): Promise<MeasureLine[]> {
  const keys = [...checkTexts(), ...checkUnusedTexts()]
  const { heard, screens, stuck } = await hearAll(context.only)
  const foreign = heard.filter(({ text }) => isForeign(text))
  for (const { screen, text } of foreign.slice(0, 60)) context.tell(`${screen}: ${text.slice(0, 200)}`)
  const ref = rounded(context.reference.measure(), 1)
  const parts: MeasureLine[] = [
    { name: 'i18n.keys', value: keys.length, unit: 'missing, empty, differing or unused keys', bar: '0', ok: keys.length === 0, ref },
    {
      name: context.only === null ? 'i18n.english' : 'i18n.only',
      value: foreign.length,
      unit: `English texts among ${heard.length} heard on ${screens} screens and states in Vietnamese`,
      bar: '0',
      ok: foreign.length === 0 && heard.length > 0 && stuck.length === 0,
      ...(stuck.length === 0 ? {} : { neverStill: stuck.join(', ') }),
      ref,
    },
  ]
  return [...parts, sumParts('i18n', parts)]
}

/** Keys complete and used; nothing English in what a screen reader says of the Vietnamese apps. */
export const measure: Measure = { name: 'i18n', run: measureI18n }

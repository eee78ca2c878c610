import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

const describe = ({ id, nodes }: { id: string; nodes: { target: unknown; failureSummary?: string }[] }): string =>
  nodes.map((node) => `${id}: ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`).join('\n')

/** Nothing to complain about for WCAG 2.2 AA with target sizes; in the dark only colours can differ. */
async function verifyAccessible(page: Page, name: string): Promise<void> {
  const light = await new AxeBuilder({ page })
    .withTags(TAGS)
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, `${name}-dark`)
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  expect([...light.violations.map(describe), ...dark.violations.map((found) => `dark ${describe(found)}`)]).toEqual([])
}

/** Keeps bytes for the guide when ANSINH_GUIDE_PICTURES names a folder. */
export function keepForGuide(name: string, bytes: Buffer): void {
  const folder = process.env['ANSINH_GUIDE_PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), bytes)
}

/** A picture in the guide shows no more than this of a long page. */
const TALL = 2400

async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env['ANSINH_GUIDE_PICTURES'] === undefined) return
  const screen = page.viewportSize()
  const isPhone = screen !== null && screen.width < 500
  // As on a phone that is as tall as its page: what stands at the lower edge stays there.
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.evaluate(() => window.scrollTo(0, 0))
  if (isPhone) await page.setViewportSize({ width: screen.width, height: Math.min(Math.max(whole, screen.height), TALL) })
  keepForGuide(`${name}.png`, await page.screenshot({ animations: 'disabled', caret: 'hide' }))
  if (isPhone) await page.setViewportSize(screen)
}

/** Looks at the screen as it stands: no sideways scrolling, axe in light and dark. */
export async function look(page: Page, name: string): Promise<void> {
  await keepPicture(page, name)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  await verifyAccessible(page, name)
}

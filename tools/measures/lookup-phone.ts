import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { openPhone } from './open-phone.ts'
import type { LabelledQuery } from './lookup-queries.ts'

const SLOWER = 4
const WAIT_MS = 400

/** From the key stroke to the changed list, measured in the page; null where the letter changed nothing to be seen. */
const typeLetters = (page: Page, typed: string): Promise<(number | null)[]> =>
  page.evaluate(
    async ({ text, waitMs }) => {
      const input = document.querySelector<HTMLInputElement>('input[name="q"]')
      const main = document.querySelector('main')
      if (input === null || main === null) throw new Error('no box to type into')
      const type = async (value: string): Promise<number | null> =>
        new Promise((resolve) => {
          const begun = performance.now()
          const late = setTimeout(() => {
            observer.disconnect()
            resolve(null)
          }, waitMs)
          const observer = new MutationObserver(() => {
            clearTimeout(late)
            observer.disconnect()
            resolve(performance.now() - begun)
          })
          for (const part of main.querySelectorAll('.entries, output'))
            observer.observe(part, { childList: true, subtree: true, characterData: true })
          input.value = value
          input.dispatchEvent(new Event('input', { bubbles: true }))
        })
      const times: (number | null)[] = []
      for (let length = 1; length <= text.length; length += 1) times.push(await type(text.slice(0, length)))
      await type('')
      return times
    },
    { text: typed, waitMs: WAIT_MS },
  )

/** Letter by letter on a phone without a network, its processor four times slower, in the province with the most facilities. */
export async function measurePhone(citizenUrl: string, provinceCode: string, queries: readonly LabelledQuery[]): Promise<number[]> {
  const profile = mkdtempSync(join(tmpdir(), 'an-sinh-phone-'))
  const phone = await openPhone(profile)
  try {
    const page = await phone.newPage()
    await page.goto(citizenUrl)
    await page.evaluate((code) => localStorage.setItem('an-sinh-lookup-province', code), provinceCode)
    await page.evaluate(async () => navigator.serviceWorker.ready.then(() => undefined))
    await page.goto(`${citizenUrl}/tra-cuu/co-so-kham-chua-benh`)
    await page.locator('.entry').first().waitFor({ timeout: 60_000 })
    await page.waitForTimeout(2000)
    await phone.setOffline(true)
    await page.reload()
    await page.locator('.entry').first().waitFor({ timeout: 60_000 })
    const session = await phone.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await typeLetters(page, 'khoi dong')
    const times: number[] = []
    for (const { typed } of queries) times.push(...(await typeLetters(page, typed)).filter((time) => time !== null))
    return times
  } finally {
    await phone.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

import { expect, test } from '@playwright/test'

const HOSTS = [
  ['the citizen app', process.env['ANSINH_CITIZEN_URL'] ?? ''],
  ['the office app', process.env['ANSINH_OFFICE_URL'] ?? ''],
] as const

for (const [name, address] of HOSTS) {
  for (const width of [360, 1280]) {
    test(`${name} opens at ${width} px in Vietnamese, asks no other host and reports no error`, async ({ page }) => {
      const foreign: string[] = []
      const errors: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) foreign.push(request.url())
      })
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('401')) errors.push(message.text())
      })
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`${address}/`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      expect(foreign).toEqual([])
      expect(errors).toEqual([])
    })
  }
}

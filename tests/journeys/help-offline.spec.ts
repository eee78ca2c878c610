import { expect, test } from '@playwright/test'

import { verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'

/** One visit, on which nothing was kept before: afterwards help and one's province are read where there is no network. */
test('after one visit the help articles and a province’s look-ups, map included, are read without a network', async ({ context, page }) => {
  await page.goto('/tro-giup')
  await page.getByText('Đăng nhập và mật khẩu').click()
  await expect(page.getByRole('link', { name: 'Quên mật khẩu, không đăng nhập được' })).toBeVisible()
  // Inside the page: a second start would already be served by what this one left behind.
  await page.getByRole('contentinfo').getByRole('link', { name: 'Tra cứu' }).click()
  await page.getByRole('link', { name: 'Cơ quan BHXH' }).click()
  await page.getByRole('combobox', { name: 'Tỉnh, thành phố' }).fill('ha noi')
  await page.getByRole('option', { name: 'Thành phố Hà Nội' }).click()
  await expect(page.getByRole('link', { name: /BHXH cơ sở Ba Đình/u }).first()).toBeVisible()
  await page.evaluate(async () => navigator.serviceWorker.ready.then(() => undefined))
  await page.close()

  await context.setOffline(true)
  const later = await context.newPage()
  await later.goto('/tro-giup/quen-mat-khau')
  await verifyOnPage(later, 'Quên mật khẩu, không đăng nhập được')
  await later.goto('/tro-giup')
  await later.getByLabel('Bạn cần giúp việc gì?').fill('the cua con')
  await expect(later.getByRole('link', { name: 'Thẻ BHYT của con và khi con đi khám' })).toBeVisible()

  await later.setViewportSize({ width: 360, height: 780 })
  await later.goto('/tra-cuu/co-quan-bhxh')
  await later.getByLabel('Tên cơ quan, xã, phường hoặc địa chỉ').fill('ba dinh')
  await expect(later.getByRole('link', { name: /BHXH cơ sở Ba Đình/u }).first()).toBeVisible()
  await later.getByRole('tab', { name: 'Bản đồ' }).click()
  const mark = later.getByRole('button', { name: /BHXH cơ sở Ba Đình/u }).first()
  await mark.focus()
  await later.keyboard.press('Enter')
  await expect(later.locator('.map-chosen').getByRole('link', { name: /BHXH cơ sở Ba Đình/u })).toBeVisible()
  await look(later, 'citizen-look-up-map-phone')
  await later.setViewportSize({ width: 1280, height: 860 })
  await expect(later.getByRole('region', { name: 'Bản đồ' })).toBeVisible()
  await look(later, 'citizen-look-up-map')
})

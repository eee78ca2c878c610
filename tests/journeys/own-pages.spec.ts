import { expect, type Page, test } from '@playwright/test'

import { verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'

/** The demo's person with an account. */
const LOGIN = { number: '9900000001', password: 'hoa sen mùa hạ 2026' }

test.use({ viewport: { width: 360, height: 800 }, serviceWorkers: 'block' })

const openAtHome = async (page: Page, link: string, title: string): Promise<void> => {
  await page.goto('/ca-nhan')
  await verifyOnPage(page, 'Quản lý cá nhân')
  await page.getByRole('link', { name: link, exact: true }).click()
  await verifyOnPage(page, title)
}

test('a signed-in person reads card, benefits, medical book, messages and what the system keeps of them', async ({ page }) => {
  await page.goto('/dang-nhap')
  await page.getByLabel('Mã số BHXH hoặc số định danh').fill(LOGIN.number)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(LOGIN.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await verifyOnPage(page, 'Quản lý cá nhân')

  await openAtHome(page, 'Mở thẻ và mã QR', 'Thẻ BHYT')
  await expect(page.getByRole('heading', { name: 'Thông tin quyền lợi' })).toBeVisible()
  await look(page, 'citizen-card')
  await page.getByRole('button', { name: 'Sử dụng thẻ (mã QR)' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look(page, 'citizen-card-qr')

  await openAtHome(page, 'Thông tin hưởng', 'Thông tin hưởng')
  await expect(page.getByRole('link', { name: 'Dòng này sai' }).first()).toBeVisible()
  await look(page, 'citizen-benefits')

  await openAtHome(page, 'Sổ khám chữa bệnh', 'Sổ khám chữa bệnh')
  await page.getByRole('link', { name: 'Xem chi phí và giấy tờ' }).first().waitFor()
  await look(page, 'citizen-visits')

  await page.goto('/ca-nhan/tin-nhan')
  await verifyOnPage(page, 'Tin nhắn')
  await expect(page.getByRole('link', { name: 'Mật khẩu vừa được đặt' })).toBeVisible()
  await look(page, 'citizen-messages')

  await openAtHome(page, 'Dữ liệu của tôi', 'Dữ liệu của tôi')
  await look(page, 'citizen-own-data')
})

test('without an account one looks up where to go, searches the help and asks a question', async ({ page }) => {
  await page.goto('/tra-cuu')
  await verifyOnPage(page, 'Tra cứu')
  await page.getByRole('link', { name: 'Tỉnh, xã, phường cũ và mới' }).click()
  await page.getByRole('searchbox').fill('phuc xa')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByText('Phúc Xá').first()).toBeVisible()
  await look(page, 'citizen-lookup')

  await page.goto('/tro-giup')
  await verifyOnPage(page, 'Trợ giúp')
  await page.getByLabel('Bạn cần giúp việc gì?').fill('mat dien thoai')
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /điện thoại/ })
      .first(),
  ).toBeVisible()
  await look(page, 'citizen-help')

  await page.getByRole('link', { name: 'Hỏi bằng một câu' }).first().click()
  await verifyOnPage(page, 'Hỏi bằng một câu')
  await page.getByLabel('Câu hỏi của bạn').fill('tôi quên mật khẩu thì làm thế nào')
  await page.getByRole('button', { name: 'Hỏi' }).click()
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /Quên mật khẩu/u })
      .first(),
  ).toBeVisible()
  await look(page, 'citizen-assistant')
})

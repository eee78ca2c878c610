import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Browser, chromium, expect, type Page, test } from '@playwright/test'

import { verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'
import { openDesk } from './office-pages.ts'

const LOGIN = { number: '9900000001', password: 'hoa sen mùa hạ 2026' }
const STREET = 'Số 7 ngõ Mất Mạng'

const drawPaper = async (page: Page): Promise<Buffer> => {
  const sheet = await page.context().newPage()
  await sheet.setViewportSize({ width: 900, height: 1200 })
  await sheet.setContent('<h1 style="font:60px sans-serif;padding:90px">MẪU THỬ NGHIỆM, KHÔNG PHẢI GIẤY TỜ</h1>')
  const picture = await sheet.screenshot({ type: 'jpeg', quality: 85 })
  await sheet.close()
  return picture
}

const signInAs = async (page: Page, baseURL: string): Promise<void> => {
  await page.goto(`${baseURL}/dang-nhap`)
  await page.getByLabel('Mã số BHXH hoặc số định danh').fill(LOGIN.number)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(LOGIN.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await verifyOnPage(page, 'Quản lý cá nhân')
}

const choose = async (page: Page, label: string, typed: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).fill(typed)
  await page.getByRole('option').first().click()
}

/** The desk opens the request field by field, answers “giữ nguyên” with its first reason, and after the undo time the person is told. */
const decideAtDesk = async (browser: Browser): Promise<void> => {
  const desk = await openDesk(browser, 'canbo.dongda')
  await desk.goto('/yeu-cau/hang-cho/to-decide')
  await verifyOnPage(desk, 'Yêu cầu sửa và điều chỉnh dữ liệu')
  await look(desk, 'office-requests')
  // The same person may have asked about a line of the history as well.
  const own = desk.getByRole('row').filter({ hasText: 'Trần Thị Minh Hoạ' })
  await own.filter({ hasText: 'Điều chỉnh thông tin' }).getByRole('rowheader').first().click()
  await expect(desk.getByText('Trần Thị Minh Hoạ Mới').first()).toBeVisible()
  await expect(desk.getByAltText('Ảnh Giấy tờ, trang 1 đã gửi')).toBeVisible()
  await look(desk, 'office-request-case')
  await desk.getByRole('button', { name: /^Giữ nguyên/ }).click()
  await desk.getByRole('dialog').getByRole('radio').first().check()
  await look(desk, 'office-request-refuse')
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /^Trả lời giữ nguyên/ })
    .click()
  await expect(desk.getByText('đã trả lời giữ nguyên').first()).toBeVisible()
  await desk.context().close()
}

test('an address and an adjustment with its photo are written in a cold app without a network, leave by themselves, and the desk decides', async ({
  baseURL,
  browser,
}, { project }) => {
  test.setTimeout(180_000)
  const profile = mkdtempSync(join(tmpdir(), 'an-sinh-profile-'))
  const open = async () =>
    chromium.launchPersistentContext(profile, {
      ...project.use.launchOptions,
      viewport: { width: 360, height: 740 },
      locale: 'vi-VN',
    })
  const first = await open()
  const signIn = await first.newPage()
  await signInAs(signIn, baseURL ?? '')
  await signIn.reload()
  await verifyOnPage(signIn, 'Quản lý cá nhân')
  await signIn.evaluate(async () => navigator.serviceWorker.ready.then(() => undefined))
  await signIn.reload()
  // The lists of wards come long after the page stands.
  const kept = async (): Promise<boolean> =>
    signIn.evaluate(async () =>
      (await (await caches.open('look-up-1')).keys()).some(({ url }) => url.endsWith('/api/wards?provinceCode=01')),
    )
  await expect.poll(kept, { timeout: 40_000 }).toBe(true)
  const buffer = await drawPaper(signIn)
  await first.close()

  const second = await open()
  await second.setOffline(true)
  const page = await second.newPage()
  await page.goto(`${baseURL}/ca-nhan/dieu-chinh/dia-chi`)
  await expect(page.getByText('Chưa có mạng nên chưa thấy địa chỉ đang dùng.')).toBeVisible()
  await choose(page, 'Tỉnh, thành phố', 'Hà Nội')
  await choose(page, 'Phường, xã', 'Đống Đa')
  await page.getByLabel('Số nhà, đường, thôn, tổ').fill(STREET)
  await look(page, 'citizen-address-offline')
  await page.getByRole('button', { name: 'Đổi địa chỉ' }).click()
  await verifyOnPage(page, 'Chờ gửi')

  await page.goto(`${baseURL}/ca-nhan/dieu-chinh/thong-tin`)
  await expect(page.getByText('Chỉ điền những ô cần sửa')).toBeVisible()
  await page.getByLabel('Họ và tên').fill('Trần Thị Minh Hoạ Mới')
  await page.getByRole('button', { name: 'Tiếp tục: chụp giấy tờ' }).click()
  await page
    .getByLabel('Chụp hoặc chọn ảnh: Giấy tờ chứng minh, trang 1')
    .setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer })
  await expect(page.getByText('Đã giữ trên máy này.')).toBeVisible()
  await page.getByRole('button', { name: 'Tiếp tục: xem lại' }).click()
  await page.getByRole('button', { name: 'Gửi yêu cầu điều chỉnh' }).click()
  await verifyOnPage(page, 'Chờ gửi')
  await expect(page.getByRole('heading', { name: 'Thông tin cần điều chỉnh' })).toBeVisible()
  await look(page, 'citizen-unsent-photos')

  // The browser forgot the sign-in with its end: what waits goes as soon as its person is there again.
  await second.setOffline(false)
  await signInAs(page, baseURL ?? '')
  await expect(page.getByText('mục chờ gửi')).toHaveCount(0, { timeout: 30_000 })
  await page.goto(`${baseURL}/ca-nhan/cho-gui`)
  await expect(page.getByText('Không còn gì chờ gửi.')).toBeVisible({ timeout: 30_000 })
  await page.goto(`${baseURL}/ca-nhan/dieu-chinh/dia-chi`)
  await expect(page.getByText(STREET).first()).toBeVisible()
  await page.goto(`${baseURL}/ca-nhan/yeu-cau`)
  await page.getByRole('link', { name: 'Xem yêu cầu' }).first().click()
  await expect(page.getByText('Trần Thị Minh Hoạ Mới').first()).toBeVisible()
  await page.goto(`${baseURL}/ca-nhan/dieu-chinh/thong-tin`)
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Trần Thị Minh Hoạ')
  await decideAtDesk(browser)
  await page.goto(`${baseURL}/ca-nhan/yeu-cau`)
  await page.getByRole('link', { name: 'Xem yêu cầu' }).first().click()
  // The desk may take its decision back for some seconds; then it is told.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Giữ nguyên, có giải thích').first()).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 60_000 })
  await look(page, 'citizen-request-decided')
  await page.goto(`${baseURL}/ca-nhan/tin-nhan`)
  await expect(page.getByText('Yêu cầu sửa dữ liệu đã có kết quả').first()).toBeVisible()
  await second.close()
  rmSync(profile, { recursive: true, force: true })
})

import { expect, type Page, test } from '@playwright/test'

import { verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'
import { openDesk } from './office-pages.ts'

/** The demo's person with an account, and the one of her children who is not entered yet. */
const LOGIN = { number: '9900000001', password: 'hoa sen mùa hạ 2026' }
const CHI = 'Nguyễn Minh Chi'
const AN = 'Nguyễn Minh An'

const viewport = { width: 360, height: 800 }
test.use({ viewport, serviceWorkers: 'block' })

/** A drawn sheet, made by the browser itself. */
const drawCertificate = async (page: Page): Promise<Buffer> => {
  const sheet = await page.context().newPage()
  await sheet.setViewportSize({ width: 900, height: 1200 })
  await sheet.setContent(`<body style="background:#f7f4e9;font:36px sans-serif;padding:60px"><p>MẪU THỬ NGHIỆM, KHÔNG PHẢI GIẤY TỜ</p>
    <h1>GIẤY KHAI SINH</h1><p>Họ và tên: ${CHI}</p><p>Ngày sinh: 20/02/2024</p><p>Mẹ: Trần Thị Minh Hoạ</p></body>`)
  const picture = await sheet.screenshot({ type: 'jpeg', quality: 85 })
  await sheet.close()
  return picture
}

const signIn = async (page: Page): Promise<void> => {
  await page.goto('/dang-nhap')
  await page.getByLabel('Mã số BHXH hoặc số định danh').fill(LOGIN.number)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(LOGIN.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await verifyOnPage(page, 'Quản lý cá nhân')
}

const declareChild = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Người phụ thuộc, uỷ quyền' }).click()
  await verifyOnPage(page, 'Người phụ thuộc và uỷ quyền')
  await look(page, 'citizen-dependants')
  await page.getByRole('link', { name: 'Khai con dưới 18 tuổi' }).click()
  await verifyOnPage(page, 'Khai con dưới 18 tuổi')
  await page.getByRole('button', { name: 'Tiếp tục: ảnh giấy khai sinh' }).click()
  await expect(page.getByText('Cần sửa trước khi')).toBeVisible()
  await page.getByLabel('Họ và tên của con').fill(CHI)
  for (const [label, typed] of Object.entries({ Ngày: '20', Tháng: '2', Năm: '2024' }))
    await page.getByLabel(label, { exact: true }).fill(typed)
  await page.getByLabel('Mẹ', { exact: true }).check()
  await page.getByLabel('Mã số BHXH của con').fill('9900000007')
  await look(page, 'citizen-add-child')
  await page.getByRole('button', { name: 'Tiếp tục: ảnh giấy khai sinh' }).click()
  await verifyOnPage(page, `Ảnh giấy khai sinh của ${CHI}`)
  const buffer = await drawCertificate(page)
  await page.getByLabel('Chụp hoặc chọn ảnh: Ảnh giấy khai sinh').setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer })
  await expect(page.getByAltText('Ảnh đã chọn: Ảnh giấy khai sinh')).toBeVisible()
  await look(page, 'citizen-certificate')
  await page.getByRole('button', { name: 'Gửi đến cơ quan BHXH' }).click()
  await verifyOnPage(page, 'Đã gửi')
}

const approveChild = async (desk: Page): Promise<void> => {
  await desk.getByText('Các bàn', { exact: true }).click()
  await desk.getByRole('link', { name: 'Trẻ phụ thuộc' }).click()
  await verifyOnPage(desk, 'Trẻ phụ thuộc chờ ghi nhận')
  await look(desk, 'office-dependants')
  await desk.getByRole('rowheader', { name: CHI }).click()
  await expect(desk.getByText('Giấy khai sinh').first()).toBeVisible()
  await desk.getByRole('radio', { name: new RegExp(CHI) }).check()
  await look(desk, 'office-dependant-case')
  await desk.getByRole('button', { name: 'Ghi nhận trẻ đã chọn' }).click()
  await expect(desk.getByText('Đã quyết định')).toBeVisible()
}

test('a guardian declares a child, a clerk enters it on file, and the guardian opens the child’s card', async ({ browser, page }) => {
  await signIn(page)
  await declareChild(page)
  await approveChild(await openDesk(browser, 'canbo.dongda'))

  await page.getByRole('link', { name: 'Về người phụ thuộc và uỷ quyền' }).click()
  await page.getByRole('link', { name: 'Về trang cá nhân' }).click()
  await verifyOnPage(page, 'Quản lý cá nhân')
  await page.getByRole('button', { name: CHI }).focus()
  await page.keyboard.press('Enter')
  await verifyOnPage(page, `Đang xem: ${CHI}`)
  await expect(page.getByRole('button', { name: CHI })).toHaveAttribute('aria-pressed', 'true')
  await look(page, 'citizen-viewing-child')
  await page.getByRole('link', { name: 'Thẻ BHYT và quyền lợi' }).click()
  await verifyOnPage(page, 'Thẻ BHYT')
  await expect(page.getByText(`Đang xem: ${CHI}`)).toBeVisible()
  await expect(page.getByText('9900000007').first()).toBeVisible()
  await look(page, 'citizen-child-card')

  await page.getByRole('button', { name: 'Về dữ liệu của tôi' }).click()
  await verifyOnPage(page, 'Quản lý cá nhân')
  await page.getByRole('link', { name: 'Thẻ BHYT và quyền lợi' }).click()
  await expect(page.getByText(LOGIN.number).first()).toBeVisible()
})

test('between oneself and a child the switch works without a network, and wipes nothing', async ({ page, context }) => {
  await signIn(page)
  await page.getByRole('button', { name: AN, exact: true }).click()
  await verifyOnPage(page, `Đang xem: ${AN}`)
  await expect(page.getByText('9900000005').first()).toBeVisible()
  await page.getByRole('button', { name: 'Của tôi', exact: true }).click()
  await verifyOnPage(page, 'Quản lý cá nhân')
  await context.setOffline(true)
  for (const [who, number] of [
    [AN, '9900000005'],
    ['Của tôi', LOGIN.number],
    [AN, '9900000005'],
  ] as const) {
    await page.getByRole('button', { name: who, exact: true }).click()
    await expect(page.locator('.hc-tap').getByText(number)).toBeVisible()
  }
  await context.setOffline(false)
})

import { expect, test } from '@playwright/test'

import { verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'

/** The demo's person with an account. */
const LOGIN = { number: '9900000001', password: 'hoa sen mùa hạ 2026' }

test.use({ viewport: { width: 360, height: 800 }, serviceWorkers: 'block' })

test('a signed-in person reads their participation, looks into a month, says that it is wrong and finds the request again', async ({
  page,
}) => {
  await page.goto('/dang-nhap')
  await page.getByLabel('Mã số BHXH hoặc số định danh').fill(LOGIN.number)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(LOGIN.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await verifyOnPage(page, 'Quản lý cá nhân')
  await page.getByRole('link', { name: 'Quá trình tham gia', exact: true }).click()

  await verifyOnPage(page, 'Quá trình tham gia')
  await expect(page.getByText('Tổng thời gian tham gia:')).toBeVisible()
  await page.getByRole('tab', { name: 'BHXH', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'BHTN', exact: true })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Bảo hiểm thất nghiệp (BHTN)' })).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.getByRole('heading', { name: 'Bảo hiểm y tế (BHYT)' })).toBeVisible()
  await page.getByRole('tab', { name: 'BHXH', exact: true }).click()
  await page.locator('summary', { hasText: 'Chi tiết' }).last().click()
  await look(page, 'citizen-participation')

  await page.getByRole('link', { name: 'Xem từng tháng' }).last().click()
  await verifyOnPage(page, /^Tháng đóng BHXH năm \d{4}$/)
  await page.locator('summary').first().click()
  await expect(page.getByText('Bạn đóng').first()).toBeVisible()
  await look(page, 'citizen-participation-months')

  await page
    .getByRole('link', { name: /^Dòng này sai/ })
    .first()
    .click()
  await verifyOnPage(page, 'Dòng này sai')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await expect(page.getByText('Cần sửa trước khi gửi')).toBeVisible()
  await page.getByLabel('Tiền lương đóng thấp hơn lương thật hoặc ghi sai').check()
  await page.getByLabel('Kể rõ thêm').fill('Lương thật của tôi cao hơn.')
  await look(page, 'citizen-wrong-line')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()

  await verifyOnPage(page, /^Yêu cầu \d{5}\/\d{4}\/DC\d{5}$/)
  await expect(page.getByText('Đã tiếp nhận yêu cầu')).toBeVisible()
  const fileNumber = /\d{5}\/\d{4}\/DC\d{5}/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? ''
  await look(page, 'citizen-correction-request')
  await page.getByRole('link', { name: 'Về danh sách yêu cầu' }).click()
  await verifyOnPage(page, 'Yêu cầu của tôi')
  await expect(page.getByRole('link', { name: `Xem yêu cầu ${fileNumber}` })).toBeVisible()
  await look(page, 'citizen-correction-requests')
})

test('history is shown as it was known on a day before anything was recorded', async ({ page }) => {
  await page.goto('/dang-nhap')
  await page.getByLabel('Mã số BHXH hoặc số định danh').fill(LOGIN.number)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(LOGIN.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await verifyOnPage(page, 'Quản lý cá nhân')
  await page.goto('/ca-nhan/qua-trinh')
  await page.getByText('Xem như đã biết vào một ngày trước đây').click()
  for (const [label, typed] of Object.entries({ Ngày: '31', Tháng: '2', Năm: '2020' }))
    await page.getByLabel(label, { exact: true }).fill(typed)
  await page.getByRole('button', { name: 'Xem', exact: true }).click()
  await expect(page.getByText('Ngày này không có.')).toBeVisible()
  await page.getByLabel('Ngày', { exact: true }).fill('28')
  await page.getByRole('button', { name: 'Xem', exact: true }).click()
  await expect(page.getByText('Dữ liệu như đã biết ngày 28/02/2020')).toBeVisible()
  await expect(page.getByText('Đến ngày đó chưa có dữ liệu nào được ghi nhận.')).toBeVisible()
  await page.getByRole('button', { name: 'Về dữ liệu hiện nay' }).click()
  await expect(page.getByText('Tổng thời gian tham gia:')).toBeVisible()
})

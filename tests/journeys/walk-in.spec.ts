import { expect, test } from '@playwright/test'

import { startFakeReader } from '../readers/fake-chip-reader.ts'
import { makeStranger } from './applicants.ts'
import { readInbox, verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'
import { openDesk, receivePaper } from './office-pages.ts'
import { registerApplicant } from './register-applicant.ts'

/** Somebody at the counter without a code: found by two facts, by the card, or registered there. */
const DONG_DA = 101
const OFFICE = new URL(process.env['ANSINH_OFFICE_URL'] ?? 'http://localhost').origin

test('who forgot the form is found by two facts and never by one, and the paper’s place is found again', async ({ browser, page }) => {
  const stranger = makeStranger('Mạc Thị Quên Tờ Khai')
  await registerApplicant(browser, page, stranger, DONG_DA)
  const desk = await openDesk(browser, 'canbo.dongda')
  await desk.keyboard.press('f')
  await verifyOnPage(desk, 'Họ đang đứng đây')
  await desk.getByLabel('Họ và tên (không cần dấu)').fill('mac thi quen to khai')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('alert').getByText(/Cần ít nhất hai trong bốn thông tin/)).toBeVisible()
  await desk.getByLabel('4 số cuối điện thoại').fill(stranger.phone.slice(-4))
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('button', { name: stranger.fullName })).toBeFocused()
  await look(desk, 'office-waiting')
  await desk.keyboard.press('Enter')
  await verifyOnPage(desk, stranger.fullName)
  await receivePaper(desk)
  await desk.keyboard.press('p')
  await desk.getByLabel('Hộp lưu').fill('H 12')
  await desk.getByLabel('Số lưu').fill('7')
  await desk.keyboard.press('Enter')
  await expect(desk.getByText(/Đang ở hộp H 12, số 7/)).toBeVisible()
  await look(desk, 'office-paper')
  await desk.context().close()
})

test('a card on the chip reader leads to a registration made at the counter, whose form is printed', async ({ browser, page }) => {
  const reader = await startFakeReader(OFFICE)
  const desk = await openDesk(browser, 'canbo.dongda')
  try {
    await desk.keyboard.press('f')
    await desk.getByRole('button', { name: 'Kết nối đầu đọc chip' }).click()
    await expect(desk.getByRole('button', { name: /Đầu đọc chip đã sẵn sàng/ })).toBeVisible({ timeout: 15_000 })
    reader.lay()
    await expect(desk.getByText('Đã đọc thẻ căn cước của Nguyễn Thị Thử Nghiệm.')).toBeVisible()
    await desk.getByRole('button', { name: /^Chưa đăng ký/ }).click()
    await verifyOnPage(desk, 'Lập hồ sơ tại quầy')
    await expect(desk.getByLabel('Số định danh cá nhân')).toHaveValue('099194000019')
    const { phone } = makeStranger('Nguyễn Thị Thử Nghiệm')
    await desk.getByLabel('Đã cho người nộp đọc trang “Dữ liệu của bạn”').check()
    await desk.getByLabel('Số điện thoại di động').fill(phone)
    await desk.getByRole('button', { name: 'Gửi mã' }).click()
    const code = /\b\d{6}\b/.exec(await readInbox(page.request, phone, /\b\d{6}\b/))?.[0] ?? ''
    await desk.getByLabel(/^Mã gửi tới/).fill(code)
    await desk.getByRole('button', { name: 'Xác nhận mã' }).click()
    await expect(desk.getByText(/^Đã xác nhận số điện thoại/)).toBeVisible()
    await desk.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Thành phố Hà Nội' })
    await desk.getByLabel('Phường, xã, đặc khu').selectOption({ index: 1 })
    await look(desk, 'office-newcomer')
    const printed = desk.context().waitForEvent('page')
    await desk.getByRole('button', { name: 'Lập hồ sơ và in tờ khai' }).click()
    expect((await printed).url()).toMatch(/^blob:/)
    await verifyOnPage(desk, 'Nguyễn Thị Thử Nghiệm')
    await receivePaper(desk)
  } finally {
    await reader.stop()
    await desk.context().close()
  }
})

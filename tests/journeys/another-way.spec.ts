import { expect, type Page, test } from '@playwright/test'

import { makeStranger } from './applicants.ts'
import { askForCode, enterCode, fillIdentity, goOn, ONE_TIME_CODE, readInbox, readPrivacyText, verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'
import { openDesk, receivePaper, scan } from './office-pages.ts'
import { type Receipt, registerApplicant } from './register-applicant.ts'

/** What a person does when something goes another way: wrong codes, another phone, a returned case, second thoughts. */
test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 360, height: 740 } })

const MOVER = makeStranger('Ngô Thị Đổi Ý')
const CORRECTOR = makeStranger('Vũ Thị Sửa Sai')
const DONG_DA = 101
let moved: Receipt

const formatDay = (isoDate: string): string => isoDate.split('-').toReversed().join('/')
const dueOnOf = async (page: Page): Promise<string> =>
  /\d{2}\/\d{2}\/\d{4}/.exec(await page.locator('main strong').first().innerText())?.[0] ?? ''

test('somebody registers on the phone of a relative', async ({ browser, page }) => {
  moved = await registerApplicant(browser, page, MOVER, DONG_DA)
  expect(moved.fileNumber).toMatch(/^90101\//)
})

test('a wrong code is told at its field; after a minute a new code is sent, and only the newest counts', async ({ page }) => {
  const person = makeStranger('Trần Thị Nhầm Mã')
  await page.goto('/dang-ky')
  await page.getByRole('button', { name: 'Bắt đầu đăng ký' }).click()
  await fillIdentity(page, person)
  await goOn(page)
  await readPrivacyText(page)
  const first = await askForCode(page, person)
  await enterCode(page, '12345')
  await expect(page.getByText('Mã xác nhận có 6 chữ số. Xem lại tin nhắn mới nhất.').first()).toBeVisible()
  await enterCode(page, first === '000000' ? '000001' : '000000')
  await expect(page.getByLabel('Mã xác nhận')).toHaveAttribute('aria-invalid', 'true')
  await look(page, 'citizen-code-wrong')
  await page.getByText('Không nhận được mã?').click()
  await expect(page.getByText(/Có thể gửi lại mã sau \d+ giây/)).toBeVisible()
  await page.getByRole('button', { name: 'Gửi lại mã' }).click({ timeout: 75_000 })
  const second = await readInbox(page.request, person.phone, ONE_TIME_CODE, first)
  await enterCode(page, first)
  await expect(page.getByLabel('Mã xác nhận')).toHaveAttribute('aria-invalid', 'true')
  await enterCode(page, second)
  await verifyOnPage(page, 'Địa chỉ liên hệ')
})

test('another device opens the registration by form code and a code to the proved phone, not by the form code alone', async ({ page }) => {
  const known = await readInbox(page.request, MOVER.phone, ONE_TIME_CODE)
  await page.goto(`/ho-so/${moved.registrationId}`)
  await expect(page.getByRole('link', { name: 'Mở hồ sơ khác bằng mã tờ khai' }).first()).toBeVisible()
  expect(await page.locator('body').innerText()).not.toContain(MOVER.fullName)
  await page.goto('/to-khai')
  await page.getByLabel('Mã tờ khai').fill(`${moved.formCode.slice(0, 9)}${moved.formCode.endsWith('0') ? '1' : '0'}`)
  await page.getByRole('button', { name: 'Xem tình trạng' }).click()
  await expect(page.getByText('Mã bị gõ nhầm một ký tự. Đối chiếu lại từng ký tự với tờ khai.').first()).toBeVisible()
  await page.getByLabel('Mã tờ khai').fill(moved.formCode.toLowerCase())
  await page.getByRole('button', { name: 'Xem tình trạng' }).click()
  await page.getByRole('button', { name: 'Gửi mã đến điện thoại đã đăng ký' }).click()
  await page.getByLabel('Mã xác nhận').fill(await readInbox(page.request, MOVER.phone, ONE_TIME_CODE, known))
  await page.getByRole('button', { name: 'Mở hồ sơ', exact: true }).click()
  await verifyOnPage(page, `Hồ sơ ${moved.fileNumber}`)
  expect(await dueOnOf(page)).toBe(formatDay(moved.dueOn))
  await moveAndWithdraw(page)
})

/** On the device just opened: longer, elsewhere, and not at all. */
async function moveAndWithdraw(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gia hạn thêm 10 ngày' }).click()
  await expect(page.getByText(/Đã gia hạn\. Hạn mới: /)).toBeVisible()
  const extended = await dueOnOf(page)
  expect(extended).not.toBe(formatDay(moved.dueOn))
  await expect(page.getByText('Còn 1 lần gia hạn')).toBeVisible()
  await page.getByRole('button', { name: 'Đổi nơi nộp' }).click()
  await page.getByRole('radio', { name: /Ba Đình/ }).check()
  await page.getByRole('button', { name: 'Chọn cơ quan này' }).click()
  await expect(page.getByRole('heading', { name: 'Nơi nộp: BHXH cơ sở Ba Đình' })).toBeVisible()
  await look(page, 'citizen-own')
  await page.getByRole('button', { name: 'Rút hồ sơ' }).click()
  const question = page.getByRole('dialog', { name: 'Rút hồ sơ đăng ký?' })
  await question.getByRole('button', { name: 'Rút hồ sơ' }).click()
  await expect(page.getByText('Hồ sơ đã được rút hoặc đã đóng.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Mở Tờ khai Mẫu số 01 để in (PDF)' })).toHaveCount(0)
}

test('a form without signature is returned with its reason; the person reads it, corrects and sends again', async ({ browser, page }) => {
  const sent = await registerApplicant(browser, page, CORRECTOR, DONG_DA)
  const desk = await openDesk(browser, 'truongbophan')
  await scan(desk, sent.formCode)
  await verifyOnPage(desk, CORRECTOR.fullName)
  await receivePaper(desk)
  await returnUnsigned(desk)
  await desk.context().close()
  await readInbox(page.request, CORRECTOR.phone, /can bo sung/)
  await page.goto(`/ho-so/${sent.registrationId}`)
  await expect(page.getByText('Tờ khai chưa có chữ ký hoặc chưa ghi rõ họ tên.')).toBeVisible()
  await look(page, 'citizen-returned')
  await page.getByRole('button', { name: 'Sửa và gửi lại' }).click()
  await correctName(page, 'Vũ Thị Đã Sửa')
  await page.getByRole('button', { name: 'Gửi đăng ký' }).click()
  await verifyOnPage(page, `Hồ sơ ${sent.fileNumber}`)
  await expect(page.getByText('Đang chờ nộp Tờ khai Mẫu số 01 tại cơ quan BHXH đã chọn.')).toBeVisible()
  await page.getByText('Thông tin đã khai').click()
  await expect(page.getByText('Vũ Thị Đã Sửa')).toBeVisible()
})

async function returnUnsigned(desk: Page): Promise<void> {
  await desk.keyboard.press('4')
  await desk.keyboard.press('4')
  await expect(desk.getByRole('radio', { name: 'Không đạt', checked: true })).toHaveCount(1)
  await desk.keyboard.press('t')
  const dialog = desk.getByRole('dialog', { name: `Trả lại hồ sơ của ${CORRECTOR.fullName} để bổ sung?` })
  await dialog.getByRole('checkbox', { name: /^Tờ khai chưa ký/ }).check()
  await look(desk, 'office-return')
  await desk.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('button', { name: 'Xác nhận' })).toBeVisible()
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByText(`Đã trả lại hồ sơ của ${CORRECTOR.fullName}`, { exact: true })).toBeVisible()
}

async function correctName(page: Page, fullName: string): Promise<void> {
  await verifyOnPage(page, 'Kiểm tra trước khi gửi')
  await page.getByRole('link', { name: /Sửa.*Thông tin của bạn/ }).click()
  await verifyOnPage(page, 'Thông tin của bạn')
  await page.getByLabel('Họ và tên').fill(fullName)
  await goOn(page)
  await verifyOnPage(page, 'Kiểm tra trước khi gửi')
}

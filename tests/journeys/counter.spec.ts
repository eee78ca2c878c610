import { expect, type Page, test } from '@playwright/test'

import { DO_BA_GIA_DINH, makeStranger, PHAM_VAN_THU_NGHIEM } from './applicants.ts'
import { readInbox, verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'
import { approve, markChecklist, openDesk, receivePaper, scan, typeCode } from './office-pages.ts'
import { registerApplicant } from './register-applicant.ts'

/** The counter: hands that never leave the keyboard, colleagues at the same case, codes that do not belong here. */
const DONG_DA = 101
const BA_DINH = 102

/** Everything of a case stands on the screen of a desk, 1366 × 768: nothing to scroll, neither down nor sideways. */
const verifyOneScreen = async (desk: Page): Promise<void> => {
  const size = await desk.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth])
  expect(size).toStrictEqual([768, 1366])
}

/** Counts the keys that a person presses from here on. */
const countKeys = async (desk: Page): Promise<() => Promise<number>> => {
  await desk.evaluate(() => {
    let pressed = 0
    const note = (event: KeyboardEvent): void => {
      if (event.isTrusted && event.key !== 'Control') pressed += 1
      document.body.dataset['pressed'] = String(pressed)
    }
    window.addEventListener('keydown', note, { capture: true })
  })
  return async () => Number(await desk.evaluate(() => document.body.dataset['pressed'] ?? '0'))
}

test('a clean case is decided by the keyboard alone, in at most 12 keys after the scan, and leads back to the queue', async ({
  browser,
  page,
}) => {
  const { formCode, fileNumber } = await registerApplicant(browser, page, PHAM_VAN_THU_NGHIEM, DONG_DA)
  const desk = await openDesk(browser, 'canbo.dongda')
  await typeCode(desk, formCode)
  await verifyOnPage(desk, PHAM_VAN_THU_NGHIEM.fullName)
  await verifyOneScreen(desk)
  const keys = await countKeys(desk)
  await desk.keyboard.press('n')
  await expect(desk.getByText('Đã nhận tờ khai; tin nhắn biên nhận đang được gửi.')).toBeVisible()
  await markChecklist(desk)
  await verifyOneScreen(desk)
  await approve(desk, PHAM_VAN_THU_NGHIEM.fullName)
  expect(await keys()).toBeLessThanOrEqual(12)
  await desk.keyboard.press('q')
  await verifyOnPage(desk, 'Hàng chờ của cơ quan')
  await readInbox(page.request, PHAM_VAN_THU_NGHIEM.phone, /Mat khau lan dau/)
  await desk.getByRole('tab', { name: /^Đã quyết định/ }).focus()
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('row', { name: PHAM_VAN_THU_NGHIEM.fullName }).getByText(fileNumber)).toBeVisible()
  await look(desk, 'office-decided')
  await desk.context().close()
})

test('two clerks open the same case: the second one sees who holds it, cannot decide, and takes over only when it is free', async ({
  browser,
  page,
}) => {
  const { formCode } = await registerApplicant(browser, page, DO_BA_GIA_DINH, DONG_DA)
  const [first, second] = [await openDesk(browser, 'canbo.dongda'), await openDesk(browser, 'truongbophan')]
  await typeCode(first, formCode)
  await verifyOnPage(first, DO_BA_GIA_DINH.fullName)
  await receivePaper(first)
  await typeCode(second, formCode)
  await verifyOnPage(second, DO_BA_GIA_DINH.fullName)
  await expect(second.getByText(/Ngô Thị Cán Bộ đang mở hồ sơ, bạn chỉ xem được đến/)).toBeVisible()
  await second.keyboard.press('a')
  await expect(second.getByText('Ngô Thị Cán Bộ đang mở hồ sơ này.')).toBeVisible()
  await expect(second.getByRole('dialog')).toHaveCount(0)
  await look(second, 'office-locked')
  await first.keyboard.press('q')
  await verifyOnPage(first, 'Hàng chờ của cơ quan')
  await second.reload()
  await expect(second.getByText('Bạn đang giữ hồ sơ')).toBeVisible()
  await markChecklist(second)
  await approve(second, DO_BA_GIA_DINH.fullName)
  await typeCode(first, formCode)
  await expect(first.getByText('Đã chấp nhận').first()).toBeVisible()
  await expect(first.getByRole('button', { name: /^Chấp nhận/ })).toHaveCount(0)
  for (const desk of [first, second]) await desk.context().close()
})

test('a mistyped code is told by its check character, and a form of another office is shown as such, nothing personal', async ({
  browser,
  page,
}) => {
  const stranger = makeStranger('Mai Thị Nơi Khác')
  const { formCode } = await registerApplicant(browser, page, stranger, BA_DINH)
  const desk = await openDesk(browser, 'canbo.dongda')
  await typeCode(desk, `${formCode.slice(0, 9)}${formCode.endsWith('0') ? '1' : '0'}`)
  await expect(desk.getByRole('alert').first()).toBeVisible()
  await verifyOnPage(desk, 'Hàng chờ của cơ quan')
  await scan(desk, formCode)
  await verifyOnPage(desk, 'Hồ sơ thuộc cơ quan khác')
  expect(await desk.locator('main').innerText()).not.toContain(stranger.fullName)
  await look(desk, 'office-elsewhere')
  await desk.context().close()
})

import { randomInt } from 'node:crypto'

import { expect, type Page, test } from '@playwright/test'

import { verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'
import { openDesk } from './office-pages.ts'

/** A supervisor's own work: closing the office, and looking into what the rules of fraud have marked. */
const SUPERVISOR = 'truongbophan'

/** Days so far ahead that no deadline of a case of another journey is touched, and seldom twice the same. */
const FAR_DAYS = randomInt(45, 300)

const two = (count: number): string => String(count).padStart(2, '0')
const asPrinted = (on: Date): string => `${two(on.getUTCDate())}/${two(on.getUTCMonth() + 1)}/${on.getUTCFullYear()}`

const fillDay = async (desk: Page, name: string, on: Date): Promise<void> => {
  const boxes = desk.getByRole('group', { name })
  await boxes.getByLabel('Ngày', { exact: true }).fill(String(on.getUTCDate()))
  await boxes.getByLabel('Tháng').fill(String(on.getUTCMonth() + 1))
  await boxes.getByLabel('Năm').fill(String(on.getUTCFullYear()))
}

test('an office is closed for some days in one action, seen before it is done, and opened again in one', async ({ browser }) => {
  const desk = await openDesk(browser, SUPERVISOR)
  await desk.goto('/dong-cua')
  await verifyOnPage(desk, 'Tạm đóng cửa cơ quan')
  const on = new Date(Date.now() + FAR_DAYS * 86_400_000)
  await fillDay(desk, 'Từ ngày', on)
  await fillDay(desk, 'Đến hết ngày', on)
  await desk.getByRole('button', { name: 'Xem trước' }).click()
  await expect(desk.getByRole('dialog', { name: 'Đóng cửa: xem trước' })).toContainText('Không có hạn nào rơi vào những ngày này')
  await look(desk, 'office-closure-preview')
  await desk.keyboard.press('Control+Enter')
  const closure = desk
    .getByRole('listitem')
    .filter({ hasText: asPrinted(on) })
    .first()
  await expect(closure.getByText('Đã dời hạn', { exact: true })).toBeVisible({ timeout: 30_000 })
  await closure.getByRole('button', { name: 'Hủy đợt đóng cửa' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Hủy đợt đóng cửa' }).click()
  await expect(closure.getByText('Đã hủy', { exact: true })).toBeVisible({ timeout: 30_000 })
  await desk.context().close()
})

/** A reason by its digit and one confirmation. */
const giveReason = async (desk: Page): Promise<void> => {
  await expect(desk.getByRole('dialog')).toBeVisible()
  await desk.keyboard.press('1')
  await expect(desk.getByRole('radio').first()).toBeChecked()
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('dialog')).toBeHidden()
}

test('a marked case is sent to review, refused, taken back in time, and passed', async ({ browser }) => {
  const desk = await openDesk(browser, SUPERVISOR)
  await desk.goto('/xet-nghi-van')
  await desk.getByRole('tab', { name: /^Có dấu hiệu/ }).click()
  // Signs stay with a case that is decided; what may still be sent to review is the first one that is not.
  await desk
    .getByRole('row')
    .filter({ hasText: /Chờ nộp tờ khai|Đã nhận tờ khai/ })
    .first()
    .click()
  await verifyOnPage(desk, /^Xem xét hồ sơ/)
  await look(desk, 'office-review')
  await desk.getByRole('button', { name: 'Mở hồ sơ' }).click()
  await desk.getByRole('button', { name: /^Dấu hiệu/ }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Chuyển xem xét' }).click()
  await expect(desk.getByRole('dialog', { name: 'Chuyển hồ sơ sang xem xét' })).toBeVisible()
  await giveReason(desk)
  await desk.getByRole('button', { name: /^Dấu hiệu/ }).click()
  await desk.getByRole('button', { name: 'Mở trang xem xét' }).click()
  await verifyOnPage(desk, /^Xem xét hồ sơ/)

  await desk.getByRole('button', { name: /^Từ chối/ }).click()
  await giveReason(desk)
  await expect(desk.getByRole('complementary', { name: 'Hoàn tác quyết định' })).toBeVisible()
  await desk.keyboard.press('u')
  await expect(desk.getByRole('listitem').filter({ hasText: '(đã hoàn tác)' })).toBeVisible()
  await desk.getByRole('button', { name: /^Cho qua/ }).click()
  await giveReason(desk)
  await expect(desk.getByRole('button', { name: /^Từ chối/ })).toBeHidden()
  await desk.context().close()
})

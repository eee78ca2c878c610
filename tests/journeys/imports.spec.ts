import { readFileSync } from 'node:fs'

import { expect, type Page, test } from '@playwright/test'

import { verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'
import { openDesk } from './office-pages.ts'

/** A file as offices send them: a title, headings, a row of numbers, Windows line ends, three rows with something wrong. */
const FILE = [
  'Danh sách người tham gia (hư cấu);;;;;',
  'STT;Họ và tên;Ngày sinh;Giới tính;Mã số BHXH;Địa chỉ',
  '(1);(2);(3);(4);(5);(6)',
  '1;Nguyễn Thị Kiểm Thử;05/03/1994;Nữ;9977700019;Số 1 phố Mẫu',
  '2;Trần Văn Giả Lập;1988;Nam;9977700027;Số 2 phố Mẫu',
  '3;Lê Văn 3;12/02/1990;Nam;9977700035;Số 3 phố Mẫu',
  '4;Phạm Thị Mất Số;12/02/1990;Nữ;97770004;=1+1',
  '5;Nguyễn Thị Kiểm Thử;05/03/1994;Nữ;9977700019;Số 1 phố Mẫu',
].join('\r\n')

const sendFile = async (desk: Page): Promise<void> => {
  await desk.getByLabel('Loại dữ liệu').selectOption('persons')
  await desk.locator('input[name=file]').setInputFiles({ name: 'nguoi-tham-gia.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) })
  await desk.getByLabel('Nguồn số liệu').fill('BHXH thành phố Hà Nội, số liệu tháng 10/2026')
  await desk.getByRole('button', { name: 'Gửi tệp và xem trước' }).click()
  await verifyOnPage(desk, 'nguoi-tham-gia.csv')
}

test('an operator sends a file, sees what would be written and what is wrong, writes it and takes it back', async ({ browser }) => {
  const desk = await openDesk(browser, 'vanhanh', 'Nhập dữ liệu')
  await desk.getByRole('button', { name: 'Gửi tệp và xem trước' }).click()
  await expect(desk.getByRole('link', { name: 'Chọn loại dữ liệu.' })).toBeVisible()
  await look(desk, 'imports-missing')
  await sendFile(desk)

  await expect(desk.getByRole('button', { name: 'Xác nhận và ghi 2 dòng' })).toBeVisible({ timeout: 30_000 })
  await expect(desk.getByRole('row', { name: /Lê Văn 3/ })).toContainText('Đây không phải họ và tên.')
  await expect(desk.getByRole('row', { name: /97770004/ }).last()).toContainText('mất các số 0')
  await look(desk, 'imports-preview')
  const [download] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: /Tải tệp đã gửi/ }).click()])
  const sentBack = readFileSync(await download.path(), 'utf8')
  expect(sentBack).toContain('Lỗi / cách sửa')
  expect(sentBack).toContain("'=1+1")

  await desk.getByRole('button', { name: 'Xác nhận và ghi 2 dòng' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Xác nhận và ghi 2 dòng' }).click()
  await expect(desk.getByRole('button', { name: 'Hoàn tác cả lần nhập' })).toBeVisible({ timeout: 30_000 })
  await desk.getByRole('button', { name: 'Về danh sách' }).click()
  await expect(desk.getByRole('row', { name: /nguoi-tham-gia\.csv/ })).toContainText('Đã ghi một phần')
  await look(desk, 'imports-list')

  await sendFile(desk)
  await expect(desk.getByText('Đã ghi một phần')).toBeVisible()
  await desk.getByRole('button', { name: 'Hoàn tác cả lần nhập' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Hoàn tác cả lần nhập' }).click()
  await expect(desk.getByText('Đây là lần hoàn tác của một lần nhập trước.')).toBeVisible({ timeout: 30_000 })
})

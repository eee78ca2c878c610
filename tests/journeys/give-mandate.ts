import { type Browser, expect, type Page } from '@playwright/test'

import { verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'

/** The demo's person with an account, who looks after somebody. */
const READER = {
  number: '9900000001',
  password: 'hoa sen mùa hạ 2026',
  fullName: 'Trần Thị Minh Hoạ',
  born: { Ngày: '12', Tháng: '4', Năm: '1988' },
}

const openMandates = async (page: Page): Promise<void> => {
  await page.goto('/ca-nhan/nguoi-phu-thuoc')
  await verifyOnPage(page, 'Người phụ thuộc và uỷ quyền')
}

const offer = async (giver: Page): Promise<void> => {
  await openMandates(giver)
  await giver.getByRole('link', { name: 'Uỷ quyền cho người khác xem' }).click()
  await verifyOnPage(giver, 'Uỷ quyền xem dữ liệu của tôi')
  await giver.getByLabel('Mã số BHXH hoặc số căn cước của người đó').fill(READER.number)
  for (const [label, typed] of Object.entries(READER.born)) await giver.getByLabel(label, { exact: true }).fill(typed)
  await giver.getByLabel('Thẻ BHYT', { exact: true }).check()
  await giver.getByLabel('3 tháng').check()
  await look(giver, 'citizen-offer-mandate')
  await giver.getByRole('button', { name: 'Gửi lời uỷ quyền' }).click()
  await verifyOnPage(giver, 'Đã gửi')
}

const openReader = async (browser: Browser): Promise<Page> => {
  const reader = await (await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true })).newPage()
  await reader.goto('/dang-nhap')
  await reader.getByLabel('Mã số BHXH hoặc số định danh').fill(READER.number)
  await reader.getByLabel('Mật khẩu', { exact: true }).fill(READER.password)
  await reader.locator('main').getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await verifyOnPage(reader, 'Quản lý cá nhân')
  return reader
}

/** Two phones: one gives, the other accepts and opens the card, both see it; taken back, nothing opens any more. */
export async function giveMandate(browser: Browser, giver: Page, giverName: string): Promise<void> {
  await offer(giver)
  const reader = await openReader(browser)
  await openMandates(reader)
  await look(reader, 'citizen-mandate-received')
  await reader.getByRole('button', { name: `Nhận uỷ quyền của ${giverName}` }).click()
  await expect(reader.getByText(`Bạn đã nhận uỷ quyền của ${giverName}`)).toBeVisible()
  await reader.goto('/ca-nhan')
  await reader.getByRole('button', { name: giverName }).click()
  await verifyOnPage(reader, `Đang xem: ${giverName}`)
  await look(reader, 'citizen-viewing-mandator')
  await expect(reader.getByRole('link', { name: 'Sổ khám chữa bệnh' })).toHaveCount(0)

  await openMandates(giver)
  await expect(giver.getByText(READER.fullName).first()).toBeVisible()
  await giver.getByRole('button', { name: `Thu hồi quyền xem của ${READER.fullName}` }).click()
  await giver.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click()
  await expect(giver.getByText('Đã chấm dứt. Có hiệu lực ngay.')).toBeVisible()
  await reader.goto('/ca-nhan')
  await expect(reader.getByRole('button', { name: giverName })).toHaveCount(0)
  await reader.context().close()
}

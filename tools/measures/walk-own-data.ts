import type { Page } from '@playwright/test'

const onPage = (page: Page, title: string): Promise<void> => page.getByRole('heading', { level: 1, name: title }).waitFor()
const go = async (page: Page, link: string, title = link): Promise<void> => {
  await page.getByRole('link', { name: link }).first().click()
  await onPage(page, title)
}

/** From the personal page through everything a person may do about their data, and back. */
export async function walkOwnData(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await go(page, 'Dữ liệu của tôi')
  await look('my data')
  await go(page, 'Bản sao toàn bộ dữ liệu')
  await page.getByRole('button', { name: 'Yêu cầu bản sao' }).click()
  await page.getByText('Hãy nhập mật khẩu.').waitFor()
  await look('copy of all data, password left empty')
  await go(page, 'Về Dữ liệu của tôi', 'Dữ liệu của tôi')
  await go(page, 'Sự đồng ý của tôi')
  await page
    .getByRole('button', { name: /^Tôi đồng ý/u })
    .first()
    .click()
  await page.getByText('Bạn đã đồng ý').waitFor()
  await look('consents')
  await go(page, 'Về Dữ liệu của tôi', 'Dữ liệu của tôi')
  await go(page, 'Yêu cầu về dữ liệu')
  await page.getByText('Bạn chưa gửi yêu cầu nào.').waitFor()
  await look('requests about data')
  await go(page, 'Gửi yêu cầu mới', 'Yêu cầu mới về dữ liệu')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await look('new request about data, nothing chosen')
  await go(page, 'Về danh sách yêu cầu', 'Yêu cầu về dữ liệu')
  await go(page, 'Về Dữ liệu của tôi', 'Dữ liệu của tôi')
  await go(page, 'Ai đã xem dữ liệu của tôi')
  await look('accesses')
  await go(page, 'Về trang cá nhân', 'Quản lý cá nhân')
}

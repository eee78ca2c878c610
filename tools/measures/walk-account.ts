import type { Page } from '@playwright/test'

import { walkOwnData } from './walk-own-data.ts'

export type AccountWalker = {
  url: string
  login: string
  firstPassword: string
  bornOn: readonly [day: string, month: string, year: string]
  look: (screen: string) => Promise<void>
}

const OWN_PASSWORD = 'trăng rằm soi bến vắng 26'
const onPage = (page: Page, title: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name: title }).waitFor()

/** First sign-in with the text's password, an own one set, home, who looked, sign-out. */
export async function walkAccount(page: Page, { url, login, firstPassword, bornOn, look }: AccountWalker): Promise<void> {
  await page.goto(url)
  await page.getByRole('link', { name: 'Đăng nhập lần đầu bằng mật khẩu trong tin nhắn' }).click()
  await onPage(page, 'Đăng nhập lần đầu')
  await look('first sign-in')
  await page.getByLabel('Mã số BHXH hoặc số định danh').fill(login)
  await page.getByLabel('Mật khẩu lần đầu', { exact: true }).fill(firstPassword)
  for (const [at, label] of ['Ngày', 'Tháng', 'Năm'].entries()) await page.getByLabel(label, { exact: true }).fill(bornOn[at] ?? '')
  await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click()
  await onPage(page, 'Đặt mật khẩu của riêng bạn')
  await look('own password')
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(OWN_PASSWORD)
  await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click()
  await onPage(page, 'Quản lý cá nhân')
  await page.getByText('Mã số thẻ').first().waitFor()
  await look('home')
  await walkHistory(page, look)
  await walkVisits(page, url, look)
  await walkInbox(page, look)
  await walkDevices(page, url, look)
  await page.goto(`${url}ca-nhan`)
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await onPage(page, 'Bảo hiểm xã hội trên điện thoại của bạn')
}

/** The medical book, one visit, the papers, and who looked; back home. */
async function walkVisits(page: Page, url: string, look: AccountWalker['look']): Promise<void> {
  await page.getByRole('link', { name: 'Sổ khám chữa bệnh' }).click()
  await onPage(page, 'Sổ khám chữa bệnh')
  await page.getByText('Chưa có lần khám nào').or(page.getByText('Xem chi phí và giấy tờ').first()).waitFor()
  await look('medical book')
  const visit = page.getByRole('link', { name: /^Xem chi phí và giấy tờ/u }).first()
  if (await visit.isVisible()) {
    await visit.click()
    await page.getByRole('heading', { name: /^Từng khoản chi phí/u }).waitFor()
    await look('visit with costs')
  }
  await page.goto(`${url}ca-nhan/so-kham/giay`)
  await onPage(page, 'Sổ khám chữa bệnh')
  await look('medical papers')
  await page.goto(`${url}ca-nhan`)
  await walkOwnData(page, look)
}

/** Devices, another password, every card and every kind of benefit. */
async function walkDevices(page: Page, url: string, look: AccountWalker['look']): Promise<void> {
  await page.getByRole('link', { name: 'Tài khoản', exact: true }).click()
  await onPage(page, 'Tài khoản')
  await look('account')
  await page.getByRole('link', { name: 'Thiết bị đang đăng nhập' }).click()
  await onPage(page, 'Thiết bị đang đăng nhập')
  await page.getByText('Thiết bị này', { exact: true }).waitFor()
  await look('devices')
  await page.getByRole('link', { name: 'Đổi mật khẩu' }).click()
  await onPage(page, 'Đổi mật khẩu')
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await look('another password, fields left empty')
  await page.goto(`${url}ca-nhan/the`)
  await onPage(page, 'Thẻ BHYT')
  await page.getByText('Thông tin quyền lợi').waitFor()
  await look('health cards')
  for (const tab of ['mot-lan', 'om-dau-thai-san', 'hang-thang', 'that-nghiep']) {
    await page.goto(`${url}ca-nhan/quyen-loi?loai=${tab}`)
    await onPage(page, 'Thông tin hưởng')
    await page.getByText('Dữ liệu tại thời điểm').waitFor()
    await look(`benefits, ${tab}`)
  }
}

/** The inbox, one message, the switches; back home. */
async function walkInbox(page: Page, look: AccountWalker['look']): Promise<void> {
  await page.getByRole('link', { name: 'Tin nhắn', exact: true }).first().click()
  await onPage(page, 'Tin nhắn')
  await page.getByRole('heading', { name: /^Chưa đọc/ }).waitFor()
  await look('messages')
  await page.getByRole('link', { name: 'Mật khẩu vừa được đặt' }).click()
  await onPage(page, 'Mật khẩu vừa được đặt')
  await look('one message')
  await page.getByRole('link', { name: 'Về danh sách tin nhắn' }).click()
  await page.getByRole('link', { name: 'Cài đặt: nhận tin nào, bằng cách nào' }).click()
  await onPage(page, 'Cài đặt tin nhắn')
  await page.getByLabel('SMS').first().waitFor()
  await look('message settings')
  await page.getByRole('link', { name: 'Về danh sách tin nhắn' }).click()
  await page.getByRole('link', { name: 'Về trang cá nhân' }).click()
  await onPage(page, 'Quản lý cá nhân')
}

/** Participation in tabs and by month, a line reported as wrong, its request and the list of requests; back home. */
async function walkHistory(page: Page, look: AccountWalker['look']): Promise<void> {
  await page.getByRole('link', { name: 'Quá trình tham gia', exact: true }).click()
  await page.getByRole('heading', { name: /^Từng quá trình/ }).waitFor()
  await page.locator('summary', { hasText: 'Chi tiết' }).first().click()
  await look('participation')
  await page.getByRole('link', { name: 'Xem từng tháng' }).first().click()
  await onPage(page, /^Tháng đóng BHXH năm/)
  await page.locator('summary').first().click()
  await look('participation months')
  await page
    .getByRole('link', { name: /^Dòng này sai/ })
    .first()
    .click()
  await onPage(page, 'Dòng này sai')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await look('wrong line, nothing said')
  await page.getByLabel('Chuyện khác').check()
  await page.getByLabel('Kể rõ thêm').fill('Tôi nghỉ việc từ tháng 3.')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await onPage(page, /^Yêu cầu /)
  await look('correction request')
  await page.getByRole('link', { name: 'Về danh sách yêu cầu' }).click()
  await onPage(page, 'Yêu cầu của tôi')
  await look('correction requests')
  await page.getByRole('link', { name: 'Về trang cá nhân' }).click()
  await onPage(page, 'Quản lý cá nhân')
}

/** Screens that stand by themselves, each by its address. */
export async function walkOtherPages(page: Page, { url, look }: Pick<AccountWalker, 'url' | 'look'>): Promise<void> {
  const pages = {
    'form status': 'to-khai',
    'sign-in': 'dang-nhap',
    'own registrations': 'ho-so',
    help: 'tro-giup',
    'privacy page': 'quyen-rieng-tu',
    'statement check': 'kiem-tra',
    'statement check, unknown code': 'kiem-tra/000000000000',
    'not found': 'khong-co-trang-nay',
    inbox: 'hop-thu',
  }
  for (const [screen, path] of Object.entries(pages)) {
    await page.goto(`${url}${path}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await look(screen)
  }
  await page.goto(`${url}to-khai`)
  await page.getByRole('button', { name: 'Xem tình trạng' }).click()
  await look('form status, field left empty')
}

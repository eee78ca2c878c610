import { expect, test } from '@playwright/test'

import { verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'
import { openDesk } from './office-pages.ts'

const SUPPORT = 'hotro'
const SUPPORT_HOME = 'Tài khoản tại quầy'
const PHONE = { width: 360, height: 780 }
const WORDS = 'Tôi muốn đổi màu chữ của giấy báo gửi về nhà'

test('what the assistant does not know becomes a ticket, is answered at the desk and rated, all without an account', async ({
  page,
  browser,
}) => {
  await page.setViewportSize(PHONE)
  await page.goto('/tro-giup/hoi')
  await page.getByLabel('Câu hỏi của bạn').fill(WORDS)
  await page.getByRole('button', { name: 'Hỏi', exact: true }).click()
  await expect(page.getByText('Tôi không biết câu trả lời')).toBeVisible()
  await page.getByRole('link', { name: 'Gửi câu này cho cán bộ' }).click()
  await verifyOnPage(page, 'Gửi phiếu hỗ trợ')
  await expect(page.getByLabel('Bạn cần giúp điều gì?')).toHaveValue(WORDS)

  await page.getByRole('button', { name: 'Gửi phiếu' }).click()
  await expect(page.getByText('Chọn một việc.')).toBeInViewport()
  await page.getByLabel('Việc khác').check()
  await page.getByRole('textbox', { name: 'Số điện thoại di động' }).fill('0950007070')
  await page.getByRole('button', { name: 'Gửi phiếu' }).click()
  await expect(page.getByText('Đã nhận phiếu của bạn')).toBeVisible()
  const told = await page.getByRole('main').innerText()
  const [number = ''] = /HT\/\d{4}\/\d{6}/u.exec(told) ?? []
  const [code = ''] = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/u.exec(told) ?? []

  const desk = await openDesk(browser, SUPPORT, SUPPORT_HOME)
  await desk.goto('/phan-anh')
  await desk.getByLabel('Tìm theo số, tiêu đề hoặc đơn vị').fill(number)
  await desk.getByRole('button', { name: 'Tìm', exact: true }).click()
  await desk.getByRole('row').filter({ hasText: number }).click()
  await verifyOnPage(desk, new RegExp(number, 'u'))
  await desk
    .getByLabel('Nội dung')
    .fill('Chào bạn, giấy báo in theo mẫu chung nên chưa đổi màu chữ được. Bạn tăng cỡ chữ trong ứng dụng được.')
  await look(desk, 'office-ticket')
  await desk.getByRole('button', { name: 'Trả lời', exact: true }).click()
  await expect(desk.getByText('Đã trả lời; người hỏi đọc được ngay.')).toBeVisible()

  await page.getByRole('link', { name: 'Tra cứu phiếu bằng số và mã' }).click()
  await page.getByLabel('Số phiếu').fill(number.toLowerCase())
  await page.getByLabel('Mã tra cứu').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Xem phiếu' }).click()
  await verifyOnPage(page, `Phiếu hỗ trợ ${number}`)
  await look(page, 'citizen-ticket')
  await page.getByRole('button', { name: 'Một phần' }).click()
  await page.getByLabel('Còn thiếu điều gì?').fill('Tôi muốn giấy in chữ to')
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click()
  await expect(page.getByText('Bạn đã đánh giá: giúp một phần.')).toBeVisible()
  await desk.context().close()
})

test('in the hours of the chat two people talk, outside of them the page says when; what looks like a password is kept by nobody', async ({
  page,
  browser,
}) => {
  await page.setViewportSize(PHONE)
  const { staffed } = (await (await page.request.get('/api/chats')).json()) as { staffed: boolean }
  if (!staffed) {
    await page.goto('/ho-tro/tro-chuyen')
    await expect(page.getByText('Người trực trở lại lúc')).toBeVisible()
    return
  }
  const desk = await openDesk(browser, SUPPORT, SUPPORT_HOME)
  await desk.goto('/ban-ho-tro/tro-chuyen')
  await desk.getByRole('button', { name: 'Vào ca trực' }).click()
  await expect(desk.getByText('Không có ai chờ.')).toBeVisible()

  await page.goto('/ho-tro/tro-chuyen')
  await page.getByLabel('Đăng ký, cài đặt, đăng nhập').check()
  await page.getByLabel('Điều bạn muốn hỏi').fill('Tôi quên mật khẩu, mật khẩu cũ là Matkhau123')
  await page.getByRole('button', { name: 'Bắt đầu trò chuyện' }).click()
  await expect(page.getByText('Bạn đang chờ ở vị trí thứ 1')).toBeVisible()
  await desk.getByRole('button', { name: 'Nhận người tiếp theo' }).click()
  await expect(desk.getByText('Tôi quên mật khẩu')).not.toContainText('Matkhau123')
  await desk.getByLabel('Viết trả lời').fill('Chào bạn, bạn bấm “Quên mật khẩu” ở trang đăng nhập. Đừng viết mật khẩu ở đây.')
  await desk.getByRole('button', { name: 'Gửi', exact: true }).click()
  await page.getByLabel('Viết tin nhắn').fill('Cảm ơn, tôi làm được rồi')
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await expect(desk.getByText('Cảm ơn, tôi làm được rồi')).toBeVisible()
  await look(page, 'citizen-chat')
  await look(desk, 'office-chat')
  // Who writes reads what comes meanwhile.
  await expect(desk.getByText(/tin chưa đọc/u)).toHaveCount(0)
  await page.getByRole('button', { name: 'Kết thúc trò chuyện' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc' }).click()
  await expect(page.getByText('Cuộc trò chuyện đã kết thúc')).toBeVisible()
  await desk.getByRole('button', { name: 'Ra ca trực' }).click()
  await desk.context().close()
})

import type { Page } from '@playwright/test'

import type { StaffSignIn } from './sign-in-staff.ts'

export type OfficeWalker = {
  url: string
  /** Read when it is needed: its code holds for half a minute. */
  readSignIn: () => Promise<StaffSignIn>
  fullName: string
  /** What the form's QR holds. */
  scanned: string
  look: (screen: string) => Promise<void>
}

const onPage = (page: Page, title: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name: title }).waitFor()

async function signIn(page: Page, { url, readSignIn, look }: OfficeWalker): Promise<void> {
  await page.goto(url)
  await onPage(page, 'Đăng nhập')
  await look('office sign-in')
  const first = await readSignIn()
  await page.getByLabel('Tên đăng nhập').fill(first.userName)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(first.password)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  const code = page.getByLabel('Mã 6 chữ số')
  await code.waitFor()
  await look('office second factor')
  await code.fill((await readSignIn()).totp)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await onPage(page, 'Hàng chờ của cơ quan')
  await look('office queue')
}

/** A USB scanner is a keyboard that types very fast and ends with Enter. */
const scan = (page: Page, text: string): Promise<void> =>
  page.evaluate((signs) => {
    for (const key of [...signs, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }, text)

async function checkCase(page: Page, { fullName, scanned, look }: OfficeWalker): Promise<void> {
  await scan(page, scanned)
  await onPage(page, fullName)
  await page.getByRole('img').nth(2).waitFor()
  await look('office case')
  await page.getByRole('button', { name: /^Nhận tờ khai/ }).click()
  await page.getByText('Đã nhận tờ khai; tin nhắn biên nhận đang được gửi.').waitFor()
  await look('office case received')
  await page.getByLabel('Loại giấy tờ tùy thân xuất trình').selectOption({ index: 1 })
  for (const key of ['2', '3', '4', '5']) await page.keyboard.press(key)
  await page.getByRole('radio', { name: 'Đạt', exact: true, checked: true }).nth(3).waitFor()
  await look('office checklist marked')
}

/** The clerk's part by the office's screens: signed in, scanned, received, checked, approved, released. */
export async function walkOffice(page: Page, walker: OfficeWalker): Promise<void> {
  await signIn(page, walker)
  await checkCase(page, walker)
  await page.getByRole('button', { name: 'Trả lại' }).first().click()
  await page.getByRole('dialog').waitFor()
  await walker.look('office return dialog')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor()
  await walker.look('office approval dialog')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('complementary', { name: 'Hoàn tác quyết định' }).waitFor()
  await walker.look('office undo bar')
  await page.goto(walker.url)
  await onPage(page, 'Hàng chờ của cơ quan')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await walker.look('office keys')
  await page.keyboard.press('Escape')
}

import { expect, type Page, test } from '@playwright/test'

import { verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'

/** The demo's person with an account. */
const LOGIN = { number: '9900000001', password: 'hoa sen mùa hạ 2026' }
const BY_PASSKEY = 'Dùng vân tay, khuôn mặt hoặc mã khoá máy'

test.use({ viewport: { width: 360, height: 800 }, serviceWorkers: 'block' })
test.describe.configure({ mode: 'serial' })

/** A phone that recognises its holder at once. */
async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  })
}

async function signIn(page: Page, remember = false): Promise<void> {
  await page.goto('/dang-nhap')
  await page.getByLabel('Mã số BHXH hoặc số định danh').fill(LOGIN.number)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(LOGIN.password)
  if (remember) await page.getByLabel('Ghi nhớ tên trên máy này').check()
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await verifyOnPage(page, 'Quản lý cá nhân')
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await expect(page).toHaveURL(/\/$/)
}

test('a passkey is made under the account, signs in without number or password, and is removed again', async ({ page }) => {
  await addAuthenticator(page)
  await signIn(page)
  await page.goto('/ca-nhan/tai-khoan')
  await page.getByRole('link', { name: 'Khoá đăng nhập' }).click()
  await verifyOnPage(page, 'Khoá đăng nhập')
  await expect(page.getByText('Chưa có khoá nào.')).toBeVisible()
  await page.getByLabel('Tên để nhận ra khoá').fill(' ')
  await page.getByRole('button', { name: 'Tạo khoá trên máy này' }).click()
  await expect(page.getByText('Khoá đăng nhập cần một cái tên.').first()).toBeVisible()
  await page.getByLabel('Tên để nhận ra khoá').fill('Điện thoại của mẹ')
  await page.getByRole('button', { name: 'Tạo khoá trên máy này' }).click()
  await expect(page.getByRole('heading', { name: 'Điện thoại của mẹ' })).toBeVisible()
  await look(page, 'citizen-passkeys')

  await page.goto('/ca-nhan')
  await signOut(page)
  await page.goto('/dang-nhap')
  await page.getByRole('button', { name: BY_PASSKEY }).click()
  await verifyOnPage(page, 'Quản lý cá nhân')

  await page.goto('/ca-nhan/tai-khoan/khoa-dang-nhap')
  await page.getByRole('button', { name: 'Xoá khoá' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Xoá khoá' }).click()
  await expect(page.getByText('Chưa có khoá nào.')).toBeVisible()
  await page.goto('/ca-nhan')
  await signOut(page)
  await page.goto('/dang-nhap')
  await page.getByRole('button', { name: BY_PASSKEY }).click()
  await expect(page.getByText('Khoá đăng nhập này không mở được tài khoản nào.')).toBeVisible()
  await look(page, 'citizen-passkey-unknown')
})

test('a family’s phone keeps the name of who agrees, and takes it off with everything of that person', async ({ page }) => {
  await signIn(page, true)
  await signOut(page)
  await page.goto('/dang-nhap')
  await expect(page.getByRole('heading', { name: 'Ai đang đăng nhập?' })).toBeVisible()
  await look(page, 'citizen-family')
  await page.getByRole('button', { name: /\(đuôi\s001\)$/ }).click()
  await page.getByLabel('Mật khẩu', { exact: true }).fill(LOGIN.password)
  await look(page, 'citizen-family-chosen')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await verifyOnPage(page, 'Quản lý cá nhân')
  // Signed in elsewhere in the family: a name taken off takes the card of its owner along.
  await page.goto('/dang-nhap')
  await page.getByRole('button', { name: /^Bỏ tên/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ tên' }).click()
  await expect(page.getByRole('heading', { name: 'Ai đang đăng nhập?' })).toBeHidden()
  const cards = await page.evaluate(
    async () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('an-sinh-cards')
        opening.addEventListener('error', () => reject(new Error('not opened')))
        opening.addEventListener('success', () => {
          const asked = opening.result.transaction('cards').objectStore('cards').count()
          asked.addEventListener('success', () => resolve(asked.result))
        })
      }),
  )
  expect(cards).toBe(0)
})

test('a forgotten password: the link by e-mail is asked for like the code, and one that is not whole says what to do', async ({ page }) => {
  await page.goto('/dang-nhap')
  await look(page, 'citizen-sign-in')
  await page.getByRole('link', { name: 'Quên mật khẩu, nhận đường dẫn qua thư điện tử' }).click()
  await verifyOnPage(page, 'Đặt lại mật khẩu qua thư điện tử')
  await page.getByRole('button', { name: 'Gửi đường dẫn' }).click()
  await expect(page.getByText('Gõ mã số BHXH hoặc số định danh của bạn.').first()).toBeVisible()
  await page.getByLabel('Mã số BHXH hoặc số định danh').fill('9999999999')
  for (const [label, typed] of [
    ['Ngày', '5'],
    ['Tháng', '3'],
    ['Năm', '1980'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(typed)
  for (let at = 0; at < 3; at += 1) {
    await page.getByRole('button', { name: 'Gửi đường dẫn' }).click()
    await verifyOnPage(page, 'Hãy mở thư điện tử')
    if (at === 0) await look(page, 'citizen-email-sent')
    await page.getByRole('button', { name: 'Yêu cầu đường dẫn khác' }).click()
    await page.getByLabel('Mã số BHXH hoặc số định danh').fill('9999999999')
    await page.getByLabel('Năm', { exact: true }).fill('1980')
  }
  await page.getByRole('button', { name: 'Gửi đường dẫn' }).click()
  await expect(page.getByText('Thử lại từ')).toBeVisible()
  await expect(page.getByLabel('Mã tờ khai (không bắt buộc)')).toBeVisible()
  await look(page, 'citizen-email-wait')

  await page.goto('/dang-nhap/lien-ket')
  await expect(page.getByText('Đường dẫn không đầy đủ')).toBeVisible()
  await look(page, 'citizen-link-broken')
  await page.goto(`/dang-nhap/lien-ket#${'a'.repeat(43)}`)
  await page.reload()
  await verifyOnPage(page, 'Đặt lại mật khẩu')
})

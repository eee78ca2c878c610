import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { type Browser, expect, type Page } from '@playwright/test'

import { verifyOnPage } from './citizen-pages.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
const DATA = process.env['ANSINH_JOURNEY_DATA'] ?? ''
const OFFICE = process.env['ANSINH_OFFICE_URL'] ?? ''
const DESK = { viewport: { width: 1366, height: 768 }, baseURL: OFFICE }

/** What `npm run sign-ins` prints for a demo user: the password and the code of this moment. */
function readSignIn(userName: string): { password: string; code: string } {
  const command = ['tools/sign-ins.ts', '--data', DATA]
  const printed = execFileSync(process.execPath, command, { cwd: REPOSITORY, encoding: 'utf8' })
  const [, password, code] = new RegExp(String.raw`${userName}\s+(\S+)\s+\S+ (\d{6})`).exec(printed) ?? []
  if (password === undefined || code === undefined) throw new Error(`no sign-in for ${userName}`)
  return { password, code }
}

/** The first factor; answers the code of the second one, printed at the same moment. */
export async function enterPassword(page: Page, userName: string): Promise<string> {
  const { password, code } = readSignIn(userName)
  await page.goto('/')
  await verifyOnPage(page, 'Đăng nhập')
  await page.getByLabel('Tên đăng nhập').fill(userName)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page.getByLabel('Mã 6 chữ số')).toBeVisible()
  return code
}

/** Where a clerk begins. */
const QUEUE = 'Hàng chờ của cơ quan'

export async function enterSecondFactor(page: Page, code: string, home: string | RegExp = QUEUE): Promise<void> {
  await page.getByLabel('Mã 6 chữ số').fill(code)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await verifyOnPage(page, home)
}

/** A desk's browser, 1366 × 768, nobody signed in. */
export const openOffice = async (browser: Browser): Promise<Page> => (await browser.newContext(DESK)).newPage()

/** Signs in once per run and keeps the session: a second factor's code counts once. Who comes second waits for who came first. */
async function keepSession(browser: Browser, userName: string, state: string, home: string): Promise<void> {
  if (mkdirOnce(`${state}.lock`)) {
    const page = await openOffice(browser)
    await enterSecondFactor(page, await enterPassword(page, userName), home)
    await page.context().storageState({ path: state })
    await page.context().close()
  }
  await expect.poll(() => existsSync(state), { timeout: 60_000 }).toBe(true)
}

const mkdirOnce = (path: string): boolean => {
  try {
    mkdirSync(path)
    return true
  } catch {
    return false
  }
}

/** A desk with somebody signed in, where their work begins. */
export async function openDesk(browser: Browser, userName: string, home = QUEUE): Promise<Page> {
  const state = join(DATA, `desk-${userName}.json`)
  if (!existsSync(state)) await keepSession(browser, userName, state, home)
  const page = await (await browser.newContext({ ...DESK, storageState: state })).newPage()
  await page.goto('/')
  await verifyOnPage(page, home)
  return page
}

/** A USB scanner is a keyboard that types very fast and ends with Enter, wherever the cursor stands. */
export const scan = (page: Page, text: string): Promise<void> =>
  page.evaluate((signs) => {
    for (const key of [...signs, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }, text)

/** The code typed into the field that `/` leads to. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.keyboard.press('/')
  // A person sees the cursor before typing on; without that look this would be a scanner's burst, and a slow one is dropped.
  await expect(page.getByLabel('Quét hoặc gõ mã tờ khai, số hồ sơ')).toBeFocused()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

export async function receivePaper(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Nhận tờ khai/ }).click()
  await expect(page.getByText('Đã nhận tờ khai; tin nhắn biên nhận đang được gửi.')).toBeVisible()
}

/** Every item by its key; the first asks for the kind of paper. */
export async function markChecklist(page: Page): Promise<void> {
  await page.keyboard.press('1')
  await expect(page.getByLabel('Loại giấy tờ tùy thân xuất trình')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Loại giấy tờ tùy thân xuất trình')).not.toHaveValue('')
  for (const key of ['2', '3', '4', '5']) await page.keyboard.press(key)
  await expect(page.getByRole('radio', { name: 'Đạt', exact: true, checked: true })).toHaveCount(4)
}

/** Ctrl+Enter asks, Ctrl+Enter confirms. */
export async function approve(page: Page, fullName: string): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: `Chấp nhận đăng ký của ${fullName}?` })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(
    page.getByRole('complementary', { name: 'Hoàn tác quyết định' }).getByText(`Đã chấp nhận ${fullName}`, { exact: true }),
  ).toBeVisible()
}

export async function undo(page: Page): Promise<void> {
  await page.keyboard.press('u')
  await expect(page.getByText('Đã hoàn tác. Hồ sơ trở lại bước đối chiếu.').first()).toBeVisible()
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type BrowserContext, chromium, expect, type LaunchOptions, type Page, test } from '@playwright/test'

import { makeStranger } from './applicants.ts'
import { fillIdentity, goOn, verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'

/** A phone that loses its network, its page or its whole browser keeps what was typed. */
const PERSON = makeStranger('Hồ Thị Mất Mạng')

/** A phone's browser with a profile on the disk, so that it can die and begin anew. */
async function openBrowser(options: LaunchOptions, profile: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await chromium.launchPersistentContext(profile, { ...options, viewport: { width: 360, height: 740 }, locale: 'vi-VN' })
  return { context, page: await context.newPage() }
}

/** The whole browser process dies at once, without a chance to write anything more. */
async function crashBrowser(context: BrowserContext): Promise<void> {
  const closed = context.waitForEvent('close')
  const session = await context.browser()?.newBrowserCDPSession()
  session?.send('Browser.crash').catch(() => undefined)
  await closed
}

async function expectIdentity(page: Page): Promise<void> {
  await verifyOnPage(page, 'Thông tin của bạn')
  await expect(page.getByLabel('Họ và tên')).toHaveValue(PERSON.fullName)
  await expect(page.getByLabel('Số định danh cá nhân / số CCCD')).toHaveValue(PERSON.nationalId)
  await expect(page.getByLabel('Năm', { exact: true })).toHaveValue(PERSON.year)
  await expect(page.getByLabel(PERSON.sex, { exact: true })).toBeChecked()
}

test('a draft survives a reload and a killed browser; without a network the app opens and the draft goes on', async ({ baseURL }, {
  project,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'an-sinh-profile-'))
  const options = project.use.launchOptions ?? {}
  const first = await openBrowser(options, profile)
  await first.page.goto(`${baseURL}/dang-ky`)
  await first.page.getByRole('button', { name: 'Bắt đầu đăng ký' }).click()
  await fillIdentity(first.page, PERSON)
  // A person's moment: each answer is sealed and written as it is given, a little after the finger.
  await first.page.waitForTimeout(1000)
  await first.page.reload()
  await expectIdentity(first.page)
  await first.page.evaluate(async () => navigator.serviceWorker.ready.then(() => undefined))
  await crashBrowser(first.context)

  const second = await openBrowser(options, profile)
  await second.context.setOffline(true)
  await second.page.goto(`${baseURL}/dang-ky`)
  await verifyOnPage(second.page, 'Đăng ký giao dịch điện tử cá nhân')
  await expect(second.page.getByText('Chưa có kết nối mạng.')).toBeVisible()
  await look(second.page, 'citizen-offline')
  await expect(second.page.getByRole('heading', { name: `Bản đăng ký của ${PERSON.fullName}` })).toBeVisible()
  await second.page.getByRole('button', { name: 'Điền tiếp' }).click()
  await verifyOnPage(second.page, 'Dữ liệu của bạn')
  await second.page.getByRole('link', { name: 'Quay lại' }).click()
  await expectIdentity(second.page)
  await goOn(second.page)
  await verifyOnPage(second.page, 'Dữ liệu của bạn')
  await second.context.close()
  rmSync(profile, { recursive: true, force: true })
})

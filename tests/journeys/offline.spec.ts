import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Browser, chromium, expect, type LaunchOptions, type Page, test } from '@playwright/test'

import { makeStranger } from './applicants.ts'
import { fillIdentity, goOn, verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'

/** A phone that loses its network, its page or its whole browser keeps what was typed. */
const PERSON = makeStranger('Hồ Thị Mất Mạng')

type OwnBrowser = { process: ChildProcess; browser: Browser; page: Page }

/** A browser of its own with a profile on the disk, so that its process can be killed and begun anew. */
async function openBrowser({ executablePath = '', args = [], env = {} }: LaunchOptions, profile: string): Promise<OwnBrowser> {
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=vi-VN']
  const process = spawn(executablePath, [...args, ...own], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  process.stderr?.on('data', (piece: Buffer) => (told += piece.toString()))
  const listening = /DevTools listening on (\S+)/
  await expect.poll(() => listening.test(told), { timeout: 30_000 }).toBe(true)
  const browser = await chromium.connectOverCDP(listening.exec(told)?.[1] ?? '')
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the browser has no context')
  const page = await context.newPage()
  await page.setViewportSize({ width: 360, height: 740 })
  return { process, browser, page }
}

/** Dead at once, without a chance to write anything more. */
async function killBrowser({ process, browser }: OwnBrowser): Promise<void> {
  const gone = new Promise<void>((resolve) => void browser.once('disconnected', () => resolve()))
  process.kill('SIGKILL')
  await gone
}

const killProcess = async ({ process }: OwnBrowser): Promise<void> => {
  const gone = new Promise<void>((resolve) => void process.once('exit', () => resolve()))
  if (process.exitCode !== null || process.signalCode !== null) return
  process.kill('SIGKILL')
  await gone
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
  await killBrowser(first)

  const second = await openBrowser(options, profile)
  await second.page.context().setOffline(true)
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
  await second.browser.close()
  await killProcess(second)
  rmSync(profile, { recursive: true, force: true })
})

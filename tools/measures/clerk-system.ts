import type { Browser } from '@playwright/test'

import { buildWebApps } from '../launch/build-web-app.ts'
import { CONTEXT, openBrowser } from './open-browser.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { ScriptedClerk } from './scripted-clerk.ts'
import { findStaffSignIn } from './sign-in-staff.ts'

/** Of the demo: where its clerk sits, and another office. */
export const CLERK = { userName: 'canbo.dongda', officeId: 101, otherOfficeId: 102 } as const
/** The script works a form in about two seconds, a person in fifty: with twenty seconds of undo its bars would pile up as no clerk sees them. */
const UNDO_SECONDS = '2'

async function signIn(browser: Browser, system: RunningSystem): Promise<ScriptedClerk> {
  const page = await (await browser.newContext({ ...CONTEXT, viewport: { width: 1366, height: 768 } })).newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(system.officeUrl)
  const { password } = await findStaffSignIn(system, CLERK.userName)
  await page.getByLabel('Tên đăng nhập').fill(CLERK.userName)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByLabel('Mã 6 chữ số').fill((await findStaffSignIn(system, CLERK.userName)).totp)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hàng chờ của cơ quan' }).waitFor()
  return new ScriptedClerk(page)
}

/** The whole product with a clerk signed in at a desk's screen, gone afterwards. */
export async function withClerk<T>(people: number, work: (clerk: ScriptedClerk, system: RunningSystem) => Promise<T>): Promise<T> {
  await buildWebApps()
  process.env['ANSINH_UNDO_SECONDS'] = UNDO_SECONDS
  const system = await startSystem({ durable: false, people })
  const browser = await openBrowser()
  try {
    return await work(await signIn(browser, system), system)
  } finally {
    await browser.close()
    await system.stop()
  }
}

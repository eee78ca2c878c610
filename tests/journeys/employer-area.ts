import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { type Applicant, makeStranger } from './applicants.ts'
import { verifyOnPage } from './citizen-pages.ts'
import { enterPassword, enterSecondFactor, openOffice } from './office-pages.ts'

/** What an officer of an employer does, screen by screen. */
const REPOSITORY = join(import.meta.dirname, '../..')
const DATA = process.env['ANSINH_JOURNEY_DATA'] ?? ''

/** The demo employer's officer by what stands before the @. */
function findUserName(name: string): string {
  const printed = execFileSync(process.execPath, ['tools/sign-ins.ts', '--data', DATA], { cwd: REPOSITORY, encoding: 'utf8' })
  const found = new RegExp(String.raw`${name}@\S+`).exec(printed)?.[0]
  if (found === undefined) throw new Error(`no sign-in for ${name}`)
  return found
}

export async function openEmployerArea(browser: Browser, name: string): Promise<Page> {
  const page = await openOffice(browser)
  const userName = findUserName(name)
  await enterSecondFactor(page, await enterPassword(page, userName), /./u)
  return page
}

/** A page of the area, as its own link leads there. */
export async function openPage(page: Page, link: string, title: string): Promise<void> {
  await page.getByRole('link', { name: link, exact: true }).first().click()
  await verifyOnPage(page, title)
}

/** Waits for the preview, says yes twice, waits until it is written. */
export async function confirmRoster(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Ghi \d+ dòng$/ }).click()
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: /^Ghi \d+ dòng$/ })
    .click()
  await expect(page.getByText(/^Đã ghi \d+ dòng/)).toBeVisible({ timeout: 30_000 })
}

/** People of the roster as its table shows them, those with a whole birthday and both numbers, as somebody who may register. */
export async function readRoster(page: Page): Promise<Applicant[]> {
  const rows = await page.getByRole('table').getByRole('row').allInnerTexts()
  return rows.flatMap((row) => {
    const [fullName = '', born = '', insuranceNumber = '', nationalId = ''] = row.split('\t').map((cell) => cell.trim())
    const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(born) ?? []
    if (day === undefined || month === undefined || year === undefined || !/^\d{12}$/.test(nationalId) || !/^\d{10}$/.test(insuranceNumber))
      return []
    const sex = Number(nationalId[3]) % 2 === 0 ? 'Nam' : 'Nữ'
    return [{ ...makeStranger(fullName), insuranceNumber, nationalId, day, month, year, sex }]
  })
}

/** A list in the employer's own layout; the last line has a birthday that nobody has. */
export const writeList = (people: readonly Applicant[], department: string): Buffer =>
  Buffer.from(
    [
      'Họ tên;Ngày tháng năm sinh;Số sổ BHXH;Bộ phận;Điện thoại',
      ...people.map(({ fullName, day, month, year, insuranceNumber, phone }) =>
        [fullName, `${day}/${month}/${year}`, insuranceNumber, department, phone].join(';'),
      ),
      'Nguyễn Văn Sai Ngày;31/02/1990;9999999901;Tổ 1;',
    ].join('\n'),
  )

import { type APIRequestContext, expect, type Page } from '@playwright/test'

import type { Applicant } from './applicants.ts'

/** What a person does in the citizen app, screen by screen; each step first verifies that it is on its screen. */
export const verifyOnPage = (page: Page, title: string | RegExp): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()

/** The one main button of a step. */
export const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Tiếp tục', exact: true }).click()

/** Secrets as the texts carry them. */
export const ONE_TIME_CODE = /(?<=Ma xac nhan cua ban la )\d{6}/
export const FIRST_PASSWORD = /(?<=Mat khau lan dau (?:moi )?)[a-z]{4}-\d{4}-[a-z]{4}/

/** The newest words for a phone or e-mail address that match, as the inbox page of the demo shows them; waits for other words than `known`. */
export async function readInbox(request: APIRequestContext, to: string, pattern: RegExp, known = ''): Promise<string> {
  let found = known
  const look = async (): Promise<boolean> => {
    const body = await (await request.get(`/hop-thu?to=${encodeURIComponent(to)}`)).text()
    found = pattern.exec(body)?.[0] ?? known
    return found !== known
  }
  await expect.poll(look, { timeout: 45_000 }).toBe(true)
  return found
}

export async function fillIdentity(page: Page, applicant: Applicant): Promise<void> {
  await verifyOnPage(page, 'Thông tin của bạn')
  await page.getByLabel('Họ và tên').fill(applicant.fullName)
  await page.getByLabel('Số định danh cá nhân / số CCCD').fill(applicant.nationalId)
  await page.getByLabel('Mã số BHXH', { exact: true }).fill(applicant.insuranceNumber)
  await page.getByLabel('Ngày', { exact: true }).fill(applicant.day)
  await page.getByLabel('Tháng', { exact: true }).fill(applicant.month)
  await page.getByLabel('Năm', { exact: true }).fill(applicant.year)
  await page.getByLabel(applicant.sex, { exact: true }).check()
}

export async function readPrivacyText(page: Page): Promise<void> {
  await verifyOnPage(page, 'Dữ liệu của bạn')
  await page.getByRole('button', { name: 'Tôi đã đọc, tiếp tục' }).click()
}

export async function askForCode(page: Page, applicant: Applicant): Promise<string> {
  await verifyOnPage(page, 'Số điện thoại của bạn')
  await page.getByLabel('Số điện thoại di động').fill(applicant.phone)
  await page.getByLabel('Thư điện tử').fill(applicant.email)
  await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click()
  await verifyOnPage(page, 'Nhập mã xác nhận')
  return readInbox(page.request, applicant.phone, ONE_TIME_CODE)
}

export async function enterCode(page: Page, code: string): Promise<void> {
  await verifyOnPage(page, 'Nhập mã xác nhận')
  await page.getByLabel('Mã xác nhận').fill(code)
  await goOn(page)
}

/** A search box: typed without accents, chosen from the list. */
async function choose(page: Page, label: string, typed: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed)
  await page.getByRole('option', { name: option, exact: true }).click()
}

export async function fillAddress(page: Page): Promise<void> {
  await verifyOnPage(page, 'Địa chỉ liên hệ')
  await choose(page, 'Tỉnh, thành phố', 'ha noi', 'Thành phố Hà Nội')
  await choose(page, 'Phường, xã, đặc khu', 'ba dinh', 'Phường Ba Đình')
  await page.getByLabel('Số nhà, đường, thôn, tổ dân phố').fill('Số 1 phố Mẫu')
}

export async function chooseOffice(page: Page, office: string): Promise<void> {
  await verifyOnPage(page, 'Cơ quan BHXH nhận tờ khai')
  await page.getByLabel('Nơi tôi cư trú').check()
  await page.getByRole('radio', { name: new RegExp(office) }).check()
}

export async function takePhotos(page: Page, photos: Record<string, Buffer>): Promise<void> {
  await verifyOnPage(page, 'Ảnh giấy tờ và chân dung')
  const names = { 'id-front': 'Mặt trước giấy tờ', 'id-back': 'Mặt sau giấy tờ', portrait: 'Ảnh chân dung' }
  for (const [kind, name] of Object.entries(names)) {
    const bytes = photos[kind]
    if (bytes === undefined) throw new Error(`no photo ${kind}`)
    await page.getByLabel(`Chọn ảnh có sẵn: ${name}`).setInputFiles({ name: `${kind}.jpg`, mimeType: 'image/jpeg', buffer: bytes })
    await expect(page.getByAltText(`Ảnh đã chụp: ${name}`)).toBeVisible()
  }
  await expect(page.getByText('Đã gửi.')).toHaveCount(3, { timeout: 30_000 })
}

/** What only the applicant sees after sending: numbers and dates of the receipt. */
export async function readReceipt(page: Page): Promise<{ fileNumber: string; formCode: string; dueOn: string }> {
  await verifyOnPage(page, /^Hồ sơ \d{5}\/\d{4}\/\d{5,6}$/)
  const formCode = await page.locator('.big-code').innerText()
  const fileNumber = /\d{5}\/\d{4}\/\d{5,6}/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? ''
  const dueOn = /\d{2}\/\d{2}\/\d{4}/.exec(await page.locator('main strong').first().innerText())?.[0] ?? ''
  return { fileNumber, formCode, dueOn }
}

/** Number, first password and birth date; then one's own password. */
export async function signInFirst(page: Page, applicant: Applicant, firstPassword: string, ownPassword: string): Promise<void> {
  await verifyOnPage(page, 'Đăng nhập lần đầu')
  await page.getByLabel('Mã số BHXH hoặc số định danh').fill(applicant.insuranceNumber)
  await page.getByLabel('Mật khẩu lần đầu', { exact: true }).fill(firstPassword)
  await page.getByLabel('Ngày', { exact: true }).fill(applicant.day)
  await page.getByLabel('Tháng', { exact: true }).fill(applicant.month)
  await page.getByLabel('Năm', { exact: true }).fill(applicant.year)
  await goOn(page)
  await verifyOnPage(page, 'Đặt mật khẩu của riêng bạn')
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(ownPassword)
  await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click()
  await verifyOnPage(page, 'Quản lý cá nhân')
}

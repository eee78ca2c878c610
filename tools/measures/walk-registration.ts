import type { Page } from '@playwright/test'

import type { ReadSms } from './read-inbox-sms.ts'

export type Walker = {
  person: {
    fullName: string
    nationalId: string
    insuranceNumber: string
    bornOn: readonly [day: string, month: string, year: string]
    sex: 'Nam' | 'Nữ'
    phone: string
  }
  /** Paths of the three pictures, as a phone's gallery has them. */
  photos: Record<'id-front' | 'id-back' | 'portrait', string>
  readSms: ReadSms
  /** Called on each screen, before it is left. */
  look?: (screen: string) => Promise<void>
}

const PHOTO_NAMES = { 'id-front': 'Mặt trước giấy tờ', 'id-back': 'Mặt sau giấy tờ', portrait: 'Ảnh chân dung' } as const
const CODE = /\b(\d{6})\b/

const onPage = (page: Page, title: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name: title }).waitFor()
const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Tiếp tục', exact: true }).click()

async function fillIdentity(page: Page, { person, look }: Walker): Promise<void> {
  await onPage(page, 'Thông tin của bạn')
  await look?.('identity')
  await page.getByLabel('Họ và tên').fill(person.fullName)
  await page.getByLabel('Số định danh cá nhân / số CCCD').fill(person.nationalId)
  await page.getByLabel('Mã số BHXH', { exact: true }).fill(person.insuranceNumber)
  for (const [at, label] of ['Ngày', 'Tháng', 'Năm'].entries()) await page.getByLabel(label, { exact: true }).fill(person.bornOn[at] ?? '')
  await page.getByLabel(person.sex, { exact: true }).check()
  await goOn(page)
}

async function provePhone(page: Page, { person, readSms, look }: Walker): Promise<void> {
  await onPage(page, 'Dữ liệu của bạn')
  await look?.('privacy')
  await page.getByRole('button', { name: 'Tôi đã đọc, tiếp tục' }).click()
  await onPage(page, 'Số điện thoại của bạn')
  await look?.('phone')
  await page.getByLabel('Số điện thoại di động').fill(person.phone)
  await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click()
  await onPage(page, 'Nhập mã xác nhận')
  const code = CODE.exec((await readSms(person.phone, CODE)) ?? '')?.[1]
  if (code === undefined) throw new Error('no code arrived')
  await look?.('code')
  await page.getByLabel('Mã xác nhận').fill(code)
  await goOn(page)
}

async function choose(page: Page, label: string, typed: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed)
  await page.getByRole('option', { name: option, exact: true }).click()
}

async function fillPlaces(page: Page, { look }: Walker): Promise<void> {
  await onPage(page, 'Địa chỉ liên hệ')
  await choose(page, 'Tỉnh, thành phố', 'ha noi', 'Thành phố Hà Nội')
  await choose(page, 'Phường, xã, đặc khu', 'ba dinh', 'Phường Ba Đình')
  await page.getByLabel('Số nhà, đường, thôn, tổ dân phố').fill('Số 1 phố Mẫu')
  await look?.('address')
  await goOn(page)
  await onPage(page, 'Cơ quan BHXH nhận tờ khai')
  await page.getByLabel('Nơi tôi cư trú').check()
  await page.getByRole('radio', { name: /Ba Đình/ }).check()
  await look?.('office')
  await goOn(page)
}

/** Until the picture is kept: at once, or after a hint and a second try by insisting, which the screen offers then. */
async function takePhoto(page: Page, name: string, path: string): Promise<number> {
  const file = page.getByLabel(new RegExp(`^Chọn ảnh (?:có sẵn|khác): ${name}$`))
  const kept = page.getByAltText(`Ảnh đã chụp: ${name}`)
  const panel = page.getByRole('region', { name, exact: true })
  await file.setInputFiles(path)
  await kept.or(panel.locator('.notice')).first().waitFor()
  if (await kept.isVisible()) return 1
  const insist = panel.getByRole('button', { name: 'Vẫn dùng ảnh này' })
  await file.setInputFiles(path)
  await kept.or(insist).first().waitFor()
  if (await insist.isVisible()) await insist.click()
  await kept.waitFor()
  return 2
}

async function takePhotos(page: Page, { photos, look }: Walker): Promise<number> {
  await onPage(page, 'Ảnh giấy tờ và chân dung')
  let tries = 0
  for (const [kind, name] of Object.entries(PHOTO_NAMES)) tries += await takePhoto(page, name, photos[kind as keyof typeof photos])
  await page.getByText('Đã gửi.').nth(2).waitFor()
  await look?.('photos')
  await goOn(page)
  return tries
}

export type Receipt = { fileNumber: string; formCode: string; photoTries: number }

/** A whole registration by the citizen app's screens, from the start page to the receipt. Typing takes no time: what takes time is the system. */
export async function walkRegistration(page: Page, url: string, walker: Walker): Promise<Receipt> {
  await page.goto(url)
  await onPage(page, 'Bảo hiểm xã hội trên điện thoại của bạn')
  await walker.look?.('start')
  await page.getByRole('link', { name: 'Đăng ký ngay' }).click()
  await onPage(page, 'Đăng ký giao dịch điện tử cá nhân')
  await walker.look?.('begin')
  await page.getByRole('button', { name: 'Bắt đầu đăng ký' }).click()
  await fillIdentity(page, walker)
  await provePhone(page, walker)
  await fillPlaces(page, walker)
  const photoTries = await takePhotos(page, walker)
  await onPage(page, 'Kiểm tra trước khi gửi')
  await walker.look?.('check')
  await page.getByRole('button', { name: 'Gửi đăng ký' }).click()
  const title = page.getByRole('heading', { level: 1, name: /^Hồ sơ \d{5}\/\d{4}\/\d{5,6}$/ })
  await title.waitFor()
  await walker.look?.('receipt')
  return { fileNumber: (await title.innerText()).replace('Hồ sơ ', ''), formCode: await page.locator('.big-code').innerText(), photoTries }
}

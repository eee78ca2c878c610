import { type Browser, expect, type Page, test } from '@playwright/test'

import { LE_THI_VI_DU as PERSON } from './applicants.ts'
import {
  askForCode,
  chooseOffice,
  enterCode,
  fillAddress,
  fillIdentity,
  FIRST_PASSWORD,
  goOn,
  readInbox,
  readPrivacyText,
  readReceipt,
  signInFirst,
  takePhotos,
  verifyOnPage,
} from './citizen-pages.ts'
import { drawPhotos } from './draw-photos.ts'
import { listTraces, watchAddresses } from './find-traces.ts'
import { giveMandate } from './give-mandate.ts'
import { keepForGuide, look } from './look.ts'
import { approve, enterPassword, enterSecondFactor, markChecklist, openOffice, receivePaper, scan, undo } from './office-pages.ts'

/** The letter, sentence by sentence, as a person and a clerk live it: one phone of 360 px, one desk of 1366 × 768. */
test.describe.configure({ mode: 'serial' })

const OWN_PASSWORD = 'trăng rằm soi bến vắng 26'
const PHONE_SCREEN = { viewport: { width: 360, height: 740 }, hasTouch: true }

let phone: Page
let desk: Page
let receipt = { fileNumber: '', formCode: '', dueOn: '' }
let firstPassword = ''
const addresses: string[] = []

const openPhone = async (browser: Browser): Promise<Page> => (await browser.newContext(PHONE_SCREEN)).newPage()

test.beforeAll(async ({ browser }) => {
  phone = await openPhone(browser)
  desk = await openOffice(browser)
  for (const page of [phone, desk]) watchAddresses(page, addresses)
})
test.afterAll(async () => {
  await phone.context().close()
  await desk.context().close()
})

/** The person's own, as on the papers. */
async function fillBirthDate(page: Page): Promise<void> {
  await page.getByLabel('Ngày', { exact: true }).fill(PERSON.day)
  await page.getByLabel('Tháng', { exact: true }).fill(PERSON.month)
  await page.getByLabel('Năm', { exact: true }).fill(PERSON.year)
}

test('a person begins on the start page, says who they are and proves the phone', async () => {
  await phone.goto('/')
  await verifyOnPage(phone, 'Bảo hiểm xã hội trên điện thoại của bạn')
  await look(phone, 'citizen-start')
  await phone.getByRole('link', { name: 'Đăng ký ngay' }).click()
  await verifyOnPage(phone, 'Đăng ký giao dịch điện tử cá nhân')
  await look(phone, 'citizen-begin')
  await phone.getByRole('button', { name: 'Bắt đầu đăng ký' }).click()
  await fillIdentity(phone, PERSON)
  await look(phone, 'citizen-identity')
  await goOn(phone)
  await verifyOnPage(phone, 'Dữ liệu của bạn')
  await look(phone, 'citizen-privacy')
  await readPrivacyText(phone)
  const code = await askForCode(phone, PERSON)
  await look(phone, 'citizen-code')
  await enterCode(phone, code)
})

test('they give their address, choose the office that serves it and send three photos, checked on the phone', async ({ browser }) => {
  const photos = await drawPhotos(browser, PERSON)
  await fillAddress(phone)
  await look(phone, 'citizen-address')
  await goOn(phone)
  await chooseOffice(phone, 'Ba Đình')
  await look(phone, 'citizen-office')
  await goOn(phone)
  await takePhotos(phone, photos)
  await expect(phone.getByText('Mã QR trên thẻ khớp với thông tin bạn đã khai.')).toBeVisible()
  await look(phone, 'citizen-photos')
  await goOn(phone)
})

test('they check their answers, lose the network as they send, and once it is back get a receipt with number, form code, due date, office and Form 01 to print', async () => {
  await verifyOnPage(phone, 'Kiểm tra trước khi gửi')
  await look(phone, 'citizen-check')
  await phone.context().setOffline(true)
  await phone.getByRole('button', { name: 'Gửi đăng ký' }).click()
  await expect(phone.getByText(/Chưa gửi được, sẽ tự thử lại\./)).toBeVisible()
  await look(phone, 'citizen-sending')
  await phone.context().setOffline(false)
  receipt = await readReceipt(phone)
  expect(receipt.fileNumber).toMatch(/^90102\/\d{4}\/\d{5}$/)
  expect(receipt.formCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  await expect(phone.getByText('BHXH cơ sở Ba Đình').first()).toBeVisible()
  await expect(phone.getByText('Bản chính giấy tờ tùy thân đã chụp ảnh')).toBeVisible()
  await look(phone, 'citizen-receipt')
  const form = await phone.request.get(
    (await phone.getByRole('link', { name: 'Mở Tờ khai Mẫu số 01 để in (PDF)' }).getAttribute('href')) ?? '',
  )
  expect(form.headers()['content-type']).toContain('application/pdf')
  expect((await form.body()).subarray(0, 5).toString()).toBe('%PDF-')
  keepForGuide('form-01.pdf', await form.body())
  const told = await readInbox(phone.request, PERSON.phone, /Da nhan dang ky [^<]*/)
  expect(told).toContain(receipt.fileNumber)
  expect(told).toContain(receipt.dueOn)
})

test('the form code alone shows anybody the state, the same due date and nothing personal', async ({ browser }) => {
  const stranger = await openPhone(browser)
  await stranger.goto(`/to-khai#${receipt.formCode}`)
  await verifyOnPage(stranger, 'Tình trạng tờ khai')
  await expect(stranger.getByText('Đang chờ nộp Tờ khai Mẫu số 01 tại cơ quan BHXH đã chọn.')).toBeVisible()
  await expect(stranger.getByText(`Hạn nộp: ${receipt.dueOn}`)).toBeVisible()
  expect(stranger.url()).not.toContain('#')
  const shown = await stranger.locator('body').innerText()
  for (const personal of [PERSON.fullName, PERSON.phone, PERSON.nationalId, PERSON.insuranceNumber]) expect(shown).not.toContain(personal)
  await look(stranger, 'citizen-status')
  await stranger.context().close()
})

test('a clerk signs in with password and second factor, scans the form and sees declared, registered and card data agree', async () => {
  const code = await enterPassword(desk, 'canbo.badinh')
  await look(desk, 'office-second-factor')
  await enterSecondFactor(desk, code)
  await look(desk, 'office-queue')
  await scan(desk, `${process.env['ANSINH_CITIZEN_URL']}/to-khai#${receipt.formCode}`)
  await verifyOnPage(desk, PERSON.fullName)
  await expect(desk.getByText(receipt.fileNumber)).toBeVisible()
  await expect(desk.getByText(`Hạn nộp ${receipt.dueOn}`)).toBeVisible()
  for (const field of ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Số định danh']) {
    await expect(desk.getByRole('row', { name: field }).getByText('Khớp')).toHaveCount(2)
  }
  await expect(desk.getByRole('img')).toHaveCount(3)
})

test('the clerk takes the paper in, marks the checklist, approves, takes it back once and approves again', async () => {
  await receivePaper(desk)
  await readInbox(phone.request, PERSON.phone, /Da nhan To khai cua ho so [^<]*/)
  await markChecklist(desk)
  await look(desk, 'office-case')
  await approve(desk, PERSON.fullName)
  await undo(desk)
  await expect(desk.getByText('Đã nhận tờ khai', { exact: true })).toBeVisible()
  await approve(desk, PERSON.fullName)
  await look(desk, 'office-approved')
})

test('the first password leaves for the phone only after the time to take it back; the e-mail tells the decision without it', async () => {
  firstPassword = await readInbox(phone.request, PERSON.phone, FIRST_PASSWORD)
  const mail = await readInbox(phone.request, PERSON.email, /Đăng ký giao dịch điện tử của bạn đã được duyệt[^<]*/)
  expect(mail).not.toContain(firstPassword)
  const texts = await (await phone.request.get(`/hop-thu?to=${PERSON.phone}`)).text()
  expect(texts.match(/Dang ky duoc duyet/g)).toHaveLength(1)
})

test('the person sets an own password and sees their own card and participation, then signs out', async () => {
  await phone.goto('/')
  await phone.getByRole('link', { name: 'Đăng nhập lần đầu bằng mật khẩu trong tin nhắn' }).click()
  await verifyOnPage(phone, 'Đăng nhập lần đầu')
  await look(phone, 'citizen-first-sign-in')
  await signInFirst(phone, PERSON, firstPassword, OWN_PASSWORD)
  await expect(phone.getByText(`Xin chào ${PERSON.fullName}`)).toBeVisible()
  await expect(phone.getByText('Thẻ đang có giá trị')).toBeVisible()
  await expect(phone.getByText('Nơi đăng ký KCB ban đầu')).toBeVisible()
  await expect(phone.getByRole('heading', { name: 'Quá trình tham gia' })).toBeVisible()
  await expect(phone.getByText('Tổng thời gian tham gia').first()).toBeVisible()
  await look(phone, 'citizen-home')
  await phone.getByRole('link', { name: 'Dữ liệu của tôi' }).click()
  await verifyOnPage(phone, 'Dữ liệu của tôi')
  await phone.getByRole('link', { name: 'Ai đã xem dữ liệu của tôi' }).click()
  await verifyOnPage(phone, 'Ai đã xem dữ liệu của tôi')
  await expect(phone.getByText('BHXH cơ sở Ba Đình').first()).toBeVisible()
  await look(phone, 'citizen-accesses')
  await phone.getByRole('link', { name: 'Về trang cá nhân' }).click()
  await phone.getByRole('button', { name: 'Đăng xuất' }).click()
  await verifyOnPage(phone, 'Bảo hiểm xã hội trên điện thoại của bạn')
  await phone.goto('/ca-nhan')
  await verifyOnPage(phone, 'Đăng nhập')
})

test('the first password is spent, the own one signs in', async () => {
  await phone.getByLabel('Mã số BHXH hoặc số định danh').fill(PERSON.nationalId)
  await phone.getByLabel('Mật khẩu', { exact: true }).fill(firstPassword)
  await phone.locator('main').getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(phone.getByRole('alert').first()).toBeVisible()
  await look(phone, 'citizen-sign-in')
  await phone.getByLabel('Mật khẩu', { exact: true }).fill(OWN_PASSWORD)
  await phone.locator('main').getByRole('button', { name: 'Đăng nhập' }).click()
  await verifyOnPage(phone, 'Quản lý cá nhân')
})

test('a password is forgotten: the link in the e-mail, opened with the birth date, leads to another one', async () => {
  await phone.goto('/dang-nhap/qua-thu')
  await phone.getByLabel('Mã số BHXH hoặc số định danh').fill(PERSON.nationalId)
  await fillBirthDate(phone)
  await phone.getByRole('button', { name: 'Gửi đường dẫn' }).click()
  await verifyOnPage(phone, 'Hãy mở thư điện tử')
  await phone.goto(await readInbox(phone.request, PERSON.email, /https?:[^\s<]+\/lien-ket#[\w-]{43}/))
  await verifyOnPage(phone, 'Đặt lại mật khẩu')
  await expect(phone).toHaveURL(/\/lien-ket$/)
  await fillBirthDate(phone)
  await look(phone, 'citizen-link')
  await goOn(phone)
  await verifyOnPage(phone, 'Đặt mật khẩu của riêng bạn')
  await phone.getByLabel('Mật khẩu mới').fill(`${OWN_PASSWORD} khác`)
  await phone.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click()
  await verifyOnPage(phone, 'Quản lý cá nhân')
})

test('the person lets somebody with an account see the card; seen by both, and ended at once', async ({ browser }) => {
  await giveMandate(browser, phone, PERSON.fullName)
})

test('nothing of this person stands in a log file, an address or a browser’s open storage', async () => {
  const { fullName, nationalId, insuranceNumber, email } = PERSON
  const secrets = [receipt.formCode.replace('-', ''), firstPassword, OWN_PASSWORD]
  const canary = [fullName, nationalId, insuranceNumber, PERSON.phone, PERSON.phone.slice(1), email, ...secrets]
  expect(addresses.length).toBeGreaterThan(100)
  expect(await listTraces(canary, addresses, [phone, desk])).toEqual([])
})

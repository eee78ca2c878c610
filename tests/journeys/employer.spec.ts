import { expect, type Page, test } from '@playwright/test'
import { type Applicant, makeStranger } from './applicants.ts'
import { verifyOnPage } from './citizen-pages.ts'
import { confirmRoster, openEmployerArea, openPage, readRoster, writeList } from './employer-area.ts'
import { look } from './look.ts'
import { openDesk } from './office-pages.ts'
import { type Receipt, registerApplicant } from './register-applicant.ts'

/** An employer's roll-out from the first sign-in to the receipt: the officer, somebody of the list on their phone, and the clerk. */
test.describe.configure({ mode: 'serial' })

const DONG_DA = 101
const DEPARTMENT = 'Tổ may 7'

let officer: Page
let employees: Applicant[] = []
let receipt: Receipt
let batchNumber = ''

test.beforeAll(async ({ browser }) => {
  officer = await openEmployerArea(browser, 'nhansu')
})
test.afterAll(async () => {
  await officer.context().close()
})

test('the officer starts from whom the employer declares, looks at the preview and says yes', async () => {
  await openPage(officer, 'Danh sách', 'Danh sách người của đơn vị')
  await officer.getByRole('link', { name: 'Tải danh sách lên' }).click()
  await verifyOnPage(officer, 'Tải danh sách lên')
  await look(officer, 'employer-roster-files')
  await officer.getByRole('button', { name: 'Lập danh sách' }).click()
  await confirmRoster(officer)
  await openPage(officer, 'Danh sách', 'Danh sách người của đơn vị')
  await expect(officer.getByText(/^\d+ người, tính đến/)).toBeVisible()
  employees = (await readRoster(officer)).slice(0, 3)
  expect(employees.length).toBeGreaterThan(0)
  await look(officer, 'employer-roster')
})

test('a file of the employer’s own layout is shown before it is written; its damaged line is explained and not written', async () => {
  await officer.getByRole('link', { name: 'Tải danh sách lên' }).click()
  const file = { name: 'to-may-7.csv', mimeType: 'text/csv', buffer: writeList(employees, DEPARTMENT) }
  await officer.locator('input[type=file]').setInputFiles(file)
  await officer.getByLabel(/Chỉ một số người/).check()
  await officer.getByRole('button', { name: 'Gửi và xem trước' }).click()
  await verifyOnPage(officer, 'to-may-7.csv')
  await expect(officer.getByRole('tab', { name: new RegExp(`Có thay đổi.*${employees.length}`) })).toBeVisible({ timeout: 30_000 })
  await expect(officer.getByRole('tab', { name: /Chưa ghi được.*1/ })).toBeVisible()
  await expect(
    officer.getByRole('table', { name: 'Bảng các dòng cần xem' }).or(officer.getByLabel('Bảng các dòng cần xem')).first(),
  ).toContainText('31/02/1990')
  await look(officer, 'employer-roster-preview')
  await confirmRoster(officer)
  await openPage(officer, 'Danh sách', 'Danh sách người của đơn vị')
  await expect(officer.getByRole('cell', { name: DEPARTMENT })).toHaveCount(employees.length)
})

test('who did not register is invited by the numbers of the list, after a look at text and cost', async () => {
  await openPage(officer, 'Lời mời', 'Lời mời và nhắc việc')
  await officer.getByRole('button', { name: 'Xem trước' }).click()
  await expect(officer.getByText(new RegExp(`^Gửi cho ${employees.length} người, `))).toBeVisible()
  await look(officer, 'employer-invitations')
  await officer.getByRole('button', { name: `Gửi cho ${employees.length} người` }).click()
  await expect(officer.getByText(/^Đã nhận lệnh gửi/)).toBeVisible()
  await expect(officer.getByRole('row').filter({ hasText: 'Lời mời đăng ký' }).first()).toContainText(String(employees.length), {
    timeout: 30_000,
  })
})

test('somebody of the list registers and lets this employer print and hand in, and nobody else', async ({ browser, page }) => {
  const [employee] = employees
  if (employee === undefined) throw new Error('nobody is listed')
  receipt = await registerApplicant(browser, page, employee, DONG_DA)
  await page.goto(`/ho-so/${receipt.registrationId}`)
  const consent = page.getByLabel(/^Tôi đồng ý để .* in và nộp giúp$/)
  await expect(consent).toHaveCount(1)
  await expect(consent).not.toBeChecked()
  // It shows what the register has: checked once that is kept.
  await consent.click()
  await expect(page.getByText(/^Bạn đã đồng ý để .* in, từ/)).toBeVisible()
  await look(page, 'citizen-employer-printing')
})

test('the officer prints the forms of those who agreed as one file', async () => {
  await openPage(officer, 'In tờ khai', 'In tờ khai cho người lao động')
  await expect(async () => {
    await officer.reload()
    await expect(officer.getByRole('row').filter({ hasText: DEPARTMENT }).getByRole('cell').first()).toHaveText('1', { timeout: 2000 })
  }).toPass({ timeout: 30_000 })
  await look(officer, 'employer-bulk-forms')
  const download = officer.waitForEvent('download')
  await officer.getByRole('button', { name: 'In thành một tệp PDF' }).click()
  const saved = await (await download).path()
  expect(saved).not.toBe('')
  await expect(officer.getByText('Đã tải xong 1 tờ.')).toBeVisible({ timeout: 30_000 })
})

test('signed, the form is ticked off and goes to the office in a batch', async () => {
  await openPage(officer, 'Nộp hồ sơ', 'Nộp hồ sơ')
  await officer.getByLabel('Quét mã trên tờ khai đã ký').fill(receipt.formCode)
  await officer.keyboard.press('Enter')
  await expect(officer.getByText(/^Đã ghi nhận:/)).toBeVisible()
  await officer.getByRole('button', { name: 'Lập bảng kê cho 1 tờ' }).click()
  await expect(officer.getByText('Đã lập 1 bảng kê')).toBeVisible()
  await look(officer, 'employer-hand-in')
  await officer.getByRole('link', { name: /^Mở bảng kê / }).click()
  await verifyOnPage(officer, 'Bảng kê nộp tờ khai')
  batchNumber = /\d+\/\d{4}\/BK\d+/.exec(await officer.locator('main').innerText())?.[0] ?? ''
  await expect(officer.getByText('đã nhận 0 / 1')).toBeVisible()
  await officer.getByRole('button', { name: 'Đã mang đến cơ quan BHXH' }).click()
  await expect(officer.getByText(/^đã mang đến cơ quan BHXH lúc/)).toBeVisible()
})

test('the clerk receives it form by form, a sheet that is not of the batch falls out, and the hand-over is closed', async ({
  browser,
  page,
}) => {
  const other = await registerApplicant(browser, page, makeStranger('Tô Thị Lạc Tờ'), DONG_DA)
  const desk = await openDesk(browser, 'canbo.dongda')
  await desk.goto('/bang-ke')
  await verifyOnPage(desk, 'Nhận theo đơn vị')
  await desk.getByLabel('Mã tờ bìa').fill(batchNumber)
  await desk.keyboard.press('Enter')
  await desk.getByRole('main').getByRole('textbox', { name: 'Mã tờ khai', exact: true }).fill(receipt.formCode)
  await desk.keyboard.press('Enter')
  await expect(desk.getByText(/: đã nhận$/)).toBeVisible()
  await desk.getByRole('main').getByRole('textbox', { name: 'Mã tờ khai', exact: true }).fill(other.formCode)
  await desk.keyboard.press('Enter')
  await expect(desk.getByText('Không khớp, trả lại (1)')).toBeVisible()
  await look(desk, 'office-batch')
  await desk.getByRole('button', { name: 'Giao nhận xong' }).click()
  await desk.getByRole('alertdialog').or(desk.getByRole('dialog')).getByRole('button', { name: 'Giao nhận xong' }).click()
  await expect(desk.getByText('Mở biên bản giao nhận (PDF)')).toBeVisible()
  await desk.context().close()
})

test('the employer reads what was received, what fell out, and prints the receipt', async () => {
  await officer.reload()
  await expect(officer.getByText('đã nhận 1 / 1')).toBeVisible()
  await expect(officer.getByText('Không nhận được: 1 lần quét')).toBeVisible()
  await expect(officer.getByText('Đã nhận: 1 tờ')).toBeVisible()
  await expect(officer.getByRole('button', { name: 'In biên bản giao nhận' })).toBeVisible()
  await look(officer, 'employer-batch')
})

import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { renderSVG } from 'uqr'

import { verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'

/** A sheet of paper, photographed: the code is a small part of it. */
const photograph = async (text: string): Promise<Buffer> => {
  const code = await sharp(Buffer.from(renderSVG(text, { ecc: 'M', border: 4 })))
    .resize(360, 360)
    .png()
    .toBuffer()
  const paper = sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#f4f1ea' } })
  return paper
    .composite([{ input: code, left: 760, top: 120 }])
    .jpeg({ quality: 80 })
    .toBuffer()
}

test('a paper is checked off a photo, which stays on the device, and by typing its code', async ({ page, baseURL }) => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(`${new URL(request.url()).pathname} ${request.postData() ?? ''}`)
  })
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto('/kiem-tra')
  await verifyOnPage(page, 'Kiểm tra giấy và thẻ')
  await look(page, 'citizen-check')

  const choose = async (text: string): Promise<void> =>
    page
      .getByLabel('Hoặc chọn ảnh chụp tờ giấy')
      .setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer: await photograph(text) })
  await choose(`${baseURL}/to-khai#ABCDE12345`)
  await expect(page.getByText('Đây là mã của một tờ khai, chỉ người nộp dùng.').first()).toBeVisible()
  expect(sent).toEqual([])
  await choose(`${baseURL}/kiem-tra/000000000000`)
  await expect(page.getByText('Không có giấy nào với mã này')).toBeVisible()
  await look(page, 'citizen-check-unknown')
  expect(sent).toEqual(['/api/paper-checks {"code":"000000000000"}'])

  await page.getByRole('link', { name: 'Kiểm tra giấy khác' }).click()
  await page.getByLabel('Mã kiểm tra').fill('0000-0000-0001')
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()
  await expect(page.getByText('Mã bị nhầm một ký tự.').first()).toBeVisible()
  await page.getByLabel('Mã kiểm tra').fill('MAU-DT-0101~00000000000000000000')
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()
  await expect(page.getByText('Mã trên thẻ đã bị sửa')).toBeVisible()
})

import type { Browser } from '@playwright/test'
import { renderSVG } from 'uqr'

import type { Applicant } from './applicants.ts'

/** As printed on the card: 05/03/1992, or the year alone. */
export const birthOf = ({ day, month, year }: Applicant): string =>
  [day, month]
    .filter((part) => part !== '')
    .map((part) => part.padStart(2, '0'))
    .concat(year)
    .join('/')

/** A drawn head whose colours follow the phone: two people never send the same picture. */
const drawHead = ({ phone }: Applicant): string => {
  const hue = Number(phone.slice(-4)) % 360
  return `<rect width="600" height="800" fill="hsl(${hue} 40% 86%)"/><path d="M60 800Q80 600 230 570L370 570Q520 600 540 800Z" fill="hsl(${(hue + 180) % 360} 35% 30%)"/><rect x="245" y="500" width="110" height="110" fill="#d9a887"/>
<ellipse cx="300" cy="360" rx="150" ry="195" fill="#e8bd9c"/><path d="M150 340Q140 150 300 150Q460 150 450 340Q430 230 300 225Q170 230 150 340Z" fill="#1c1512"/>
<ellipse cx="240" cy="345" rx="30" ry="15" fill="#fff"/><ellipse cx="360" cy="345" rx="30" ry="15" fill="#fff"/><circle cx="240" cy="345" r="13" fill="#2a1a10"/><circle cx="360" cy="345" r="13" fill="#2a1a10"/>
<path d="M200 310Q240 292 278 310M322 310Q360 292 400 310" stroke="#1c1512" stroke-width="11" fill="none"/><path d="M300 350L285 425Q300 436 316 425" stroke="#b98160" stroke-width="7" fill="none"/><path d="M250 475Q300 500 350 475Q300 460 250 475Z" fill="#a8504a"/>`
}

const card = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200" viewBox="0 0 1600 1200"><rect width="1600" height="1200" fill="#6d5b4b"/><rect x="160" y="200" width="1280" height="800" rx="40" fill="#eef3ea" stroke="#54685f" stroke-width="6"/>
   <text x="560" y="290" font-size="38" font-family="sans-serif" fill="#7a2020">MẪU THỬ NGHIỆM, KHÔNG PHẢI GIẤY TỜ</text>${inside}</svg>`

const qr = (applicant: Applicant): string =>
  renderSVG(
    [
      applicant.nationalId,
      '',
      applicant.fullName,
      birthOf(applicant).replaceAll('/', ''),
      applicant.sex,
      'Số 1 phố Mẫu, Hà Nội',
      '10052021',
    ].join('|'),
    { ecc: 'M', border: 4 },
  ).replace('<svg', '<svg x="1130" y="330" width="270" height="270"')

const rows = (lines: string[]): string =>
  lines
    .map((line, at) => `<text x="560" y="${400 + at * 80}" font-size="42" font-family="sans-serif" fill="#172321">${line}</text>`)
    .join('')

/** Three drawn photos (nobody's face, nobody's card) as JPEG bytes, painted by the browser itself. */
export async function drawPhotos(browser: Browser, applicant: Applicant): Promise<Record<'id-front' | 'id-back' | 'portrait', Buffer>> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1200 } })
  const paint = async (svg: string, selector = 'svg'): Promise<Buffer> => {
    await page.setContent(`<body style="margin:0">${svg}</body>`)
    return page.locator(selector).first().screenshot({ type: 'jpeg', quality: 90 })
  }
  const front = await paint(
    card(
      `<svg x="210" y="340" width="300" height="400" viewBox="0 0 600 800">${drawHead(applicant)}</svg>${rows([`Số: ${applicant.nationalId}`, applicant.fullName, birthOf(applicant), applicant.sex])}${qr(applicant)}`,
    ),
  )
  const back = await paint(
    card(rows(['Đặc điểm: hình vẽ', 'Ngày cấp: 10/05/2021', `IDVNM${applicant.nationalId.slice(3)}`, 'IDVNM&lt;&lt;MAU&lt;THU'])),
  )
  const portrait = await paint(
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200" viewBox="0 0 600 800">${drawHead(applicant)}</svg>`,
  )
  await page.close()
  return { 'id-front': front, 'id-back': back, portrait }
}

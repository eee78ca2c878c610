import sharp from 'sharp'
import { renderSVG } from 'uqr'

import type { Applicant } from './demonstration-queries.ts'

export type DemoPhoto = { kind: 'id-front' | 'id-back' | 'portrait'; bytes: Buffer }

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const dayFirst = (date: string): string => date.split('-').toReversed().join('/')
const compact = (date: string): string => date.split('-').toReversed().join('')

/** Seven fields, as on a chip card; the number range 099 belongs to nobody. */
const qrTextOf = ({ nationalId, fullName, bornOn, sex, address }: Applicant): string =>
  [nationalId, '', fullName, compact(bornOn), sex === 'male' ? 'Nam' : 'Nữ', address, '15062021'].join('|')

const nestSvg = (svg: string, x: number, y: number, size: number): string =>
  svg.replace(
    /<svg[^>]*viewBox="([^"]+)"[^>]*>/u,
    (_all, box: string) => `<svg x="${x}" y="${y}" width="${size}" height="${size}" viewBox="${box}">`,
  )

const rows = (lines: readonly string[]): string =>
  lines
    .map(
      (line, at) => `<text x="340" y="${210 + at * 62}" font-size="34" font-family="sans-serif" fill="#1d2b2a">${escapeXml(line)}</text>`,
    )
    .join('')

const card = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 757" width="960" height="606">
  <rect width="1200" height="757" fill="#cfd9d6"/><rect x="20" y="20" width="1160" height="717" rx="34" fill="#f3f6ec" stroke="#7b948b" stroke-width="4"/>
  <text x="340" y="100" font-size="40" font-weight="700" font-family="sans-serif" fill="#7a2020">MẪU THỬ NGHIỆM – KHÔNG PHẢI GIẤY TỜ</text>${inside}</svg>`

/** Small whole numbers that follow a seed: of two people hardly ever all the same. */
const drawsOf = (seed: number): ((below: number) => number) => {
  let state = seed + 1
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/** Light and shade behind the head, as in a room: pictures of two people are as unlike as two rooms are. */
const room = (draw: (below: number) => number): string =>
  Array.from({ length: 9 }, () => {
    const light = 35 + draw(45)
    return `<rect x="${draw(500)}" y="${draw(640)}" width="${90 + draw(200)}" height="${120 + draw(300)}" fill="hsl(${draw(360)} 20% ${light}%)"/>`
  }).join('')

/** A drawn head and shoulders, a little apart and turned for everybody: no real face. */
const head = (seed: number): string => {
  const draw = drawsOf(seed)
  const hue = draw(360)
  const behind = room(draw)
  const stands = `translate(${draw(90) - 45} ${draw(80) - 30}) rotate(${draw(13) - 6} 300 500) scale(${0.86 + draw(20) / 100} ${0.86 + draw(20) / 100})`
  return `<g><rect width="600" height="800" fill="hsl(${hue} 35% 72%)"/>${behind}<g transform="${stands}"><path d="M80 800Q90 600 300 590Q510 600 520 800Z" fill="hsl(${(hue + 180) % 360} 30% 30%)"/>
  <rect x="250" y="480" width="100" height="140" fill="#d9a578"/><ellipse cx="300" cy="350" rx="140" ry="185" fill="#e6b78c"/><path d="M155 330Q150 130 300 130Q450 130 445 330Q420 220 300 215Q180 220 155 330Z" fill="#1c1512"/>
  <g fill="#fff"><ellipse cx="245" cy="340" rx="28" ry="14"/><ellipse cx="355" cy="340" rx="28" ry="14"/></g><g fill="#2b1a12"><circle cx="245" cy="340" r="12"/><circle cx="355" cy="340" r="12"/></g>
  <path d="M300 350Q285 410 275 425Q300 440 325 425" stroke="#b57f55" stroke-width="6" fill="none"/><path d="M245 470Q300 500 355 470Q300 485 245 470Z" fill="#a5433f"/></g></g>`
}

const frontOf = (applicant: Applicant, seed: number): string =>
  card(`<svg x="60" y="180" width="230" height="307" viewBox="0 0 600 800">${head(seed)}</svg>
    ${rows([`Số: ${applicant.nationalId}`, applicant.fullName, `Ngày sinh: ${dayFirst(applicant.bornOn)}   ${applicant.sex === 'male' ? 'Nam' : 'Nữ'}`, 'Quốc tịch: Việt Nam', applicant.address.slice(0, 44), applicant.address.slice(44)])}
    ${nestSvg(renderSVG(qrTextOf(applicant), { ecc: 'M', border: 2 }), 960, 130, 200)}`)

const backOf = (applicant: Applicant): string =>
  card(`${rows(['Đặc điểm nhận dạng: hình vẽ, không phải người thật', 'Ngày cấp: 15/06/2021'])}
    <g font-family="monospace" font-size="34" fill="#1d2b2a"><text x="60" y="600">IDVNM${applicant.nationalId.slice(3)}&lt;&lt;MAU&lt;THU</text><text x="60" y="660">HINH&lt;VE&lt;&lt;KHONG&lt;PHAI&lt;GIAY&lt;TO</text></g>`)

const toJpeg = (svg: string, blur: number): Promise<Buffer> => {
  const picture = sharp(Buffer.from(svg))
  return (blur > 0 ? picture.blur(blur) : picture).jpeg({ quality: 78 }).toBuffer()
}

/** The three photos of a registration, drawn: front with a readable QR, back, portrait. `blurred` spoils the front. */
export async function drawPhotos(applicant: Applicant, options: { blurred: boolean }): Promise<DemoPhoto[]> {
  // The last six digits are a serial that people of different years share.
  const seed = Number(applicant.nationalId.slice(3)) % 2_147_483_000
  const portrait = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800" width="480" height="640">${head(seed)}</svg>`
  return [
    { kind: 'id-front', bytes: await toJpeg(frontOf(applicant, seed), options.blurred ? 6 : 0) },
    { kind: 'id-back', bytes: await toJpeg(backOf(applicant), 0) },
    { kind: 'portrait', bytes: await toJpeg(portrait, 0) },
  ]
}

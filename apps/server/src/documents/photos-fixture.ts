import sharp from 'sharp'
import { renderSVG } from 'uqr'

/** Facts of an invented person: number range 099, so that nobody is meant. */
export const CARD_QR = '099194000019|012345678|Nguyễn Thị Thử Nghiệm|05031994|Nữ|Số 1 phố Mẫu, phường Mẫu, Hà Nội|10052021'

const qrAt = (text: string, x: number, y: number, size: number): string =>
  renderSVG(text, { ecc: 'M', border: 2 }).replace(
    /<svg[^>]*viewBox="([^"]+)"[^>]*>/u,
    (_all, box: string) => `<svg x="${x}" y="${y}" width="${size}" height="${size}" viewBox="${box}">`,
  )

const textLines = (seed: number): string =>
  Array.from(
    { length: 9 },
    (_, line) =>
      `<text x="330" y="${200 + line * 42}" font-size="26" font-family="sans-serif">Dòng chữ thử ${seed}-${line} trên thẻ mẫu, cấp ngày 10/05/2021</text>`,
  ).join('')

/** A drawing in the proportions of an identity card, with a QR when `qr` is given. `widthPx` up to some thousands. */
export const drawIdCard = (options: { widthPx: number; qr: string | null; seed?: number; blur?: number }) => {
  const { widthPx, qr, seed = 1, blur = 0 } = options
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 757" width="${widthPx}" height="${Math.round((widthPx * 757) / 1200)}">
    <rect width="1200" height="757" fill="#dbe9e4"/><rect x="20" y="20" width="1160" height="717" rx="36" fill="#f4f7ef" stroke="#6c8a80" stroke-width="4"/>
    <text x="330" y="110" font-size="40" font-weight="700" font-family="sans-serif">THẺ MẪU ĐỂ THỬ – KHÔNG PHẢI GIẤY TỜ</text>
    <rect x="60" y="200" width="220" height="300" fill="#b9c7c1"/>${textLines(seed)}${qr === null ? '' : qrAt(qr, 980, 40, 170)}</svg>`
  const picture = sharp(Buffer.from(svg))
  return blur > 0 ? picture.blur(blur) : picture
}

/** A drawn head and shoulders; no real face. */
export const drawPortrait = (options: { widthPx: number; seed?: number }) =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800" width="${options.widthPx}" height="${Math.round((options.widthPx * 800) / 600)}">
    <rect width="600" height="800" fill="#7fa6d6"/><path d="M80 800 Q90 600 300 590 Q510 600 520 800 Z" fill="#28344d"/><rect x="250" y="480" width="100" height="140" fill="#d9a578"/>
    <ellipse cx="300" cy="350" rx="140" ry="185" fill="#e6b78c"/><path d="M155 330 Q150 130 300 130 Q450 130 445 330 Q420 220 300 215 Q180 220 155 330 Z" fill="#1c1512"/>
    <g fill="#fff"><ellipse cx="245" cy="340" rx="28" ry="14"/><ellipse cx="355" cy="340" rx="28" ry="14"/></g><g fill="#2b1a12"><circle cx="245" cy="340" r="12"/><circle cx="355" cy="340" r="12"/></g>
    <g stroke="#1c1512" stroke-width="9" fill="none"><path d="M210 312 Q245 295 280 312"/><path d="M320 312 Q355 295 390 312"/></g>
    <path d="M300 350 Q285 410 275 425 Q300 440 325 425" stroke="#b57f55" stroke-width="6" fill="none"/><path d="M245 470 Q300 500 355 470 Q300 485 245 470 Z" fill="#a5433f"/>
    <text x="10" y="790" font-size="20" fill="#fff">${options.seed ?? 1}</text></svg>`),
  )

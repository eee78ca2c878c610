import sharp from 'sharp'

/** What a pixel of a real sensor adds: without it a drawing compresses to nothing and says nothing about bytes on the wire. */
const NOISE_SIGMA = 20

const drawings: Record<string, string> = {
  'id-front':
    '<rect width="1600" height="1000" rx="60" fill="#dce9ec"/><rect x="90" y="300" width="400" height="540" fill="#b9c4c9"/><circle cx="290" cy="480" r="120" fill="#c9a58a"/><rect x="150" y="620" width="280" height="220" rx="100" fill="#3d4f63"/><text x="560" y="170" font-size="70" fill="#7a1f1f">THẺ MẪU KHÔNG CÓ GIÁ TRỊ</text><text x="560" y="330" font-size="48">Số / No.: 099 000 000 000</text><text x="560" y="450" font-size="48">Họ và tên: NGUYỄN VĂN MẪU</text><text x="560" y="570" font-size="48">Ngày sinh: 01/01/1990</text><text x="560" y="690" font-size="48">Quốc tịch: Việt Nam</text>',
  'id-back':
    '<rect width="1600" height="1000" rx="60" fill="#e2ead9"/><rect x="90" y="120" width="300" height="240" fill="#c8b25a"/><text x="450" y="200" font-size="48">Đặc điểm nhận dạng: mẫu thử</text><rect x="90" y="700" width="1420" height="220" fill="#ffffff"/><text x="110" y="770" font-size="52" font-family="monospace">IDVNM0990000000099000000000</text><text x="110" y="840" font-size="52" font-family="monospace">9001010M3001010VNM0000000000</text>',
  portrait:
    '<rect width="1600" height="1000" fill="#9fb6c4"/><ellipse cx="800" cy="420" rx="210" ry="270" fill="#d2ab8e"/><rect x="480" y="690" width="640" height="310" rx="150" fill="#41566c"/><circle cx="720" cy="380" r="24" fill="#222"/><circle cx="880" cy="380" r="24" fill="#222"/><path d="M720 540 Q800 590 880 540" stroke="#7c4435" stroke-width="14" fill="none"/>',
}

export const PHOTO_KINDS = ['id-front', 'id-back', 'portrait'] as const

/** A drawn picture of an ID card's side or of a head, as a JPEG. No face and no person. `noisy`: like a camera's. */
export async function drawPhoto(kind: string, size: { width: number; height: number; noisy: boolean; quality: number }): Promise<Buffer> {
  const { width, height } = size
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="-100 -100 1800 1200"><rect x="-100" y="-100" width="1800" height="1200" fill="#6d5a48"/>${drawings[kind] ?? ''}</svg>`
  const drawn = sharp(Buffer.from(svg)).flatten({ background: '#6d5a48' })
  if (!size.noisy) return drawn.jpeg({ quality: size.quality }).toBuffer()
  const noise = await sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: NOISE_SIGMA } },
  })
    .raw()
    .toBuffer()
  return sharp(await drawn.toBuffer())
    .composite([{ input: noise, raw: { width, height, channels: 3 }, blend: 'soft-light' }])
    .jpeg({ quality: size.quality })
    .toBuffer()
}

const small = new Map<string, Promise<Buffer>>()

/** A small photo of each kind, drawn once per process: where the journey is measured and not the camera. */
export function drawSmallPhoto(kind: string): Promise<Buffer> {
  const drawn = small.get(kind) ?? drawPhoto(kind, { width: 640, height: 400, noisy: false, quality: 80 })
  small.set(kind, drawn)
  return drawn
}

import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { processPhotoInThread, stopDocumentThreads } from './document-threads.ts'
import type { PhotoOutcome, ProcessedPhoto } from './process-photo.ts'
import { CARD_QR, drawIdCard, drawPortrait } from './photos-fixture.ts'

const front = (bytes: Uint8Array): Promise<PhotoOutcome> => processPhotoInThread({ bytes, kind: 'id-front', deviceFace: null })
const portrait = (bytes: Uint8Array, deviceFace: string | null = null): Promise<PhotoOutcome> =>
  processPhotoInThread({ bytes, kind: 'portrait', deviceFace })
const requirePhoto = (outcome: PhotoOutcome): ProcessedPhoto => {
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome
}
/** An ISO media file's first box with a brand, then noise: what a HEIC begins with. */
const isoFile = (brand: string): Buffer => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), randomBytes(400)])

describe('a photo that was sent', () => {
  afterAll(stopDocumentThreads)

  it('becomes an upright JPEG of at most 1600 px without metadata', async () => {
    const sent = await drawIdCard({ widthPx: 4000, qr: null })
      .withExifMerge({ IFD0: { Copyright: 'gps 21.0285,105.8542', Orientation: '6' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const photo = requirePhoto(await front(sent))
    const seen = await sharp(photo.jpeg).metadata()
    expect([photo.widthPx, photo.heightPx]).toStrictEqual([1009, 1600])
    expect(seen).toMatchObject({ format: 'jpeg', width: 1009, height: 1600 })
    expect([seen.exif, seen.icc, seen.xmp, seen.orientation]).toStrictEqual([undefined, undefined, undefined, undefined])
    expect(Buffer.from(photo.jpeg).includes('gps 21.0285')).toBe(false)
  })

  it.each(['png', 'webp', 'jpeg'] as const)('may be %s; a smaller one is not blown up', async (format) => {
    const photo = requirePhoto(await front(await drawIdCard({ widthPx: 900, qr: null }).toFormat(format).toBuffer()))
    expect(photo.widthPx).toBe(900)
  })

  it('shows white where a PNG was transparent', async () => {
    const sent = await sharp({ create: { width: 600, height: 600, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer()
    const { data } = await sharp(requirePhoto(await front(sent)).jpeg)
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(data[0]).toBeGreaterThan(250)
  })

  it('loses a script that was hidden in it or glued behind it', async () => {
    const plain = await drawIdCard({ widthPx: 800, qr: null }).jpeg().toBuffer()
    const script = '<script>alert(document.cookie)</script><?php system($_GET[0]); ?>'
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, script.length + 2]), Buffer.from(script)])
    const polyglot = Buffer.concat([plain.subarray(0, 2), comment, plain.subarray(2), Buffer.from(`%PDF-1.7 ${script} PK\x03\x04`)])
    const photo = requirePhoto(await front(polyglot))
    expect(Buffer.from(photo.jpeg).includes('script')).toBe(false)
    expect(Buffer.from(photo.jpeg).includes('PK\x03\x04')).toBe(false)
  })

  it.each([
    ['an iPhone’s HEIC', isoFile('heic'), 'photo-heic'],
    ['a HEIF of another brand', isoFile('mif1'), 'photo-heic'],
    ['a film', isoFile('isom'), 'photo-type'],
    ['an SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'photo-type'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'photo-type'],
    ['an empty file', Buffer.alloc(0), 'photo-unreadable'],
    [
      'noise behind the first bytes of a JPEG',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(5000)]),
      'photo-unreadable',
    ],
    ['text', Buffer.from('không phải ảnh'), 'photo-type'],
  ])('is refused when it is %s', async (_name, bytes, code) => {
    expect(await front(bytes)).toStrictEqual({ ok: false, code })
  })

  it('is refused when it was cut off on the way', async () => {
    const sent = await drawIdCard({ widthPx: 1600, qr: null }).jpeg().toBuffer()
    expect(await front(sent.subarray(0, sent.length / 2))).toStrictEqual({ ok: false, code: 'photo-unreadable' })
  })

  it('is refused before decoding when it has 100 megapixels, however few bytes they take', async () => {
    const bomb = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: 'white' }, limitInputPixels: false })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(2_000_000)
    // The processor's time, not the clock's: other tests run beside this one.
    const begun = process.cpuUsage()
    expect(await front(bomb)).toStrictEqual({ ok: false, code: 'photo-too-many-pixels' })
    const { user, system } = process.cpuUsage(begun)
    expect((user + system) / 1000).toBeLessThan(1500)
  })
})

describe('what is seen in a photo', () => {
  afterAll(stopDocumentThreads)

  it.each([1200, 1600, 4000])('is the QR of an identity card in a picture %i px wide, within 3 s', async (widthPx) => {
    const sent = await drawIdCard({ widthPx, qr: CARD_QR }).jpeg({ quality: 85 }).toBuffer()
    // The processor's time, not the clock's: other tests run beside this one.
    const begun = process.cpuUsage()
    const photo = requirePhoto(await front(sent))
    expect(photo.idCard).toMatchObject({
      nationalId: '099194000019',
      fullName: 'Nguyễn Thị Thử Nghiệm',
      bornOn: '1994-03-05',
      sex: 'female',
      issuedOn: '2021-05-10',
    })
    const { user, system } = process.cpuUsage(begun)
    expect((user + system) / 1000).toBeLessThan(3000)
  })

  it('is no card when the QR holds something else, or stands on a portrait', async () => {
    const other = await drawIdCard({ widthPx: 1600, qr: 'https://example.invalid/|a|b|c|d|e' }).jpeg().toBuffer()
    const card = await drawIdCard({ widthPx: 1600, qr: CARD_QR }).jpeg().toBuffer()
    expect(requirePhoto(await front(other)).idCard).toBeNull()
    expect(requirePhoto(await portrait(card, 'none')).idCard).toBeNull()
  })

  it('is blur, of a card and of a portrait', async () => {
    const blurOf = async (bytes: Buffer, kind: 'id-front' | 'portrait'): Promise<boolean> =>
      requirePhoto(await processPhotoInThread({ bytes, kind, deviceFace: 'one' })).blurred
    expect(await blurOf(await drawIdCard({ widthPx: 1600, qr: null }).jpeg().toBuffer(), 'id-front')).toBe(false)
    expect(await blurOf(await drawIdCard({ widthPx: 1600, qr: null, blur: 2 }).jpeg().toBuffer(), 'id-front')).toBe(false)
    expect(await blurOf(await drawIdCard({ widthPx: 1600, qr: null, blur: 4 }).jpeg().toBuffer(), 'id-front')).toBe(true)
    expect(await blurOf(await drawPortrait({ widthPx: 1200 }).jpeg().toBuffer(), 'portrait')).toBe(false)
    const soft = await sharp(await drawPortrait({ widthPx: 1200 }).png().toBuffer())
      .blur(6)
      .jpeg()
      .toBuffer()
    expect(await blurOf(soft, 'portrait')).toBe(true)
  })

  it('is one face or none on a portrait, unless the device looked already; afterwards the same thread still reads a QR', async () => {
    const card = await drawIdCard({ widthPx: 1600, qr: CARD_QR }).jpeg().toBuffer()
    // The processor's time, not the clock's: other tests run beside this one.
    const begun = process.cpuUsage()
    const face = requirePhoto(await portrait(await drawPortrait({ widthPx: 900 }).jpeg().toBuffer()))
    expect(face.face).toBe('one')
    const { user, system } = process.cpuUsage(begun)
    expect((user + system) / 1000).toBeLessThan(3000)
    const blank = await sharp({ create: { width: 800, height: 800, channels: 3, background: '#7fa6d6' } })
      .jpeg()
      .toBuffer()
    expect(requirePhoto(await portrait(blank)).face).toBe('none')
    expect(requirePhoto(await portrait(blank, 'several')).face).toBe('several')
    const seen = await Promise.all([front(card), front(card), front(card), portrait(card)])
    expect(seen.slice(0, 3).map((outcome) => requirePhoto(outcome).idCard?.nationalId)).toStrictEqual([
      '099194000019',
      '099194000019',
      '099194000019',
    ])
  })
})

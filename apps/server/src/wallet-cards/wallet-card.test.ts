import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { parseHealthCardQr } from '@an-sinh/domain'
import sharp from 'sharp'
import { renderSVG } from 'uqr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { renderPdf, stopDocumentThreads } from '../documents/index.ts'
import { toWalletCardData } from './wallet-card-data.ts'

const ANSWER = {
  insuranceNumber: '9900000035',
  fullName: 'Nguyễn Hoàng Phương Quỳnh Như Thử Nghiệm',
  bornOn: '1988-03-29',
  sex: 'female',
  status: 'valid',
  card: {
    healthCardNumber: '9900000035',
    legacyCardNumber: null,
    participantGroup: 'DN',
    coverageLevel: 4,
    coveragePercent: 80,
    coverageSentence: { vi: '', en: '' },
    registeredFacilityCode: '01929',
    registeredFacilityName: 'Bệnh viện Đa khoa khu vực Mẫu, cơ sở 2 – Phòng khám đa khoa trung tâm Giả Định',
    areaCode: 'K2',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    continuousSince: '2027-10-01',
    issuedOn: '2025-12-20',
    issuingOfficeName: 'BHXH cơ sở Ba Đình, Thành phố Hà Nội',
  },
  nextCard: null,
  asOf: '2026-11-26T06:00:00Z',
} as const
const folder = mkdtempSync(join(tmpdir(), 'an-sinh-wallet-'))
afterAll(async () => {
  await stopDocumentThreads()
  rmSync(folder, { recursive: true, force: true })
})

const CHECK = {
  shown: '7K3M-9PQ2-VXA0',
  checkAddress: 'an-sinh.example.invalid/kiem-tra',
  qrSvg: renderSVG('https://an-sinh.example.invalid/kiem-tra/7K3M9PQ2VXA0', { ecc: 'M', border: 4 }),
  qrAlt: 'Mã QR mở trang kiểm tra',
}

describe('the card for the wallet', () => {
  const data = toWalletCardData(ANSWER, CHECK)
  if (data === null) throw new Error('no card')
  const file = join(folder, 'card.pdf')
  beforeAll(async () => writeFileSync(file, await renderPdf('wallet-card', data)))
  const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0

  it('is nothing for somebody without a card', () => {
    expect(toWalletCardData({ ...ANSWER, status: 'none', card: null }, CHECK)).toBeNull()
  })
  it.skipIf(!hasPoppler)('is two sides of 85.6 × 54 mm, however long the names are', async () => {
    execFileSync('pdftoppm', ['-png', '-r', '254', file, join(folder, 'side')])
    const sides = readdirSync(folder).filter((name) => name.startsWith('side'))
    expect(sides).toHaveLength(2)
    for (const name of sides) {
      const { width, height } = await sharp(join(folder, name)).metadata()
      expect([width, height].map((pixels) => Math.round(pixels / 10))).toEqual([86, 54])
    }
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).toContain('NGUYỄN HOÀNG PHƯƠNG')
  })
  it.skipIf(!hasPoppler)('carries a code that another reader reads off the print', async () => {
    execFileSync('pdftoppm', ['-png', '-r', '300', '-f', '1', '-l', '1', file, join(folder, 'card')])
    const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
    const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
    const [found] = await readBarcodes(new Blob([readFileSync(join(folder, 'card-1.png'))]), { formats: ['QRCode'] })
    expect(parseHealthCardQr(found?.text ?? '')).toMatchObject({
      ok: true,
      card: { insuranceNumber: '9900000035', fullName: ANSWER.fullName, registeredFacilityCode: '01929', areaCode: 'K2', coverageLevel: 4 },
    })
  })
})

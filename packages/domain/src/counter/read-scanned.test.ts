import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatFormCode, makeFormCode, makeStatementCode, readScanned } from '../index.ts'

const CARD = '099194000012|012345678|Nguyễn Thị Thử|05031994|Nữ|Số 1, phường Mẫu, Hà Nội|01072024'

describe('what was scanned', () => {
  it('is a form by its code, bare, printed or in its address', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 9, maxLength: 9 }), (bytes) => {
        const formCode = makeFormCode(bytes) ?? ''
        fc.pre(formCode !== '')
        for (const text of [formCode, formatFormCode(formCode), `https://an-sinh.invalid/to-khai#${formCode}`])
          expect(readScanned(text)).toStrictEqual({ kind: 'form-code', formCode })
      }),
    )
  })

  it('is named as a statement and never taken for a form', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 11, maxLength: 11 }), (bytes) => {
        const code = makeStatementCode(bytes) ?? ''
        fc.pre(/\D/u.test(code))
        for (const text of [code, `https://an-sinh.invalid/kiem-tra/${code}`])
          expect(readScanned(text)).toStrictEqual({ kind: 'other-paper', paper: 'statement' })
      }),
    )
  })

  it.each([
    ['90001/2026/00012', { kind: 'file-number', fileNumber: '90001/2026/00012' }],
    [' 90001 / 2026 / 00012 ', { kind: 'file-number', fileNumber: '90001/2026/00012' }],
    ['90001/2026/DC00012', { kind: 'request-number', fileNumber: '90001/2026/DC00012' }],
    ['90001/2026/yc00012', { kind: 'request-number', fileNumber: '90001/2026/YC00012' }],
    ['90001/2026/NG00012', { kind: 'request-number', fileNumber: '90001/2026/NG00012' }],
    ['90001/2026/BK00012', { kind: 'other-paper', paper: 'batch' }],
    ['C14-TS/00012', { kind: 'other-paper', paper: 'statement' }],
    ['DN4019900000001', { kind: 'other-paper', paper: 'health-card' }],
    ['9900000001|4e677579|05/03/1994|2', { kind: 'other-paper', paper: 'health-card' }],
    ['099194000012', { kind: 'other-paper', paper: 'national-id' }],
    ['https://an-sinh.invalid/to-khai#A7KM2', { kind: 'half' }],
    ['https://an-sin', { kind: 'half' }],
    ['IDVNM0990000000', { kind: 'unknown', code: 'form-code-length' }],
    ['IDVNM0990000000<<', { kind: 'half' }],
    // One digit misread: the lines open the way to the person all the same, with a hint.
    [
      'IDVNM1940000272099194000027<<79403051F3403059VNM<<<<<<<<<<<6NGUYEN<<THI<THU<NGHIEM<<<<<<<<',
      {
        kind: 'mrz',
        mrz: expect.objectContaining({ nationalId: '099194000027', failedChecks: ['mrz-document-check', 'mrz-composite-check'] }),
      },
    ],
    [`${'X'.repeat(30)}${'<'.repeat(60)}`, { kind: 'half' }],
    ['099194000012|012345678|Nguyễn', { kind: 'half' }],
    ['', { kind: 'unknown', code: 'form-code-length' }],
  ])('%s → %o', (text, scanned) => {
    expect(readScanned(text)).toStrictEqual(scanned)
  })

  it('is an identity card, also as a scanner of another layout types it', () => {
    for (const text of [CARD, CARD.replaceAll('|', '\\')])
      expect(readScanned(text)).toMatchObject({ kind: 'id-card', idCard: { nationalId: '099194000012', fullName: 'Nguyễn Thị Thử' } })
  })

  it('is something or nothing, and never an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => /^[a-z-]+$/u.test(readScanned(text).kind)))
  })
})

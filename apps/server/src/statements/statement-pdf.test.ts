import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { STATEMENT_FIELDS, type StatementFacts, type StatementRequest, type StatementSpell, writeStatement } from '@an-sinh/domain'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { renderPdf, stopDocumentThreads } from '../documents/index.ts'
import { toStatementData } from './to-statement-data.ts'

const LONG_EMPLOYER = 'Công ty Trách nhiệm hữu hạn Một thành viên Sản xuất Thương mại Dịch vụ và Xuất nhập khẩu Kiểm Thử Miền Đông'
const spell = (branch: StatementSpell['branch'], fromMonth: string, toMonth: string | null, more: Partial<StatementSpell> = {}) => ({
  branch,
  scheme: 'compulsory' as const,
  fromMonth,
  toMonth,
  employerName: 'Công ty Kiểm Thử',
  jobTitle: 'Công nhân may',
  contributorySalaryVnd: 8_500_000,
  lateMonths: 0,
  ...more,
})
const BRANCHES = ['social', 'unemployment', 'employment-injury', 'health'] as const
const facts: StatementFacts = {
  fullName: 'Nguyễn Thị Thử Nghiệm',
  bornOn: '1985-03-05',
  sex: 'female',
  insuranceNumber: '9900000001',
  spells: BRANCHES.flatMap((branch) => [
    spell(branch, '2015-03', '2019-06', { contributorySalaryVnd: 5_200_000, employerName: LONG_EMPLOYER }),
    spell(branch, '2020-01', '2025-12', { contributorySalaryVnd: 7_350_000 }),
    spell(branch, '2026-01', '2026-06'),
    spell(branch, '2026-07', null, { contributorySalaryVnd: 8_900_000, lateMonths: branch === 'social' ? 2 : 0 }),
  ]),
  healthCard: { validFrom: '2026-01-01', validTo: '2026-12-31' },
  benefits: [
    {
      name: { vi: 'Trợ cấp thai sản', en: 'Maternity allowance' },
      amountVnd: 52_000_000,
      monthly: false,
      decidedOn: '2024-05-06',
      fromOn: null,
      toOn: null,
    },
  ],
  today: '2026-11-15',
  throughMonth: '2026-11',
}
const printed = { code: '7K3M9PQ2VXA0', checkUrl: 'https://an-sinh.example.invalid/kiem-tra/7K3M9PQ2VXA0' }
const REQUESTS = {
  notice: { kind: 'yearly-notice', year: 2026, fields: [], validDays: null },
  book: { kind: 'participation-book', year: null, fields: [], validDays: null },
  letter: { kind: 'confirmation', year: null, fields: ['current-employer', 'health-card', 'insurance-number-masked'], validDays: 30 },
  'full letter': { kind: 'confirmation', year: null, fields: STATEMENT_FIELDS, validDays: 180 },
} as const satisfies Record<string, StatementRequest>

const dataOf = (request: StatementRequest, given = facts) =>
  toStatementData(
    writeStatement(given, request),
    { issuedOn: given.today, validUntil: request.validDays === null ? null : '2026-12-15' },
    printed,
  )
const print = (request: StatementRequest, given = facts): Promise<Buffer> => renderPdf('statement', dataOf(request, given))

/** Everything a PDF says about its structure, its compressed parts opened. */
const readStructure = (pdf: Buffer): string => {
  const text = pdf.toString('latin1')
  const opened = [...text.matchAll(/stream\r?\n/gu)].map((match) => {
    const from = match.index + match[0].length
    try {
      return inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1')
    } catch {
      return ''
    }
  })
  return text + opened.join('\n')
}
const countPages = (pdf: Buffer): number => [...readStructure(pdf).matchAll(/\/Type\s*\/Page\b/gu)].length

describe('a statement on paper', () => {
  afterAll(stopDocumentThreads)

  it.each([
    ['letter', 1],
    ['full letter', 1],
    ['notice', 2],
    ['book', 2],
  ] as const)('%s is tagged A4, at most %i page(s) and small', async (name, pages) => {
    const pdf = await print(REQUESTS[name])
    const structure = readStructure(pdf)
    expect(countPages(pdf)).toBeLessThanOrEqual(pages)
    expect(pdf.length).toBeLessThan(pages === 1 ? 60_000 : 125_000)
    expect(structure).toMatch(/\/MediaBox\s*\[0 0 595\.\d+ 841\.\d+\]/u)
    expect(structure).toMatch(/\/Marked true/u)
    expect(structure).toMatch(/pdfuaid:part/u)
    expect(structure).toMatch(/\/Lang\s*\(vi/u)
  })

  it('printed again it is the same file, byte for byte', async () => {
    const first = await print(REQUESTS.notice)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect((await print(REQUESTS.notice)).equals(first)).toBe(true)
  })

  it('prints names that are code elsewhere as they are', async () => {
    const fullName = '#panic("x") $x$ *a* @b <c> `d` // \\ {}[]'
    expect(countPages(await print({ ...REQUESTS.letter, fields: ['full-name', 'total-time'] }, { ...facts, fullName }))).toBe(1)
  })

  it('goes on over pages when a life has forty spells, and its data hold no word that was not ticked', async () => {
    const spells = Array.from({ length: 40 }, (_none, at) =>
      spell('social', `${String(1985 + at)}-01`, `${String(1985 + at)}-10`, { employerName: LONG_EMPLOYER }),
    )
    expect(countPages(await print(REQUESTS.book, { ...facts, spells }))).toBeGreaterThan(2)
    const text = JSON.stringify(dataOf(REQUESTS.letter))
    for (const secret of ['Nguyễn', '1985', '9900000001', '8.900.000', 'Tổng thời gian']) expect(text).not.toContain(secret)
  })

  it.skipIf(spawnSync('pdftotext', ['-v']).error !== undefined)(
    'its text, as another program reads it, has the ticked fields alone',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'an-sinh-statement-'))
      const file = join(folder, 'letter.pdf')
      writeFileSync(file, await print(REQUESTS.letter))
      const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
      rmSync(folder, { recursive: true })
      for (const word of ['Công ty Kiểm Thử', '01/01/2026', '••••••0001', 'N. T. T. N.', '7K3M-9PQ2-VXA0', '15/12/2026'])
        expect(text).toContain(word)
      for (const secret of ['Nguyễn', '1985', '9900000001', '8.900.000', 'Tổng thời gian', 'Ngày sinh']) expect(text).not.toContain(secret)
    },
  )

  it('has a QR that leads to the check page', async () => {
    const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
    const { readFileSync } = await import('node:fs')
    const { createRequire } = await import('node:module')
    const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
    await prepareZXingModule({
      overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
      fireImmediately: true,
    })
    const [read] = await readBarcodes(
      await sharp(Buffer.from(dataOf(REQUESTS.letter).qrSvg))
        .resize(400)
        .png()
        .toBuffer(),
    )
    expect(read?.text).toBe(printed.checkUrl)
  })
})

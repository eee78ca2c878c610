import { execFileSync, spawnSync } from 'node:child_process'
import { afterAll, expect, it } from 'vitest'
import { stopDocumentThreads } from './document-threads.ts'
import { joinPdfs } from './join-pdfs.ts'
import { type Form01Data, renderPdf } from './render-pdf.ts'

afterAll(stopDocumentThreads)

const form = (at: number): Form01Data => ({
  title: 'TỜ KHAI',
  form: 'Mẫu số 01',
  purposes: [{ label: 'Đăng ký', ticked: true }],
  office: 'BHXH cơ sở Mẫu',
  lines: [
    { number: 1, label: 'Họ và tên', value: `Người thứ ${at} (12 0 R) /StructParents 7` },
    { number: 2, label: 'Điện thoại', value: '***', checked: true },
  ],
  declaration: 'Tôi cam đoan',
  signature: 'Người khai',
  signatureHint: '(ký)',
  fullName: `Người thứ ${at}`,
  file: {
    fileNumber: `F${at}`,
    formCode: `CODE-${at}`,
    qrSvg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1h-1z"/></svg>',
    qrAlt: `Mã QR ${at}`,
  },
  handIn: [],
  bring: [],
  notes: [],
})

async function* parts(sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0
  for (const size of sizes) {
    const forms = Array.from({ length: size }, () => form((at += 1)))
    yield await renderPdf('forms-01', { title: 'Tờ khai', form: 'Mẫu số 01', forms })
  }
}
const join = async (sizes: readonly number[]): Promise<Buffer> => {
  const written: Buffer[] = []
  for await (const bytes of joinPdfs(parts(sizes))) written.push(bytes)
  return Buffer.concat(written)
}
const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0

it('has every page once, in order, one page tree and one structure tree', async () => {
  const text = (await join([3, 1, 4])).toString('latin1')
  expect([...text.matchAll(/\/Type \/Page\n/gu)]).toHaveLength(8)
  expect(text.match(/\/Type \/StructTreeRoot/gu)).toHaveLength(1)
  expect([...text.matchAll(/\/StructParents (\d+)/gu)].map(([, key]) => Number(key))).toStrictEqual([0, 1, 2, 3, 4, 5, 6, 7])
  const ids = [...text.matchAll(/\/ID \((P\w+)\)/gu)].map(([, id]) => id)
  expect(ids.length).toBe(24)
  expect(new Set(ids).size).toBe(ids.length)
})

it('has a table in which every object stands where it is said to stand', async () => {
  const pdf = await join([2, 2])
  const from = Number(/startxref\n(\d+)/u.exec(pdf.subarray(-200).toString('latin1'))?.[1])
  const table = pdf.subarray(from).toString('latin1')
  const places = [...table.matchAll(/^(\d{10}) \d{5} n/gmu)].map(([, place]) => Number(place))
  expect(places.length).toBeGreaterThan(100)
  for (const [at, place] of places.entries())
    expect(pdf.subarray(place, place + 12).toString('latin1')).toMatch(new RegExp(`^${at + 1} 0 obj`, 'u'))
  const known = new Set(places.keys())
  for (const [, number] of pdf.toString('latin1').matchAll(/[[ ](\d+) 0 R/gu)) expect(known.has(Number(number) - 1)).toBe(true)
})

it.skipIf(!hasPoppler)('is read by somebody else: every name on its own page', async () => {
  const pdf = await join([2, 3])
  const text = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
  expect(
    text
      .split('\f')
      .slice(0, -1)
      .map((page) => /Người thứ (\d+) \(12 0 R\)/u.exec(page)?.[1]),
  ).toStrictEqual(['1', '2', '3', '4', '5'])
})

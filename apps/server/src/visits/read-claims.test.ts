import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { ReadRow } from '../platform/import-kind.ts'
import { FileRefused } from '../import-files/index.ts'
import { claimOf, envelopeOf, inPieces, part } from './claim-fixture.ts'
import { readClaims } from './read-claims.ts'
import { visitsImport } from './visits-import.ts'

const readAll = async (file: string | Buffer, width = 64): Promise<ReadRow[]> => {
  const rows: ReadRow[] = []
  for await (const row of readClaims(inPieces(file, width))) rows.push(row)
  return rows
}
/** What became of a file: its rows' fault codes, or the refusal's code. */
const outcomeOf = async (file: string | Buffer): Promise<unknown> =>
  readAll(file).then(
    (rows) => rows.map(({ faults }) => faults.map(({ code }) => code)),
    (error: unknown) => {
      if (!(error instanceof FileRefused)) throw error
      return error.code
    },
  )
const cellOf = (row: ReadRow | undefined, name: string): string | null =>
  row?.cells[visitsImport.columns.findIndex((column) => column.name === name)] ?? null

const GOOD = claimOf({ key: '9901', insuranceNumber: '9900000019' })
const SUMMARY = '<TONG_HOP><MA_LK>1</MA_LK></TONG_HOP>'

describe('a claim envelope', () => {
  it('is read alike however the bytes arrive', async () => {
    const file = envelopeOf([GOOD, claimOf({ key: '9902', insuranceNumber: '9900000027', lines: 8 })])
    const whole = await readAll(file, file.length)
    expect(whole).toHaveLength(2)
    for (const width of [1, 7, 1000]) expect(await readAll(file, width)).toEqual(whole)
    expect(JSON.parse(cellOf(whole[1], 'costLines') ?? '')).toHaveLength(8)
    expect(JSON.parse(cellOf(whole[0], 'visit') ?? '')).toMatchObject({ sumsAgree: true, diagnosis: 'Viêm họng cấp & sốt <39' })
  })
  it('has the parts of a visit in any order, with any inner roots, CDATA, a BOM inside and outside, and parts we do not read', async () => {
    const turned = GOOD.split(/(?=<FILEHOSO>)/u)
      .toReversed()
      .join('')
    const other = GOOD.replace('TONG_HOP', 'X')
    const bom = part('XML1', `\uFEFF  ${SUMMARY}`)
    const file = envelopeOf([turned, other, part('XML4', 'không phải XML') + GOOD, bom])
    const [plain] = await readAll(envelopeOf([GOOD]))
    const rows = await readAll(`\uFEFF${file}`)
    for (const row of rows.slice(0, 3)) expect(row).toEqual({ ...plain, rowNo: row.rowNo })
    expect(cellOf(rows[3], 'visitKey')).toBe('1')
  })
  it('in UTF-16 with its mark is read too, outside and inside', async () => {
    const inner = Buffer.from(`\uFEFF${SUMMARY}`, 'utf16le').toString('base64')
    const file = envelopeOf([`<FILEHOSO><LOAIHOSO>XML1</LOAIHOSO><NOIDUNGFILE>${inner}</NOIDUNGFILE></FILEHOSO>`])
    const rows = await readAll(Buffer.from(`\uFEFF${file.replace('encoding="utf-8"', 'encoding="utf-16"')}`, 'utf16le'))
    expect(cellOf(rows[0], 'visitKey')).toBe('1')
  })
  it.each([
    ['cut off in the middle', 'PFRPTkdfSE9QPjxNQV9MSz4x', 'part-broken'],
    ['no base64', '***', 'part-broken'],
    ['empty', '', 'part-broken'],
    ['of another encoding', Buffer.from([0x3c, 0x61, 0x3e, 0xe2, 0x3c, 0x2f, 0x61, 0x3e]).toString('base64'), 'part-broken'],
    [
      'with a DOCTYPE',
      Buffer.from('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>').toString('base64'),
      'part-not-allowed',
    ],
    ['with an entity of its own', Buffer.from('<a>&x;</a>').toString('base64'), 'part-broken'],
    ['with a bomb of depth', Buffer.from('<a>'.repeat(10_000)).toString('base64'), 'part-broken'],
    ['too large', 'A'.repeat(12_000_001), 'part-too-large'],
  ])('with an inner part %s has one fault in that visit, and the others are read', async (_what, base64, code) => {
    const broken = `<FILEHOSO><LOAIHOSO>XML3</LOAIHOSO><NOIDUNGFILE>${base64}</NOIDUNGFILE></FILEHOSO>`
    expect(await outcomeOf(envelopeOf([GOOD, GOOD + broken, GOOD]))).toEqual([[], [code], []])
  })
  it.each([
    ['cut off', envelopeOf([GOOD]).slice(0, -30), 'claims-broken'],
    ['empty', '', 'claims-broken'],
    ['of another kind', '<ds><nguoi/></ds>', 'claims-not-claims'],
    ['without a visit', envelopeOf([]), 'claims-not-claims'],
    ['a spreadsheet', 'PK\u0003\u0004...', 'claims-broken'],
    ['with a DOCTYPE', `<!DOCTYPE GIAMDINHHS SYSTEM "http://x.invalid/a.dtd">${envelopeOf([GOOD]).slice(38)}`, 'claims-doctype'],
    ['with an entity', envelopeOf(['&xxe;', GOOD]), 'claims-doctype'],
    [
      'of mixed encodings',
      Buffer.concat([Buffer.from(envelopeOf([GOOD])), Buffer.from([0xe1, 0x20]), Buffer.from('<!-- -->')]),
      'claims-encoding',
    ],
    ['deeper than any envelope', `<GIAMDINHHS>${'<a>'.repeat(100)}`, 'claims-broken'],
    ['with one huge CDATA', `<GIAMDINHHS><![CDATA[${'x'.repeat(33_000_000)}`, 'claims-part-too-large'],
  ])('%s is refused with a sentence', async (_what, file, code) => {
    expect(await readAll(file, 65_536).then(String, (error: unknown) => (error instanceof FileRefused ? error.code : error))).toBe(code)
  })
  it('mutilated anywhere is read or refused, never a crash', async () => {
    const file = Buffer.from(envelopeOf([GOOD, GOOD]))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(file.length - 1), byte: fc.nat(255), cut: fc.nat(40) }), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          let bytes = file
          for (const { at, byte, cut } of changes)
            bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(at + cut)])
          expect(await outcomeOf(bytes)).toBeDefined()
        },
      ),
      { numRuns: 60 },
    )
  })
  it('and a mutilated inner document as well', async () => {
    const inner = Buffer.from(`<?xml version="1.0"?><a><b><MA_LK>1</MA_LK><HO_TEN><![CDATA[Nguyễn]]></HO_TEN><T_BHTT>1.5</T_BHTT></b></a>`)
    await fc.assert(
      fc.asyncProperty(fc.nat(inner.length - 1), fc.uint8Array({ maxLength: 5 }), fc.nat(20), async (at, bytes, cut) => {
        const base64 = Buffer.concat([inner.subarray(0, at), bytes, inner.subarray(at + cut)]).toString('base64')
        const file = envelopeOf([`<FILEHOSO><LOAIHOSO>XML1</LOAIHOSO><NOIDUNGFILE>${base64}</NOIDUNGFILE></FILEHOSO>`])
        expect(await readAll(file, 4096)).toHaveLength(1)
      }),
      { numRuns: 100 },
    )
  })
  it('of ten thousand visits needs the memory of one', async () => {
    const one = `<HOSO>${claimOf({ key: '9901', insuranceNumber: '9900000019', lines: 8 })}</HOSO>`
    const [head = '', tail = ''] = envelopeOf(['@']).split('<HOSO>@</HOSO>')
    const many = async function* () {
      yield Buffer.from(head)
      for (let at = 0; at < 3000; at += 1) yield await Promise.resolve(Buffer.from(one))
      yield Buffer.from(tail)
    }
    let rows = 0
    let highest = 0
    const before = process.memoryUsage().heapUsed
    for await (const row of readClaims(many())) {
      rows += row.faults.length === 0 ? 1 : 0
      if (rows % 500 === 0) highest = Math.max(highest, process.memoryUsage().heapUsed - before)
    }
    expect(rows).toBe(3000)
    expect(highest).toBeLessThan(150e6)
  }, 60_000)
})

const directory = process.env['ANSINH_REFERENCE_DIR'] ?? ''
describe.skipIf(directory === '')('the outside samples (ANSINH_REFERENCE_DIR)', () => {
  const sample = (name: string): Buffer => readFileSync(join(directory, 'domain/vectors', name))
  it('the visit with costs: five lines that add up, two papers', async () => {
    const [row, ...others] = await readAll(sample('xml130-visit-with-costs.xml'))
    expect(others).toEqual([])
    expect(row?.faults).toEqual([])
    expect(JSON.parse(cellOf(row, 'visit') ?? '')).toMatchObject({
      sumsAgree: true,
      totalVnd: '150300.00',
      copaymentVnd: '30060.00',
      admittedAt: '2026-04-01T09:30',
    })
    const lines = JSON.parse(cellOf(row, 'costLines') ?? '') as { code: string; amountVnd: string }[]
    expect(lines.map(({ code, amountVnd }) => `${code} ${amountVnd}`)).toEqual([
      '40.30.501 30000.00',
      '40.12 30000.00',
      '02.1897 42100.00',
      '22.0120.1370 46200.00',
      'N03.01.020 2000.00',
    ])
    expect(JSON.parse(cellOf(row, 'papers') ?? '')).toEqual([
      { kind: 'discharge', serialNumber: '99-0001', issuedOn: '2026-04-01', restFrom: null, restTo: null, restDays: 0 },
      {
        kind: 'sick-leave',
        serialNumber: '99 0000019',
        issuedOn: '2026-04-01',
        restFrom: '2026-04-01',
        restTo: '2026-04-02',
        restDays: 2,
      },
    ])
  })
  it('the hospital program’s dialect: two visits, the facility of each its own', async () => {
    const rows = await readAll(sample('xml130-envelope-sample.xml'))
    expect(rows.map((row) => [row.faults, cellOf(row, 'visitKey'), cellOf(row, 'facilityCode')])).toEqual([
      [[], '99000001', '01999'],
      [[], '99000002', '79999'],
    ])
    expect(JSON.parse(cellOf(rows[0], 'visit') ?? '')).toMatchObject({ diagnosis: 'Viêm họng cấp & sốt <39', mainDiseaseCode: 'J02.9' })
  })
})

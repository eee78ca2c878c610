import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { importFromPath } from '../imports/index.ts'
import { inTransaction } from '../platform/transaction.ts'
import { envelopeOf } from './claim-fixture.ts'
import { visitsImport } from './index.ts'
import { claim, NUMBERS, openVisitsFixture, type VisitsFixture } from './visits-fixture.ts'

let fixture: VisitsFixture
beforeAll(async () => {
  fixture = await openVisitsFixture()
})
afterAll(() => fixture.platform.drop())

describe('visits from claim envelopes', () => {
  it('are new, unknown, somebody else’s, a dead person’s, doubled, or of an unknown facility', async () => {
    const batch = await fixture.stage([
      claim('1'),
      claim('2', { insuranceNumber: '9900009999' }),
      claim('3', { insuranceNumber: NUMBERS.other }),
      claim('4', { insuranceNumber: NUMBERS.dead }),
      claim('1', { lines: 4 }),
      claim('5', { facility: '01998' }),
      claim('6', { fullName: 'NGUYỄN THỊ THỬ NGHIỆM' }),
      claim('7', { more: { SO_CCCD: '099070000011' } }),
      claim('8', { more: { MA_THE_BHYT: '', SO_CCCD: '099194000019' } }),
      claim('9', { more: { MA_THE_BHYT: `DN4999900000019;${NUMBERS.patient}` } }),
      claim('10', { born: '1994' }),
    ])
    expect(await fixture.groupsOf(batch)).toEqual([
      'new',
      'rejected: person-unknown',
      'rejected: person-differs',
      'rejected: person-dead',
      'rejected: row-doubled',
      'rejected: unknown-code',
      'close-match',
      'rejected: person-differs',
      'new',
      'new',
      'new',
    ])
  })
  it('show the person facility, diagnosis, totals and the eleven fields of each line', async () => {
    const { counts } = await fixture.importNow([claim('20', { lines: 3 })])
    expect(counts).toEqual({ written: 1, ended: 0, unchanged: 0 })
    const visit = await fixture.openVisit(fixture.ids.patient)
    expect(visit).toMatchObject({
      facilityName: 'Bệnh viện Giả Định',
      diagnosis: 'Viêm họng cấp & sốt <39',
      admittedAt: '2026-04-01T09:30',
      otherDiseaseCodes: ['I10', 'E11'],
      kind: { vi: 'Khám bệnh' },
      reason: { vi: 'Đúng nơi đăng ký ban đầu' },
      result: { vi: 'Khỏi' },
      totalVnd: 30_000,
      fundVnd: 24_000,
      copaymentVnd: 6000,
      sumsState: 'agree',
      differences: [],
    })
    const { costLineId, ...line } = visit.costLines[0] ?? {}
    expect(costLineId).toMatch(/^[0-9a-f-]{36}$/u)
    expect(line).toEqual({
      kind: 'drug',
      code: '40.1',
      name: 'Thuốc 1',
      unit: 'Viên',
      quantity: 2,
      unitPriceVnd: 5000,
      coveragePercent: 80,
      amountVnd: 10_000,
      fundVnd: 8000,
      otherVnd: 0,
      ownVnd: 0,
      copaymentVnd: 2000,
    })
    expect(visit.costLines.map(({ code }) => code)).toEqual(['40.1', '40.3', '02.2'])
    expect(visit.papers).toMatchObject([{ kind: 'sick-leave', serialNumber: '99 20', state: 'issued', restDays: 2 }])
  })
  it('that do not add up are taken and say by how much', async () => {
    await fixture.importNow([claim('21', { more: { T_TONGCHI_BV: '20000.5', NGAY_VAO: '202605010800', NGAY_RA: '202605010900' } })])
    const visit = await fixture.openVisit(fixture.ids.patient)
    expect(visit.sumsState).toBe('differ')
    expect(visit.differences).toEqual([{ total: 'totalVnd', by: 'lines', statedVnd: 20_000.5, dueVnd: 20_000 }])
  })
  it('sent again are unchanged; sent again otherwise replace, and the old one stays known as it was', async () => {
    await fixture.importNow([claim('30', { lines: 2 })])
    const before = (await fixture.visitsOf(fixture.ids.patient)).length
    const again = await fixture.stage([claim('30', { lines: 2 })])
    expect(await fixture.groupsOf(again)).toEqual(['known'])
    expect(await fixture.apply(again)).toEqual({ written: 0, ended: 0, unchanged: 1 })
    const other = await fixture.stage([claim('30', { lines: 5 })])
    expect(await fixture.groupsOf(other)).toEqual(['moved'])
    expect(await fixture.apply(other)).toEqual({ written: 1, ended: 1, unchanged: 0 })
    expect(await fixture.visitsOf(fixture.ids.patient)).toHaveLength(before)
    const rows = await fixture.platform.sql<
      { total: string; kind: string | null }[]
    >`SELECT total_vnd AS total, e.kind FROM visits v LEFT JOIN visit_endings e USING (person_id, visit_id)
      WHERE visit_key = '30' ORDER BY v.recorded_at`
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { total: '20000.00', kind: 'correction' },
      { total: '50000.00', kind: null },
    ])
  })
  it('of one key in two facilities are two visits', async () => {
    const before = (await fixture.visitsOf(fixture.ids.patient)).length
    await fixture.importNow([claim('31'), claim('31', { facility: '79999' })])
    expect(await fixture.visitsOf(fixture.ids.patient)).toHaveLength(before + 2)
  })
  it('sent again for the right person leave the wrong one', async () => {
    await fixture.importNow([claim('40', { insuranceNumber: NUMBERS.copied })])
    expect(await fixture.visitsOf(fixture.ids.copied)).toHaveLength(1)
    const before = (await fixture.visitsOf(fixture.ids.patient)).length
    await fixture.importNow([claim('40')])
    expect(await fixture.visitsOf(fixture.ids.copied)).toHaveLength(0)
    expect(await fixture.visitsOf(fixture.ids.patient)).toHaveLength(before + 1)
  })
  it('taken back as a batch leave what stood before, and a batch built upon is named', async () => {
    const first = await fixture.importNow([claim('50', { insuranceNumber: NUMBERS.copied, lines: 2 })])
    const second = await fixture.importNow([
      claim('50', { insuranceNumber: NUMBERS.copied, lines: 6 }),
      claim('51', { insuranceNumber: NUMBERS.copied }),
    ])
    expect(await visitsImport.countBuiltUpon(fixture.platform.sql, first.batch)).toBe(1)
    expect(await visitsImport.countBuiltUpon(fixture.platform.sql, second.batch)).toBe(0)
    const compensation = { batchId: randomUUID(), source: 'undo' }
    const counts = await inTransaction(fixture.platform, (transaction) => visitsImport.undo(transaction, second.batch, compensation))
    expect(counts).toEqual({ written: 1, ended: 2, unchanged: 0 })
    const [visit, ...others] = await fixture.visitsOf(fixture.ids.copied)
    expect(others).toEqual([])
    expect(await fixture.openVisit(fixture.ids.copied)).toMatchObject({
      visitId: visit?.visitId,
      totalVnd: 20_000,
      costLines: { length: 2 },
      papers: { length: 1 },
    })
    expect(await fixture.groupsOf(await fixture.stage([claim('50', { insuranceNumber: NUMBERS.copied, lines: 2 })]))).toEqual(['known'])
    expect(await fixture.groupsOf(await fixture.stage([claim('51', { insuranceNumber: NUMBERS.copied })]))).toEqual(['new'])
  })
  it('withdraw a paper that the corrected visit no longer has', async () => {
    await fixture.importNow([claim('60', { insuranceNumber: NUMBERS.copied })])
    const without = claim('60', { insuranceNumber: NUMBERS.copied }).replace('XML11', 'XML4')
    await fixture.importNow([without])
    const { papers } = await fixture.get<{ papers: { serialNumber: string; state: string }[] }>(
      fixture.ids.copied,
      '/api/me/medical-papers',
    )
    expect(papers.map(({ serialNumber, state }) => `${serialNumber} ${state}`).toSorted()).toEqual(['99 50 issued', '99 60 withdrawn'])
  })
  it('come through the whole engine: a file in, its faults listed, the same file again nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'an-sinh-claims-'))
    const path = join(folder, 'a.xml')
    const cases = [claim('80'), claim('81', { lines: 8 }), claim('82'), claim('83', { facility: '01998' })]
    writeFileSync(path, envelopeOf(cases))
    const run = () => importFromPath(fixture.platform, [visitsImport], { kind: 'visits', path, confirms: true })
    const batch = await run()
    expect(batch).toMatchObject({ state: 'partly', appliedCounts: { written: 3, ended: 0, unchanged: 0 } })
    expect((await run()).batchId).toBe(batch.batchId)
    const faults = await fixture.platform.sql<{ code: string }[]>`SELECT code FROM import_row_faults WHERE batch_id = ${batch.batchId}`
    expect(faults.map(({ code }) => code)).toEqual(['unknown-code'])
    writeFileSync(path, envelopeOf([claim('84'), claim('85', { insuranceNumber: '9900009999' }), claim('86', { facility: '01998' })]))
    expect(await run()).toMatchObject({ state: 'refused', refusedCode: 'import-matches-too-few' })
    writeFileSync(path, envelopeOf([claim('87')]).slice(0, -20))
    expect(await run()).toMatchObject({ state: 'refused', refusedCode: 'claims-broken' })
    rmSync(folder, { recursive: true })
  })
})

import { randomUUID } from 'node:crypto'
import type { VisitAnswer } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { copyPersons, type NewPerson } from '../persons/index.ts'
import type { ImportBatch } from '../platform/import-kind.ts'
import { makeServer } from '../platform/make-server.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { claimOf, type ClaimSketch, envelopeOf, inPieces } from './claim-fixture.ts'
import { copyVisits, findMedicalPaperLine, findVisitCostLine, findVisitLine, type NewVisit, registerVisits, visitsImport } from './index.ts'
import { readClaims } from './read-claims.ts'

const nobody: NewPerson = {
  fullName: 'Nguyễn Thị Thử',
  bornOn: '1994-03-05',
  sex: 'female',
  insuranceNumber: '',
  nationalId: null,
  legacyId: null,
  passportNumber: null,
  nationality: 'VN',
  wardCode: null,
  address: null,
  householdId: null,
  householdRelation: null,
  phoneOnFile: null,
  diedOn: null,
  mergedIntoPersonId: null,
}
const NUMBERS = { patient: '9900000019', other: '9900000027', dead: '9900000035', copied: '9900000043' } as const
const ids = { patient: 0, other: 0, dead: 0, copied: 0 }
let platform: TestPlatform

beforeAll(async () => {
  platform = await openTestPlatform()
  await platform.sql`INSERT INTO health_facilities (facility_code, name, province_code, valid_from, source)
    VALUES ('01999', 'Bệnh viện Giả Định', '01', '2020-01-01', 'test'), ('79999', 'Phòng khám Thử', '79', '2020-01-01', 'test')`
  const persons: NewPerson[] = [
    { ...nobody, insuranceNumber: NUMBERS.patient, nationalId: '099194000019' },
    { ...nobody, insuranceNumber: NUMBERS.other, fullName: 'Trần Văn Khác', bornOn: '1970-01-01', nationalId: '099070000011' },
    { ...nobody, insuranceNumber: NUMBERS.dead, diedOn: '2026-01-01' },
    { ...nobody, insuranceNumber: NUMBERS.copied },
  ]
  const [patient = 0, other = 0, dead = 0, copied = 0] = await copyPersons(platform.sql, { persons, households: [] }, 'test')
  Object.assign(ids, { patient, other, dead, copied })
})
afterAll(() => platform.drop())

/** Stages the rows as the engine does, and matches them. */
const stage = async (cases: readonly string[]): Promise<ImportBatch> => {
  const batch = { batchId: randomUUID(), source: 'test' }
  await platform.sql`INSERT INTO import_batches (batch_id, kind, state, file_name, file_format, file_bytes, source)
    VALUES (${batch.batchId}, 'visits', 'parsed', 'a.xml', 'xml', 1, 'test')`
  for await (const { rowNo, cells, faults } of readClaims(inPieces(envelopeOf(cases), 1000))) {
    await platform.sql`INSERT INTO import_rows (batch_id, row_no, row_group, cells)
      VALUES (${batch.batchId}, ${rowNo}, ${faults.length > 0 ? 'rejected' : null}, ${[...cells] as string[]}::text[])`
  }
  await visitsImport.match(platform.sql, batch)
  return batch
}
const claim = (key: string, more: Partial<ClaimSketch> = {}): string => claimOf({ key, insuranceNumber: NUMBERS.patient, ...more })
const groupsOf = async ({ batchId }: ImportBatch) => {
  const rows = await platform.sql<{ group: string; code: string | null }[]>`
    SELECT row_group AS "group", (SELECT string_agg(code, ' ') FROM import_row_faults f WHERE f.batch_id = r.batch_id AND f.row_no = r.row_no) AS code
    FROM import_rows r WHERE batch_id = ${batchId} ORDER BY row_no`
  return rows.map(({ group, code }) => (code === null ? group : `${group}: ${code}`))
}
const apply = (batch: ImportBatch) => inTransaction(platform, (transaction) => visitsImport.apply(transaction, batch))
const importNow = async (cases: readonly string[]) => {
  const batch = await stage(cases)
  return { batch, counts: await apply(batch) }
}

const get = async <Answer>(personId: number, url: string, status = 200): Promise<Answer> => {
  const citizen = async () => ({ kind: 'citizen', personId, sessionHash: Buffer.alloc(32) }) as const
  const absent = async () => null
  const server = await makeServer(platform, 'citizen', { applicant: absent, citizen, staff: absent })
  registerVisits(server, platform)
  const answer = await server.fastify.inject({ url })
  await server.fastify.close()
  expect(answer.statusCode).toBe(status)
  return answer.json<Answer>()
}
type List = { years: number[]; year: number | null; visits: { visitId: string; diagnosis: string; sumsState: string }[] }
const visitsOf = async (personId: number): Promise<List['visits']> => (await get<List>(personId, '/api/me/visits')).visits
const openVisit = async (personId: number, at = 0): Promise<VisitAnswer> =>
  get<VisitAnswer>(personId, `/api/me/visits/${(await visitsOf(personId))[at]?.visitId ?? ''}`)

describe('visits from claim envelopes', () => {
  it('are new, unknown, somebody else’s, a dead person’s, doubled, or of an unknown facility', async () => {
    const batch = await stage([
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
    expect(await groupsOf(batch)).toEqual([
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
    const { counts } = await importNow([claim('20', { lines: 3 })])
    expect(counts).toEqual({ written: 1, ended: 0, unchanged: 0 })
    const visit = await openVisit(ids.patient)
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
    await importNow([claim('21', { more: { T_TONGCHI_BV: '20000.5', NGAY_VAO: '202605010800', NGAY_RA: '202605010900' } })])
    const visit = await openVisit(ids.patient)
    expect(visit.sumsState).toBe('differ')
    expect(visit.differences).toEqual([{ total: 'totalVnd', by: 'lines', statedVnd: 20_000.5, dueVnd: 20_000 }])
  })
  it('sent again are unchanged; sent again otherwise replace, and the old one stays known as it was', async () => {
    await importNow([claim('30', { lines: 2 })])
    const before = (await visitsOf(ids.patient)).length
    const again = await stage([claim('30', { lines: 2 })])
    expect(await groupsOf(again)).toEqual(['known'])
    expect(await apply(again)).toEqual({ written: 0, ended: 0, unchanged: 1 })
    const other = await stage([claim('30', { lines: 5 })])
    expect(await groupsOf(other)).toEqual(['moved'])
    expect(await apply(other)).toEqual({ written: 1, ended: 1, unchanged: 0 })
    expect(await visitsOf(ids.patient)).toHaveLength(before)
    const rows = await platform.sql<
      { total: string; kind: string | null }[]
    >`SELECT total_vnd AS total, e.kind FROM visits v LEFT JOIN visit_endings e USING (person_id, visit_id)
      WHERE visit_key = '30' ORDER BY v.recorded_at`
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { total: '20000.00', kind: 'correction' },
      { total: '50000.00', kind: null },
    ])
  })
  it('of one key in two facilities are two visits', async () => {
    const before = (await visitsOf(ids.patient)).length
    await importNow([claim('31'), claim('31', { facility: '79999' })])
    expect(await visitsOf(ids.patient)).toHaveLength(before + 2)
  })
  it('sent again for the right person leave the wrong one', async () => {
    await importNow([claim('40', { insuranceNumber: NUMBERS.copied })])
    expect(await visitsOf(ids.copied)).toHaveLength(1)
    const before = (await visitsOf(ids.patient)).length
    await importNow([claim('40')])
    expect(await visitsOf(ids.copied)).toHaveLength(0)
    expect(await visitsOf(ids.patient)).toHaveLength(before + 1)
  })
  it('taken back as a batch leave what stood before, and a batch built upon is named', async () => {
    const first = await importNow([claim('50', { insuranceNumber: NUMBERS.copied, lines: 2 })])
    const second = await importNow([
      claim('50', { insuranceNumber: NUMBERS.copied, lines: 6 }),
      claim('51', { insuranceNumber: NUMBERS.copied }),
    ])
    expect(await visitsImport.countBuiltUpon(platform.sql, first.batch)).toBe(1)
    expect(await visitsImport.countBuiltUpon(platform.sql, second.batch)).toBe(0)
    const compensation = { batchId: randomUUID(), source: 'undo' }
    const counts = await inTransaction(platform, (transaction) => visitsImport.undo(transaction, second.batch, compensation))
    expect(counts).toEqual({ written: 1, ended: 2, unchanged: 0 })
    const [visit, ...others] = await visitsOf(ids.copied)
    expect(others).toEqual([])
    expect(await openVisit(ids.copied)).toMatchObject({
      visitId: visit?.visitId,
      totalVnd: 20_000,
      costLines: { length: 2 },
      papers: { length: 1 },
    })
    expect(await groupsOf(await stage([claim('50', { insuranceNumber: NUMBERS.copied, lines: 2 })]))).toEqual(['known'])
    expect(await groupsOf(await stage([claim('51', { insuranceNumber: NUMBERS.copied })]))).toEqual(['new'])
  })
  it('withdraw a paper that the corrected visit no longer has', async () => {
    await importNow([claim('60', { insuranceNumber: NUMBERS.copied })])
    const without = claim('60', { insuranceNumber: NUMBERS.copied }).replace('XML11', 'XML4')
    await importNow([without])
    const { papers } = await get<{ papers: { serialNumber: string; state: string }[] }>(ids.copied, '/api/me/medical-papers')
    expect(papers.map(({ serialNumber, state }) => `${serialNumber} ${state}`).toSorted()).toEqual(['99 50 issued', '99 60 withdrawn'])
  })
})

describe('the medical book', () => {
  it('is nobody else’s', async () => {
    const [visit] = await visitsOf(ids.patient)
    await get(ids.other, `/api/me/visits/${visit?.visitId ?? ''}`, 404)
    expect(await get(ids.other, '/api/me/visits')).toEqual({ years: [], year: null, visits: [] })
  })
  it('is listed by year', async () => {
    await importNow([claim('70', { more: { NGAY_VAO: '202403010800', NGAY_RA: '202403010900' } })])
    expect(await get<List>(ids.patient, '/api/me/visits')).toMatchObject({ years: [2026, 2024], year: 2026 })
    expect(await get<List>(ids.patient, '/api/me/visits?year=2024')).toMatchObject({ year: 2024, visits: { length: 1 } })
  })
  it('hands a correction request the line it is about, of its owner only', async () => {
    const visit = await openVisit(ids.patient)
    const [line, paper] = [visit.costLines[0]?.costLineId ?? '', visit.papers[0]?.paperId ?? '']
    expect(await findVisitLine(platform.sql, ids.patient, visit.visitId)).toMatchObject({ visitId: visit.visitId })
    expect(await findVisitCostLine(platform.sql, ids.patient, line)).toMatchObject({ line: { costLineId: line } })
    expect(await findMedicalPaperLine(platform.sql, ids.patient, paper)).toMatchObject({ paperId: paper })
    expect(await findVisitLine(platform.sql, ids.other, visit.visitId)).toBeNull()
    expect(await findVisitCostLine(platform.sql, ids.other, line)).toBeNull()
    expect(await findMedicalPaperLine(platform.sql, ids.other, paper)).toBeNull()
  })
  it('takes many visits at once from a population', async () => {
    const amounts = { totalVnd: '100.00', coveredVnd: '100.00', fundVnd: '80.00', copaymentVnd: '20.00', ownVnd: '0.00', otherVnd: '0.00' }
    const { totalVnd, coveredVnd: _covered, ...parts } = amounts
    const made = (visitKey: string): NewVisit => ({
      personId: ids.other,
      facilityCode: '79999',
      visitKey,
      visit: {
        layout: 'qd4750',
        admittedAt: '2025-02-03T08:00',
        dischargedAt: '2025-02-03T09:00',
        diagnosis: 'Cảm lạnh',
        mainDiseaseCode: 'J00',
        otherDiseaseCodes: [],
        kindCode: '01',
        reasonCode: '1.1',
        resultCode: '1',
        dischargeCode: '1',
        cards: [],
        ...amounts,
      },
      costLines: [
        {
          kind: 'service',
          code: '1',
          name: 'Khám',
          unit: 'Lần',
          quantity: '1',
          unitPriceVnd: '100',
          coveragePercent: 80,
          amountVnd: totalVnd,
          ...parts,
        },
      ],
      papers: [],
    })
    await copyVisits(
      platform.sql,
      Array.from({ length: 2500 }, (_, at) => made(`S${at}`)),
      'synthetic',
    )
    const { visits } = await get<List>(ids.other, '/api/me/visits')
    expect(visits).toHaveLength(2500)
    expect(new Set(visits.map(({ sumsState }) => sumsState))).toEqual(new Set(['agree']))
  })
  it.each(['visits', 'visit_endings', 'visit_cost_lines', 'visit_papers'])('%s can only be added to', async (table) => {
    await expect(platform.sql.unsafe(`UPDATE ${table} SET person_id = 1`)).rejects.toThrow('permission denied')
    await expect(platform.sql.unsafe(`DELETE FROM ${table}`)).rejects.toThrow('permission denied')
    await expect(platform.sql.unsafe(`SELECT * FROM ${table}_p00`)).rejects.toThrow('permission denied')
  })
})

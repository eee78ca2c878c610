import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { copyVisits, findMedicalPaperLine, findVisitCostLine, findVisitLine, type NewVisit } from './index.ts'
import { claim, openVisitsFixture, type VisitList, type VisitsFixture } from './visits-fixture.ts'

let fixture: VisitsFixture
beforeAll(async () => {
  fixture = await openVisitsFixture()
})
afterAll(() => fixture.platform.drop())

describe('the medical book', () => {
  it('is nobody else’s', async () => {
    await fixture.importNow([claim('69')])
    const [visit] = await fixture.visitsOf(fixture.ids.patient)
    await fixture.get(fixture.ids.other, `/api/me/visits/${visit?.visitId ?? ''}`, 404)
    expect(await fixture.get(fixture.ids.other, '/api/me/visits')).toEqual({ years: [], year: null, visits: [] })
  })
  it('is listed by year', async () => {
    await fixture.importNow([claim('70', { more: { NGAY_VAO: '202403010800', NGAY_RA: '202403010900' } })])
    expect(await fixture.get<VisitList>(fixture.ids.patient, '/api/me/visits')).toMatchObject({ years: [2026, 2024], year: 2026 })
    expect(await fixture.get<VisitList>(fixture.ids.patient, '/api/me/visits?year=2024')).toMatchObject({
      year: 2024,
      visits: { length: 1 },
    })
  })
  it('hands a correction request the line it is about, of its owner only', async () => {
    const visit = await fixture.openVisit(fixture.ids.patient)
    const [line, paper] = [visit.costLines[0]?.costLineId ?? '', visit.papers[0]?.paperId ?? '']
    expect(await findVisitLine(fixture.platform.sql, fixture.ids.patient, visit.visitId)).toMatchObject({
      title: { vi: expect.stringContaining('Bệnh viện Giả Định') as string },
    })
    expect(await findVisitCostLine(fixture.platform.sql, fixture.ids.patient, line)).toMatchObject({ facts: { length: 11 } })
    expect(await findMedicalPaperLine(fixture.platform.sql, fixture.ids.patient, paper)).toMatchObject({ facts: { length: 6 } })
    expect(await findVisitLine(fixture.platform.sql, fixture.ids.other, visit.visitId)).toBeNull()
    expect(await findVisitCostLine(fixture.platform.sql, fixture.ids.other, line)).toBeNull()
    expect(await findMedicalPaperLine(fixture.platform.sql, fixture.ids.other, paper)).toBeNull()
  })
  it('takes many visits at once from a population', async () => {
    const amounts = { totalVnd: '100.00', coveredVnd: '100.00', fundVnd: '80.00', copaymentVnd: '20.00', ownVnd: '0.00', otherVnd: '0.00' }
    const { totalVnd, coveredVnd: _covered, ...parts } = amounts
    const made = (visitKey: string): NewVisit => ({
      personId: fixture.ids.other,
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
      fixture.platform.sql,
      Array.from({ length: 2500 }, (_, at) => made(`S${at}`)),
      'synthetic',
    )
    const { visits } = await fixture.get<VisitList>(fixture.ids.other, '/api/me/visits')
    expect(visits).toHaveLength(2500)
    expect(new Set(visits.map(({ sumsState }) => sumsState))).toEqual(new Set(['agree']))
  })
  it.each(['visits', 'visit_endings', 'visit_cost_lines', 'visit_papers'])('%s can only be added to', async (table) => {
    await expect(fixture.platform.sql.unsafe(`UPDATE ${table} SET person_id = 1`)).rejects.toThrow('permission denied')
    await expect(fixture.platform.sql.unsafe(`DELETE FROM ${table}`)).rejects.toThrow('permission denied')
    await expect(fixture.platform.sql.unsafe(`SELECT * FROM ${table}_p00`)).rejects.toThrow('permission denied')
  })
})

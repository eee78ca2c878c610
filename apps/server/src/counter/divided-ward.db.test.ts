import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { getPerson } from '../persons/index.ts'
import { listUnits } from '../reference/index.ts'
import { caseOf, type Clerk, type Desk, openDesk } from './desk-fixture.ts'
import { settleDecisions } from './index.ts'

describe('Form 01 of somebody whose stored ward was divided', () => {
  let desk: Desk
  let clerk: Clerk
  beforeAll(async () => {
    desk = await openDesk({ demo: true })
    clerk = await desk.hire()
  })
  afterAll(() => desk.close())

  /** Two wards of today that one old ward went to. */
  const divide = async (code: string) => {
    const { sql } = desk.platform
    const [province] = await listUnits(sql, 'province', null)
    const wards = await listUnits(sql, 'ward', province?.code ?? '')
    const [here, there] = [wards.at(0), wards.at(1)]
    if (here === undefined || there === undefined) throw new Error('no wards')
    await sql`INSERT INTO administrative_units (unit_code, unit_level, name, full_name, unit_type, parent_code, valid_from, valid_to, source)
      VALUES (${code}, 'ward', 'Chia Đôi', 'Phường Chia Đôi', 'Phường', ${province?.code ?? ''}, '2025-07-01', '2026-01-31', 'test')`
    for (const { code: newCode } of [here, there])
      await sql`INSERT INTO administrative_successions (old_level, old_code, new_code, kind, valid_from, source) VALUES ('ward', ${code}, ${newCode}, 'split', '2026-02-01', 'test')`
    return { here, provinceCode: province?.code ?? '' }
  }
  const approveFor = async (wardCode: string, declared: { wardCode: string; provinceCode: string }): Promise<number> => {
    const person = await desk.addPerson({ wardCode, address: 'Số 3 phố Mẫu, Phường Chia Đôi' })
    const { row } = await desk.receive(clerk, declared, person)
    const decisionId = randomUUID()
    caseOf(await desk.at(clerk, row.registrationId).decide({ decisionId, kind: 'approve', personId: person.personId }))
    expect((await getPerson(desk.platform.sql, person.personId)).wardCode).toBe(wardCode)
    await desk.platform.sql`UPDATE decisions SET releases_at = ansinh_now() WHERE decision_id = ${decisionId}`
    expect(await settleDecisions(desk.platform)).toBe(0)
    return person.personId
  }

  it('answers which ward it is now, once the decision holds', async () => {
    const { here, provinceCode } = await divide('98001')
    const personId = await approveFor('98001', { wardCode: here.code, provinceCode })
    const now = await getPerson(desk.platform.sql, personId)
    expect(now.wardCode).toBe(here.code)
    expect(now.address).toMatch(new RegExp(`^Số 3 phố Mẫu, ${here.fullName}, `, 'u'))
    const lines = await desk.platform.sql`SELECT FROM audit_lines WHERE person_id = ${personId} AND action = 'ward-settled'`
    expect(lines).toHaveLength(1)
  })
  it('changes nothing where the declared ward is no part of it', async () => {
    const { provinceCode } = await divide('98002')
    const others = await listUnits(desk.platform.sql, 'ward', provinceCode)
    const personId = await approveFor('98002', { wardCode: others.at(5)?.code ?? '', provinceCode })
    expect(await getPerson(desk.platform.sql, personId)).toMatchObject({ wardCode: '98002', address: 'Số 3 phố Mẫu, Phường Chia Đôi' })
  })
})

import { randomUUID } from 'node:crypto'
import type { ReferenceProposal } from '@an-sinh/contract'
import type { ReferenceList } from '@an-sinh/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, type Colleague, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'
import { applyProposals } from './reference-desk/index.ts'

let fixture: OfficeFixture
let asker: Colleague
let other: Colleague
const TODAY = '2027-03-10'
const FACILITY = '99H05'

beforeAll(async () => {
  fixture = await openOfficeFixture()
  await fixture.setToday(TODAY)
  asker = await fixture.hire({ role: 'operator' })
  other = await fixture.hire({ role: 'operator' })
  await fixture.platform.sql`
    INSERT INTO health_facilities (facility_code, name, province_code, ward_code, address, facility_type, phone, valid_from, source)
    VALUES (${FACILITY}, 'Bệnh viện Mẫu', '01', '00004', 'Số 1 phố Mẫu', 'hospital', '024 3825 0000', '2026-01-01', 'test')`
})
afterAll(() => fixture.close())

type Days = { fromOn: string; untilOn?: string }
const propose = async (list: ReferenceList, code: string, after: Record<string, string>, days: Days): Promise<ReferenceProposal> =>
  must(
    await asker.client.post('/api/content/reference-proposals', {
      proposalId: randomUUID(),
      list,
      code,
      after: Object.entries(after).map(([field, value]) => ({ field, value })),
      untilOn: null,
      paperNumber: '12/BHXH-CSYT',
      note: null,
      ...days,
    }),
  )
const decide = ({ proposalId }: ReferenceProposal, { client }: Colleague, reason: string | null = null) =>
  client.post(`/api/content/reference-proposals/${proposalId}/decision`, { approve: reason === null, reason })

describe('two changes of one entry', () => {
  const approveBoth = async (list: ReferenceList, one: Record<string, string>, two: Record<string, string>): Promise<string[]> => {
    const third = await fixture.hire({ role: 'operator' })
    const days = { fromOn: TODAY }
    const pair = [await propose(list, FACILITY, one, days), await propose(list, FACILITY, two, days)] as const
    const answers = await Promise.all([decide(pair[0], other), decide(pair[1], third)])
    must(await decide(answers[0].statusCode === 200 ? pair[1] : pair[0], other, 'Đã có thay đổi khác'))
    return answers.map((answer) => (answer.statusCode === 200 ? 'approved' : codeOf(answer))).toSorted()
  }
  const ONE_OF_TWO = ['approved', 'proposal-outdated']

  it('that are approved at once: one is written, the other is to be made anew', async () => {
    for (let round = 0; round < 6; round += 1)
      expect(await approveBoth('health-facility', { phone: `024 3825 1${round}11` }, { phone: `024 3825 2${round}22` })).toStrictEqual(
        ONE_OF_TWO,
      )
  })

  it('are one too where there was no entry yet', async () => {
    expect(await approveBoth('sick-leave', { decisionNumber: '1/QĐ' }, { decisionNumber: '2/QĐ' })).toStrictEqual(ONE_OF_TWO)
  })
})

describe('a change of an office for some days', () => {
  it('gives back what stood when it began, and what was said since stays', async () => {
    const code = String(fixture.office)
    const phones: [number, string, string?][] = [
      [3, '2027-03-20', '2027-03-25'],
      [2, '2027-03-15'],
      [4, '2027-03-24', '2027-03-28'],
      [5, '2027-04-01', '2027-04-05'],
      [6, '2027-04-03'],
    ]
    for (const [number, fromOn, untilOn] of phones)
      must(
        await decide(
          await propose('office', code, { phone: `0950 000 00${number}` }, { fromOn, ...(untilOn === undefined ? {} : { untilOn }) }),
          other,
        ),
      )
    const seen: string[] = []
    for (const day of ['03-16', '03-21', '03-24', '03-26', '03-29', '04-01', '04-03', '04-06']) {
      await fixture.setToday(`2027-${day}`)
      await applyProposals(fixture.platform)
      const [office] = await fixture.platform.sql<{ phone: string }[]>`SELECT phone FROM offices WHERE office_id = ${code}`
      seen.push(`${day}: ${office?.phone.at(-1)}`)
    }
    // On the 29th the fourth is over, after the third that it had stood over: the second comes back, not the third.
    expect(seen).toStrictEqual(['03-16: 2', '03-21: 3', '03-24: 4', '03-26: 4', '03-29: 2', '04-01: 5', '04-03: 6', '04-06: 6'])
  })
})

import { randomUUID } from 'node:crypto'
import type {
  AnswerOf,
  getReferenceEntryRoute,
  listProposalsRoute,
  ReferenceProposal,
  searchReferenceEntriesRoute,
} from '@an-sinh/contract'
import type { ReferenceList } from '@an-sinh/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, type Colleague, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'
import { applyProposals } from './reference-desk/index.ts'

let fixture: OfficeFixture
let asker: Colleague
let other: Colleague
const TODAY = '2027-03-10'
const [HOSPITAL, STATION, LOST, EXPIRED] = ['99H01', '99H02', '99H03', '99H04']

beforeAll(async () => {
  fixture = await openOfficeFixture()
  await fixture.setToday(TODAY)
  asker = await fixture.hire({ role: 'operator' })
  other = await fixture.hire({ role: 'operator' })
  const { sql } = fixture.platform
  for (const [code, validTo] of [
    [HOSPITAL, null],
    [STATION, null],
    [LOST, null],
    [EXPIRED, '2026-12-31'],
  ] as const)
    await sql`INSERT INTO health_facilities (facility_code, name, province_code, ward_code, address, facility_type, phone, valid_from, valid_to, source)
      VALUES (${code}, ${`Bệnh viện Mẫu ${code}`}, '01', '00004', 'Số 1 phố Mẫu', 'hospital', '024 3825 0000', '2026-01-01', ${validTo}, 'test')`
  await sql`INSERT INTO collection_agents (agent_code, name, authority_number, province_code, valid_from, source) VALUES ('AG1', 'Đại lý Mẫu', '1/HĐ', '01', '2026-01-01', 'test')`
})
afterAll(() => fixture.close())

type Change = Record<string, string | null>
const propose = (list: ReferenceList, code: string, after: Change, more: object = {}, who = asker) =>
  who.client.post('/api/content/reference-proposals', {
    proposalId: randomUUID(),
    list,
    code,
    after: Object.entries(after).map(([field, value]) => ({ field, value })),
    fromOn: TODAY,
    untilOn: null,
    paperNumber: '12/BHXH-CSYT',
    note: null,
    ...more,
  })
const decide = ({ proposalId }: ReferenceProposal, who = other, approve = true, reason: string | null = null) =>
  who.client.post(`/api/content/reference-proposals/${proposalId}/decision`, { approve, reason })
const change = async (list: ReferenceList, code: string, after: Change, more: object = {}): Promise<ReferenceProposal> =>
  must(await decide(must(await propose(list, code, after, more))))
const entry = async (list: ReferenceList, code: string): Promise<AnswerOf<typeof getReferenceEntryRoute>> =>
  must(await asker.client.get(`/api/content/reference-entries/${list}/${code}`))
const versionsOf = async (list: ReferenceList, code: string): Promise<string[]> =>
  (await entry(list, code)).versions.map(({ fromOn, endsOn }) => `${fromOn} ${endsOn}`)
const valueOf = async (list: ReferenceList, code: string, field: string): Promise<string | null | undefined> =>
  (await entry(list, code)).values.find((one) => one.field === field)?.value

describe('a change of a reference entry', () => {
  it('is proposed by one operator and approved by another, never by the same, and leaves its traces', async () => {
    const proposal = must<ReferenceProposal>(
      await propose('health-facility', HOSPITAL, { phone: '024 3825 1111', address: 'Số 1 phố Mẫu' }),
    )
    expect(proposal).toMatchObject({
      state: 'waiting',
      mayDecide: false,
      changes: [{ field: 'phone', before: '024 3825 0000', after: '024 3825 1111' }],
    })
    expect(codeOf(await decide(proposal, asker))).toBe('four-eyes')
    expect(await valueOf('health-facility', HOSPITAL, 'phone')).toBe('024 3825 0000')
    expect(must<ReferenceProposal>(await decide(proposal))).toMatchObject({ state: 'approved', applied: true, decidedBy: other.fullName })
    expect(await valueOf('health-facility', HOSPITAL, 'phone')).toBe('024 3825 1111')
    expect(await versionsOf('health-facility', HOSPITAL)).toStrictEqual([`${TODAY} null`, '2026-01-01 2027-03-09'])
    const traces = await fixture.platform.sql<
      { source: string }[]
    >`SELECT source FROM reference_changes WHERE import_batch_id = ${proposal.proposalId}`
    expect(traces).toHaveLength(2)
    expect(traces[0]?.source).toContain('12/BHXH-CSYT')
    expect(
      await fixture.platform
        .sql`SELECT FROM audit_lines WHERE action IN ('reference-proposed', 'reference-approved') AND details ->> 'proposalId' = ${proposal.proposalId}`,
    ).toHaveLength(2)
  })

  it('approved twice at once is approved once', async () => {
    const proposal = must<ReferenceProposal>(await propose('health-facility', STATION, { facilityType: 'health-station' }))
    const third = await fixture.hire({ role: 'operator' })
    const answers = await Promise.all([decide(proposal), decide(proposal, third)])
    expect(answers.map((answer) => (answer.statusCode === 200 ? 'approved' : codeOf(answer))).toSorted()).toStrictEqual([
      'approved',
      'proposal-decided',
    ])
    expect(await versionsOf('health-facility', STATION)).toHaveLength(2)
  })

  it('is not written over what an import said meanwhile', async () => {
    const proposal = must<ReferenceProposal>(await propose('health-facility', STATION, { phone: '024 3825 2222' }))
    await fixture.platform.sql`UPDATE health_facilities SET phone = '024 3825 9999' WHERE facility_code = ${STATION} AND valid_to IS NULL`
    expect(codeOf(await decide(proposal))).toBe('proposal-outdated')
    const { proposals } = must<AnswerOf<typeof listProposalsRoute>>(await other.client.get('/api/content/reference-proposals'))
    expect(proposals.find(({ proposalId }) => proposalId === proposal.proposalId)).toMatchObject({
      outdated: true,
      state: 'waiting',
      changes: [{ now: '024 3825 9999' }],
    })
    expect(codeOf(await decide(proposal, other, false))).toBe('reason-missing')
    expect(must<ReferenceProposal>(await decide(proposal, other, false, 'Đã nhập từ danh sách mới')).state).toBe('refused')
    expect(await valueOf('health-facility', STATION, 'phone')).toBe('024 3825 9999')
  })

  it('of a facility that lost its contract yesterday is shown so from its day, in the look-ups too', async () => {
    const look = async () => fixture.newClient().get(`/api/lookups/facilities/${LOST}`)
    expect((await look()).json()).toMatchObject({ place: { id: LOST } })
    await change('health-facility', LOST, { endsOn: '2027-03-09' })
    expect(await versionsOf('health-facility', LOST)).toStrictEqual(['2026-01-01 2027-03-09'])
    expect(JSON.stringify((await look()).json())).toContain('2027-03-09')
    // Again under contract, by a new proposal: the days between stay without.
    await change('health-facility', LOST, { endsOn: '2027-12-31' }, { fromOn: '2027-03-15' })
    expect(await versionsOf('health-facility', LOST)).toStrictEqual(['2027-03-15 2027-12-31', '2026-01-01 2027-03-09'])
    await change('health-facility', EXPIRED, { endsOn: '2027-12-31' }, { fromOn: '2027-01-01' })
    expect(await versionsOf('health-facility', EXPIRED)).toStrictEqual(['2026-01-01 2027-12-31'])
  })

  it('for some days only is as before again after them', async () => {
    await change('health-facility', HOSPITAL, { hours: 'Chỉ cấp cứu' }, { fromOn: '2027-04-01', untilOn: '2027-04-05' })
    expect(await versionsOf('health-facility', HOSPITAL)).toStrictEqual([
      '2027-04-06 null',
      '2027-04-01 2027-04-05',
      `${TODAY} 2027-03-31`,
      '2026-01-01 2027-03-09',
    ])
    await fixture.setToday('2027-04-03')
    ;[asker, other] = [await fixture.hire({ role: 'operator' }), await fixture.hire({ role: 'operator' })]
    expect(await valueOf('health-facility', HOSPITAL, 'hours')).toBe('Chỉ cấp cứu')
    // Not over what begins later.
    expect(codeOf(await decide(must(await propose('health-facility', HOSPITAL, { endsOn: '2027-06-30' }, { fromOn: '2027-04-02' }))))).toBe(
      'proposal-dates',
    )
    await fixture.setToday(TODAY)
    ;[asker, other] = [await fixture.hire({ role: 'operator' }), await fixture.hire({ role: 'operator' })]
  })

  it('of an office is written on its day, and taken back after its last', async () => {
    const code = String(fixture.office)
    const before = await valueOf('office', code, 'phone')
    const proposal = await change(
      'office',
      code,
      { phone: '0950 000 111', openingHours: 'T2-T7 07:00-11:00' },
      { fromOn: '2027-03-12', untilOn: '2027-03-13' },
    )
    expect(proposal).toMatchObject({ state: 'approved', applied: false })
    expect(await applyProposals(fixture.platform)).toBe(0)
    await fixture.setToday('2027-03-12')
    expect(await applyProposals(fixture.platform)).toBe(1)
    ;[asker, other] = [await fixture.hire({ role: 'operator' }), await fixture.hire({ role: 'operator' })]
    expect([await valueOf('office', code, 'phone'), await valueOf('office', code, 'openingHours')]).toStrictEqual([
      '0950 000 111',
      'T2-T7 07:00-11:00',
    ])
    await fixture.setToday('2027-03-14')
    ;[asker, other] = [await fixture.hire({ role: 'operator' }), await fixture.hire({ role: 'operator' })]
    expect([await applyProposals(fixture.platform), await applyProposals(fixture.platform)]).toStrictEqual([1, 0])
    expect(await valueOf('office', code, 'phone')).toBe(before)
    await fixture.setToday(TODAY)
    ;[asker, other] = [await fixture.hire({ role: 'operator' }), await fixture.hire({ role: 'operator' })]
  })

  it('entitles a facility to sick-leave papers, and ends an agent’s authority', async () => {
    await change('sick-leave', HOSPITAL, { decisionNumber: '5/QĐ-SYT', endsOn: '2027-12-31' })
    expect(await versionsOf('sick-leave', HOSPITAL)).toStrictEqual([`${TODAY} 2027-12-31`])
    await change('collection-agent', 'AG1', { endsOn: TODAY })
    expect(await versionsOf('collection-agent', 'AG1')).toStrictEqual([`2026-01-01 ${TODAY}`])
  })

  it('that is nonsense is not proposed', async () => {
    const post = async (after: Change, more: object = {}): Promise<string> => codeOf(await propose('health-facility', STATION, after, more))
    expect(await post({ phone: 'gọi anh Ba' })).toBe('proposal-phone')
    expect(await post({ wardCode: '99999' })).toBe('proposal-ward')
    expect(await post({ longitude: '2.35', latitude: '48.85' })).toBe('proposal-point')
    expect(await post({ phone: '024 3825 3333' }, { untilOn: '2027-03-09' })).toBe('proposal-dates')
    expect(await post({ phone: '024 3825 3333' }, { paperNumber: ' ' })).toBe('proposal-paper')
    expect(await post({ name_folded: 'x' })).toBe('proposal-field')
    expect(await post({ facilityType: 'health-station' })).toBe('proposal-nothing')
    expect(codeOf(await propose('health-facility', '00000', { phone: null }))).toBe('not-found')
    const clerk = await fixture.hire({ role: 'supervisor' })
    expect(codeOf(await propose('health-facility', STATION, { phone: null }, {}, clerk))).toBe('not-allowed')
  })

  it('is taken back by who proposed it, and by nobody else', async () => {
    const proposal = must<ReferenceProposal>(await propose('health-facility', STATION, { phone: '024 3825 4444' }))
    const path = `/api/content/reference-proposals/${proposal.proposalId}/withdrawal`
    expect(codeOf(await other.client.post(path))).toBe('not-found')
    expect(must<ReferenceProposal>(await asker.client.post(path)).state).toBe('withdrawn')
    expect(codeOf(await decide(proposal))).toBe('proposal-decided')
  })

  it('is found by code or part of a name without accents', async () => {
    const search = async (q: string) =>
      must<AnswerOf<typeof searchReferenceEntriesRoute>>(
        await asker.client.get(`/api/content/reference-entries?list=health-facility&q=${encodeURIComponent(q)}`),
      ).entries
    expect((await search(HOSPITAL))[0]?.code).toBe(HOSPITAL)
    expect((await search('benh vien mau')).length).toBeGreaterThanOrEqual(4)
    expect(await search('%')).toStrictEqual([])
    expect(await search("' OR 1=1 --")).toStrictEqual([])
  })
})

import { randomUUID } from 'node:crypto'
import type { CaseSignals } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseOf, type Clerk, codeOf, openReviewDesk, type ReviewDesk } from './review-desk-fixture.ts'

let desk: ReviewDesk
let first: Clerk
let second: Clerk

beforeAll(async () => {
  desk = await openReviewDesk()
  first = await desk.hire()
  second = await desk.hire()
}, 60_000)
afterAll(() => desk.close())

const withLots = async <T>(percent: number, work: () => Promise<T>): Promise<T> => {
  const { secondChecks } = desk.platform.settings
  const before = secondChecks.percent
  secondChecks.percent = percent
  try {
    return await work()
  } finally {
    secondChecks.percent = before
  }
}
const signalsOf = async (clerk: Clerk, registrationId: string): Promise<CaseSignals> => {
  const answer = await clerk.client.get(`/api/counter/registrations/${registrationId}/signals`)
  expect(answer.statusCode).toBe(200)
  return answer.json()
}
describe('a second person', () => {
  it('approves what the lot fell on: the first approval is a check, tells nobody and opens nothing', async () => {
    const { row, personId, phone } = await withLots(100, () => desk.receive(first))
    const { registrationId } = row
    // Nothing on the first clerk's screen gives the lot away.
    expect(await signalsOf(first, registrationId)).toMatchObject({ secondCheck: null, signals: [] })
    const decisionId = randomUUID()
    const at = desk.at(first, registrationId)
    const checked = caseOf(await at.decide({ kind: 'approve', personId, decisionId }))
    expect(checked).toMatchObject({ state: 'checked', decision: null })
    expect(caseOf(await at.decide({ kind: 'approve', personId, decisionId, version: row.version }))).toMatchObject({ state: 'checked' })
    expect((await desk.messages(phone)).map(({ event }) => event)).toStrictEqual(['received'])
    expect(await signalsOf(first, registrationId)).toMatchObject({ secondCheck: { mine: true, risky: false } })
    expect(codeOf(await at.decide({ kind: 'approve', personId }))).toBe('second-person-same')
    const other = await desk.addPerson({ nationalId: '099194777001', insuranceNumber: '9977000001' })
    expect(codeOf(await desk.at(second, registrationId).decide({ kind: 'approve', personId: other.personId }))).toBe(
      'second-person-differs',
    )
    expect(caseOf(await desk.at(second, registrationId).decide({ kind: 'approve', personId }))).toMatchObject({
      state: 'approved',
      decision: { kind: 'approve' },
    })
  })
  it('stays due when the case is returned and received again, whatever the second lot says', async () => {
    const { row, personId } = await withLots(100, () => desk.receive(first))
    const at = desk.at(first, row.registrationId)
    caseOf(await at.decide({ kind: 'return', reasonCodes: ['unsigned'] }))
    await desk.platform.sql`UPDATE registrations SET state = 'awaiting-visit' WHERE registration_id = ${row.registrationId}`
    await withLots(0.01, () => at.receive())
    expect(caseOf(await at.decide({ kind: 'approve', personId }))).toMatchObject({ state: 'checked' })
  })
  it('is drawn for about so many of a hundred as the setting says', async () => {
    const drawn = await withLots(30, async () => {
      const ids: string[] = []
      for (let at = 0; at < 30; at += 1) ids.push((await desk.receive(first)).row.registrationId)
      const [row] = await desk.platform.sql<{ drawn: number; all: number }[]>`
        SELECT count(*) FILTER (WHERE drawn)::integer AS drawn, count(*)::integer AS all FROM second_checks WHERE registration_id = ANY(${ids}::uuid[])`
      return row
    })
    expect(drawn?.all).toBe(30)
    // 30 lots of 30 %: outside 1 … 22 once in ten thousand.
    expect(drawn?.drawn).toBeGreaterThanOrEqual(1)
    expect(drawn?.drawn).toBeLessThanOrEqual(22)
  }, 60_000)
})

import { randomUUID } from 'node:crypto'
import type { PersonStory, Ticket } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, type Colleague, must } from './office-fixture.ts'
import { openTicketsFixture, type TicketsFixture } from './tickets-fixture.ts'

let fixture: TicketsFixture
/** At the office of the province, above the one whose tickets are told of here. */
let support: Colleague
let clerk: Colleague
beforeAll(async () => {
  fixture = await openTicketsFixture()
  const [province] = await fixture.platform.sql<{ officeId: number }[]>`
    SELECT office_id AS "officeId" FROM offices WHERE province_code = '01' AND office_level = 'province' ORDER BY 1`
  support = await fixture.hire({ role: 'support', officeId: province?.officeId ?? 0 })
  clerk = await fixture.hire({ officeId: fixture.home })
})
afterAll(() => fixture.close())

const file = async (): Promise<Ticket> => {
  const { client } = await fixture.citizen()
  return must(await client.post('/api/me/tickets', { reportId: randomUUID(), category: 'other', words: 'Tôi hỏi', context: {} }))
}
const open = ({ client }: Colleague, reference: string) =>
  client.post('/api/support/story-lookups', { reason: 'ticket', reference, who: '', bornOn: null, phoneTail: null })

describe('a ticket as the reason to see a story', () => {
  it('is one for every helper who reads the ticket, support above the office too', async () => {
    const { reportId, reportNumber } = await file()
    for (const helper of [support, clerk]) {
      must(await helper.client.get(`/api/problem-reports/${reportId}`))
      expect(must<PersonStory>(await open(helper, reportNumber)).about).toBe('person')
    }
  })

  it('that was told in confidence is none for a clerk, who does not read it', async () => {
    const { reportId, reportNumber } = await file()
    await fixture.platform.sql`UPDATE problem_reports SET visibility = 'writer' WHERE report_id = ${reportId}`
    expect(codeOf(await clerk.client.get(`/api/problem-reports/${reportId}`))).toBe('not-found')
    expect(codeOf(await open(clerk, reportNumber))).toBe('story-ticket')
    must(await open(support, reportNumber))
  })

  it('is none any more thirty days after it was answered or closed', async () => {
    const { reportId, reportNumber } = await file()
    const { sql } = fixture.platform
    await sql`UPDATE problem_reports SET filed_at = filed_at - interval '200 days', state_since = state_since - interval '200 days' WHERE report_id = ${reportId}`
    must(await open(support, reportNumber))
    await sql`UPDATE problem_reports SET state = 'closed', state_since = ansinh_now() - interval '29 days' WHERE report_id = ${reportId}`
    must(await open(support, reportNumber))
    await sql`UPDATE problem_reports SET state_since = ansinh_now() - interval '31 days' WHERE report_id = ${reportId}`
    expect(codeOf(await open(support, reportNumber))).toBe('story-ticket-old')
  })
})

describe('a wrong guess at a story', () => {
  it('leaves a line: by whom and, where one fact found somebody, about whom; nothing that was typed', async () => {
    const { insuranceNumber, personId } = await fixture.citizen()
    const guess = (change: object) =>
      support.client.post('/api/support/story-lookups', {
        reason: 'on-the-line',
        reference: '',
        who: insuranceNumber,
        bornOn: null,
        phoneTail: null,
        ...change,
      })
    const { sql } = fixture.platform
    const read = () => sql<{ personId: number | null; code: string; details: string }[]>`
      SELECT person_id AS "personId", details ->> 'code' AS code, details::text AS details FROM audit_lines
      WHERE action = 'support-story-guessed' AND actor_id = ${String(support.staffId)} ORDER BY line_id`
    const before = (await read()).length
    await guess({ bornOn: '1962-03-06' })
    await guess({ who: '9999999999', bornOn: '1962-03-05' })
    await guess({ reason: 'ticket', reference: 'HT/2026/999998' })
    const lines = (await read()).slice(before)
    expect(lines.map((line) => [line.personId, line.code])).toStrictEqual([
      [personId, 'story-unknown'],
      [null, 'story-unknown'],
      [null, 'story-ticket'],
    ])
    expect(JSON.stringify(lines.map(({ details }) => details))).not.toMatch(/1962|9999999999|999998/u)
  })
})

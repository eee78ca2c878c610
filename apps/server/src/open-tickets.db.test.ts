import { randomUUID } from 'node:crypto'
import type { AnswerOf, fileTicketRoute, ProblemReport, Ticket } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, type Colleague, must } from './office-fixture.ts'
import { inTransaction } from './platform/transaction.ts'
import { appendTicketMove, openTicketFromChat } from './tickets/index.ts'
import { openTicketsFixture, type TicketsFixture } from './tickets-fixture.ts'
import type { TestClient } from './platform/test-client.ts'

type Filed = AnswerOf<typeof fileTicketRoute>

describe('a ticket of somebody not signed in', () => {
  let fixture: TicketsFixture
  let clerk: Colleague
  let phones = 0
  beforeAll(async () => {
    fixture = await openTicketsFixture()
    const [province] = await fixture.platform.sql<
      { officeId: number }[]
    >`SELECT office_id AS "officeId" FROM offices WHERE province_code = '01' AND office_level = 'province' ORDER BY 1`
    clerk = await fixture.hire({ role: 'province', officeId: province?.officeId ?? 0 })
  })
  afterAll(() => fixture.close())

  const nextPhone = (): string => {
    phones += 1
    return `0950088${String(phones).padStart(3, '0')}`
  }
  const file = (more: object = {}, client = fixture.stranger()) =>
    client.post('/api/tickets', {
      reportId: randomUUID(),
      category: 'message',
      words: 'Không nhận được mật khẩu.',
      context: {},
      contact: { phone: nextPhone() },
      provinceCode: '01',
      ...more,
    })
  const filed = async (more: object = {}): Promise<Filed> => must<Filed>(await file(more))
  const look = (reportNumber: string, code: string, client: TestClient = fixture.stranger()) =>
    client.post('/api/tickets/look-ups', { reportNumber, code })

  it('gets a number and a code; the code opens it, in small letters too, and only its keyed hash is kept', async () => {
    const { code, ticket } = await filed()
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u)
    expect(must<Ticket>(await look(ticket.reportNumber.toLowerCase(), code.toLowerCase().replaceAll('-', ' ')))).toStrictEqual(ticket)
    const [kept] = await fixture.platform.sql<
      { row: string }[]
    >`SELECT to_jsonb(c)::text AS row FROM ticket_contacts c WHERE report_id = ${ticket.reportId}`
    expect(kept?.row).not.toContain(code)
    expect(kept?.row).not.toContain('950088')
  })

  it('answers alike to a wrong code, to none of that number, and to a number of somebody signed in', async () => {
    const { code, ticket } = await filed()
    const citizen = await fixture.citizen()
    const theirs = must<Ticket>(
      await citizen.client.post('/api/me/tickets', { reportId: randomUUID(), category: 'other', words: 'x', context: {} }),
    )
    const answers = [
      await look(ticket.reportNumber, 'ABCD-EFGH-JKMN'),
      await look('HT/2026/999999', code),
      await look(theirs.reportNumber, code),
      await look('%', "' OR 1=1"),
    ]
    expect(answers.map(codeOf)).toStrictEqual(['ticket-unknown', 'ticket-unknown', 'ticket-unknown', 'ticket-unknown'])
    expect(new Set(answers.map((answer) => JSON.stringify({ ...answer.json<object>(), requestId: '' }))).size).toBe(1)
  })

  it('sent twice, at once or after a broken line, is one with one code; with other words it is nobody’s', async () => {
    const reportId = randomUUID()
    const body = { reportId, contact: { phone: nextPhone() } }
    const both = await Promise.all([file(body), file(body)])
    const [one, other] = both.map((answer) => must<Filed>(answer))
    expect(other).toStrictEqual(one)
    expect(codeOf(await file({ ...body, words: 'Khác' }))).toBe('not-found')
    await fixture.platform.sql`UPDATE problem_reports SET filed_at = filed_at - interval '1 hour' WHERE report_id = ${reportId}`
    expect(codeOf(await file({ reportId }))).toBe('not-found')
  })

  it('needs a phone or e-mail that can be reached, and sends nothing there until there is an answer', async () => {
    expect(codeOf(await file({ contact: { phone: '12' } }))).toBe('ticket-contact')
    expect(codeOf(await file({ contact: { email: 'không phải thư' } }))).toBe('ticket-contact')
    const { code, ticket } = await filed({ contact: { phone: '0950099001' } })
    expect(ticket.reachedBy).not.toContain('950099')
    expect(await fixture.texts('+84950099001')).toStrictEqual([])
    const url = `/api/problem-reports/${ticket.reportId}`
    const report = must<ProblemReport>(await clerk.client.get(url))
    expect(report).toMatchObject({ signedIn: false, person: null, reachedBy: { channel: 'phone' } })
    expect(JSON.stringify(report)).not.toContain('950099')
    must(await clerk.client.post(`${url}/moves`, { version: report.version, move: 'answer', words: 'Đã gửi lại.' }))
    const texts = await fixture.texts('+84950099001')
    expect(texts).toHaveLength(1)
    expect(texts[0]).not.toContain('gui lai')
    const answered = must<Ticket>(await look(ticket.reportNumber, code))
    const known = { reportNumber: ticket.reportNumber, code }
    const rated = await fixture
      .stranger()
      .post('/api/tickets/ratings', { ...known, moveNo: answered.moves.at(-1)?.moveNo, helped: 'no', words: '' })
    expect(must<Ticket>(rated).moves.at(-1)?.rating).toBe('no')
    const reopened = await fixture
      .stranger()
      .post('/api/tickets/moves', { ...known, version: answered.version, move: 'reopen', words: 'Vẫn chưa.' })
    expect(must<Ticket>(reopened).state).toBe('open')
    // Whoever asks by e-mail is told by e-mail.
    const mail = await filed({ contact: { email: 'mau@example.invalid' } })
    expect(mail.ticket.reachedBy).toContain('@example.invalid')
  })
})

describe('a ticket', () => {
  let fixture: TicketsFixture
  beforeAll(async () => {
    fixture = await openTicketsFixture()
  })
  afterAll(() => fixture.close())

  it('comes out of a chat with its transcript, once, and may be answered by it', async () => {
    const [citizen, clerk, reportId] = [await fixture.citizen(), await fixture.hire({ officeId: fixture.home }), randomUUID()]
    const chat = {
      reportId,
      askerKind: 'citizen',
      asker: { personId: citizen.personId },
      category: 'no-such',
      title: '',
      words: 'Thẻ của tôi còn hạn không?',
      officeId: null,
      context: {},
      at: new Date(Date.now() - 60_000),
    } as const
    const [first, again] = await inTransaction(fixture.platform, async (transaction) => [
      await openTicketFromChat(fixture.platform, transaction, chat),
      await openTicketFromChat(fixture.platform, transaction, chat),
    ])
    expect([first?.made, again?.made, first?.code]).toStrictEqual([true, false, null])
    await inTransaction(fixture.platform, (transaction) =>
      appendTicketMove(fixture.platform, transaction, {
        reportId,
        kind: 'talked',
        by: { staffId: clerk.staffId },
        words: 'Bạn: …\n'.repeat(5000),
        shownToAsker: true,
        answers: true,
      }),
    )
    const ticket = must<Ticket>(await citizen.client.get(`/api/me/tickets/${reportId}`))
    expect(ticket).toMatchObject({ state: 'answered', title: 'Thẻ của tôi còn hạn không?' })
    expect(ticket.moves.at(-1)?.words).toHaveLength(20_000)
    expect(
      must<Ticket>(await citizen.client.post(`/api/me/tickets/${reportId}/ratings`, { moveNo: 2, helped: 'yes', words: '' })).moves.at(-1),
    ).toMatchObject({
      rating: 'yes',
    })
  })
})

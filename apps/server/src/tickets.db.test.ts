import { randomUUID } from 'node:crypto'
import type {
  AnswerOf,
  getTicketFiguresRoute,
  listOwnTicketsRoute,
  listProblemReportsRoute,
  ProblemReport,
  Ticket,
} from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, type Colleague, must } from './office-fixture.ts'
import { escalateReports } from './problem-reports/index.ts'
import { type Citizen, openTicketsFixture, type TicketsFixture } from './tickets-fixture.ts'

type Queue = AnswerOf<typeof listProblemReportsRoute>
const WORDS = 'Tháng 3 không có trong quá trình đóng của tôi.\nCông ty nói đã đóng.'

describe('a ticket of somebody signed in', () => {
  let fixture: TicketsFixture
  let clerk: Colleague
  let supervisor: Colleague
  let citizen: Citizen
  let neighbour: Citizen

  beforeAll(async () => {
    fixture = await openTicketsFixture()
    clerk = await fixture.hire({ officeId: fixture.home })
    supervisor = await fixture.hire({ role: 'supervisor', officeId: fixture.home })
    citizen = await fixture.citizen()
    neighbour = await fixture.citizen()
  })
  afterAll(() => fixture.close())

  const file = (more: object = {}, who = citizen) =>
    who.client.post('/api/me/tickets', { reportId: randomUUID(), category: 'own-participation', words: WORDS, context: {}, ...more })
  const filed = async (more: object = {}, who = citizen): Promise<Ticket> => must<Ticket>(await file(more, who))
  const read = async (reportId: string, who = citizen): Promise<Ticket> => must<Ticket>(await who.client.get(`/api/me/tickets/${reportId}`))
  const open = async (reportId: string, who = clerk): Promise<ProblemReport> =>
    must<ProblemReport>(await who.client.get(`/api/problem-reports/${reportId}`))
  const move = async (reportId: string, what: object, who = clerk) => {
    const { version } = await open(reportId, who)
    return who.client.post(`/api/problem-reports/${reportId}/moves`, { version, words: '', ...what })
  }
  const act = async (reportId: string, what: object, who = citizen) =>
    who.client.post(`/api/me/tickets/${reportId}/moves`, { version: (await read(reportId, who)).version, words: '', ...what })
  const queue = async (body: object = {}, who = clerk): Promise<Queue> =>
    must<Queue>(await who.client.post('/api/problem-reports/queue', { view: 'open', page: 1, ...body }))
  const idsOf = ({ items }: Queue): string[] => items.map(({ reportId }) => reportId)

  it('goes to the department of its kind at the office of their ward, with a number and a term in working hours', async () => {
    const ticket = await filed()
    expect(ticket.reportNumber).toMatch(/^HT\/2026\/\d{6}$/u)
    expect(ticket).toMatchObject({ title: 'Tháng 3 không có trong quá trình đóng của tôi.', state: 'open', late: false })
    expect(ticket.department.vi).toBe('Phòng Quản lý thu')
    // A swindle is answered within four working hours, whatever its department usually takes.
    const [swindle, usual] = [await filed({ category: 'fraud' }), await filed({ category: 'registering' })]
    expect(swindle.department.vi).toBe(usual.department.vi)
    expect(Date.parse(swindle.dueAt)).toBeLessThan(Date.parse(usual.dueAt))
    const waiting = await queue({ askerKind: 'citizen' })
    expect(idsOf(waiting)).toContain(ticket.reportId)
    // The list names nobody; the opened ticket says whose it is, and the person sees who opened it.
    expect(waiting.items.map(({ asker }) => asker)).not.toContain('Trần Thị Mẫu Hỏi')
    expect((await open(ticket.reportId)).person).toStrictEqual({
      fullName: 'Trần Thị Mẫu Hỏi',
      numberTail: citizen.insuranceNumber.slice(-3),
    })
    const lines = await fixture.platform.sql`SELECT FROM audit_lines WHERE action = 'report-read' AND person_id = ${citizen.personId}`
    expect(lines.length).toBeGreaterThan(0)
  })

  it('sent twice at once is one; of another’s kind, without words, or of somebody else it is none', async () => {
    const reportId = randomUUID()
    const both = await Promise.all([file({ reportId }), file({ reportId })])
    expect(both.map(({ statusCode }) => statusCode)).toStrictEqual([201, 201])
    expect(new Set(both.map((answer) => answer.json<Ticket>().reportNumber)).size).toBe(1)
    expect(codeOf(await file({ category: 'roster' }))).toBe('report-category')
    expect(codeOf(await file({ words: ' \n ' }))).toBe('report-words')
    expect(codeOf(await file({ words: 'x\u0000y' }))).toBe('bad-text')
    expect(codeOf(await file({ reportId }, neighbour))).toBe('not-found')
    expect(codeOf(await neighbour.client.get(`/api/me/tickets/${reportId}`))).toBe('not-found')
    const own = must<AnswerOf<typeof listOwnTicketsRoute>>(await neighbour.client.get('/api/me/tickets'))
    expect(own.tickets).toStrictEqual([])
  })

  it('takes ten thousand characters whole and no more', async () => {
    const long = 'Đơn dài '.repeat(1250)
    const other = await fixture.citizen()
    expect((await filed({ words: long }, other)).words).toBe(long.trim())
    expect(codeOf(await file({ words: `${long}thêm` }, other))).toBe('bad-request')
  })

  it('takes along where the question began, and not what is no error id', async () => {
    const context = { code: 'too-many', errorId: 'req-12ab', screen: '/ca-nhan/the' }
    const ticket = await filed({ context }, neighbour)
    expect(ticket.context).toStrictEqual(context)
    expect((await open(ticket.reportId)).context).toStrictEqual(context)
    expect(codeOf(await file({ context: { errorId: '<b>x</b>' } }, neighbour))).toBe('bad-request')
  })

  it('is answered: told by number and state without a word of it, read without who wrote it, and rated once', async () => {
    const { reportId, reportNumber } = await filed({}, neighbour)
    must(await move(reportId, { move: 'note', words: 'Hỏi lại công ty.' }))
    must(await move(reportId, { move: 'answer', words: 'Công ty nộp bổ sung ngày 20/11.' }))
    const texts = await fixture.texts(neighbour.phone)
    expect(texts.at(-1)).toBe(`BHXH: Phieu ho tro ${reportNumber} da co tra loi. Mo ung dung, muc Ho tro, de doc.`)
    const answer = await neighbour.client.get(`/api/me/tickets/${reportId}`)
    expect(answer.body).not.toContain(clerk.fullName)
    expect(answer.body).not.toContain('Hỏi lại')
    const ticket = answer.json<Ticket>()
    expect(ticket).toMatchObject({ state: 'answered', may: { reopen: true, add: false, close: true } })
    const moveNo = ticket.moves.find(({ kind }) => kind === 'answered')?.moveNo ?? 0
    const rate = (what: object) =>
      neighbour.client.post(`/api/me/tickets/${reportId}/ratings`, { moveNo, helped: 'partly', words: 'Hơi chậm', ...what })
    expect(codeOf(await rate({ moveNo: 1 }))).toBe('ticket-rated')
    expect(must<Ticket>(await rate({})).moves.find((one) => one.moveNo === moveNo)?.rating).toBe('partly')
    expect(codeOf(await rate({ helped: 'yes' }))).toBe('ticket-rated')
    expect((await open(reportId)).ratings).toStrictEqual([{ moveNo, helped: 'partly', words: 'Hơi chậm' }])
    const figures = await clerk.client.get('/api/problem-reports/satisfaction')
    expect(must<AnswerOf<typeof getTicketFiguresRoute>>(figures).departments).toContainEqual(
      expect.objectContaining({ department: 'collection', rated: 1, partly: 1 }),
    )
    expect(figures.body).not.toContain('Hơi chậm')
  })

  it('is opened again within thirty days, told more of while it waits, and closed by its asker', async () => {
    const other = await fixture.citizen()
    const { reportId } = await filed({}, other)
    expect(codeOf(await act(reportId, { move: 'reopen', words: 'x' }, other))).toBe('report-not-answered')
    expect(codeOf(await act(reportId, { move: 'add' }, other))).toBe('report-words')
    must(await act(reportId, { move: 'add', words: 'Có cả tháng 4.' }, other))
    must(await move(reportId, { move: 'answer', words: 'Xong.' }))
    expect(codeOf(await act(reportId, { move: 'add', words: 'x' }, other))).toBe('report-answered')
    expect(must<Ticket>(await act(reportId, { move: 'reopen', words: 'Chưa thấy.' }, other))).toMatchObject({ state: 'open', late: false })
    expect(must<Ticket>(await act(reportId, { move: 'close' }, other)).state).toBe('closed')
    expect(codeOf(await act(reportId, { move: 'close' }, other))).toBe('report-closed')
    await fixture.platform.sql`UPDATE problem_reports SET state_since = state_since - interval '31 days' WHERE report_id = ${reportId}`
    expect(codeOf(await act(reportId, { move: 'reopen', words: 'x' }, other))).toBe('report-too-late')
    expect((await read(reportId, other)).moves.map(({ kind }) => kind)).toStrictEqual(['filed', 'added', 'answered', 'reopened', 'closed'])
  })

  it('with abusive words is hidden in lists, its asker told once, and it is answered all the same', async () => {
    const other = await fixture.citizen()
    const { reportId } = await filed({ words: 'Đồ ăn hại, trả lời đi' }, other)
    must(await move(reportId, { move: 'mark' }))
    expect(codeOf(await move(reportId, { move: 'mark' }))).toBe('report-marked')
    const item = (await queue({ askerKind: 'citizen' })).items.find((one) => one.reportId === reportId)
    expect(item).toMatchObject({ title: '', abusive: true })
    expect((await fixture.texts(other.phone)).filter((text) => text.includes('loi le'))).toHaveLength(1)
    expect(must<ProblemReport>(await move(reportId, { move: 'answer', words: 'Đã xem.' })).state).toBe('answered')
  })

  it('is given to a colleague of the office, and to nobody from elsewhere', async () => {
    const other = await fixture.citizen()
    const { reportId } = await filed({}, other)
    const [elsewhere] = await fixture.platform.sql<
      { id: number }[]
    >`SELECT office_id AS id FROM offices WHERE office_level = 'grassroots' AND office_id <> ${fixture.home} LIMIT 1`
    const far = await fixture.hire({ officeId: elsewhere?.id ?? 0 })
    const { colleagues } = must<{ colleagues: { staffId: number }[] }>(
      await clerk.client.get(`/api/problem-reports/${reportId}/colleagues`),
    )
    expect(colleagues.map(({ staffId }) => staffId)).toStrictEqual(expect.arrayContaining([clerk.staffId, supervisor.staffId]))
    expect(codeOf(await move(reportId, { move: 'assign', assigneeId: far.staffId }))).toBe('report-colleague')
    must(await move(reportId, { move: 'assign', assigneeId: supervisor.staffId }))
    expect(idsOf(await queue({ view: 'mine' }, supervisor))).toContain(reportId)
  })

  it('about how somebody was served is read by supervisors, and by a clerk only once it is given to them', async () => {
    const other = await fixture.citizen()
    const { reportId } = await filed({ category: 'service' }, other)
    expect(codeOf(await clerk.client.get(`/api/problem-reports/${reportId}`))).toBe('not-found')
    expect(idsOf(await queue({ askerKind: 'citizen' }))).not.toContain(reportId)
    must(await move(reportId, { move: 'assign', assigneeId: clerk.staffId }, supervisor))
    expect((await open(reportId)).reportId).toBe(reportId)
  })

  it('late without an answer is told above, whoever asked', async () => {
    const other = await fixture.citizen()
    const { reportId } = await filed({}, other)
    await fixture.platform.sql`UPDATE problem_reports SET due_at = ansinh_now() - interval '1 minute' WHERE report_id = ${reportId}`
    await escalateReports(fixture.platform)
    expect((await queue({ view: 'late' }, supervisor)).items.find((one) => one.reportId === reportId)).toMatchObject({ escalated: true })
    expect((await read(reportId, other)).moves.map(({ kind }) => kind)).toStrictEqual(['filed'])
  })

  it('is asked by a clerk about a fault of the software, and written down for a hospital or a citizen on the phone', async () => {
    const body = {
      reportId: randomUUID(),
      employerCode: '',
      askerName: '',
      title: 'Lỗi in',
      words: 'Trang in trắng.',
      callerName: '',
      callerPhone: '',
    }
    const own = must<ProblemReport>(
      await clerk.client.post('/api/problem-reports', { ...body, askerKind: 'clerk', category: 'system-fault' }),
    )
    expect(own).toMatchObject({ department: 'it', asker: clerk.fullName, signedIn: true })
    expect(idsOf(await queue({ view: 'asked' }))).toStrictEqual([own.reportId])
    const call = (more: object) =>
      clerk.client.post('/api/problem-reports', { ...body, reportId: randomUUID(), category: 'other', ...more })
    expect(codeOf(await call({ askerKind: 'hospital' }))).toBe('report-asker')
    const hospital = must<ProblemReport>(
      await call({ askerKind: 'hospital', askerName: 'Bệnh viện Mẫu', category: 'card-refused', callerPhone: '0950 000 017' }),
    )
    expect(hospital).toMatchObject({ department: 'health-insurance', asker: 'Bệnh viện Mẫu', signedIn: false })
    must(await move(hospital.reportId, { move: 'answer', words: 'Thẻ có giá trị.' }))
    expect(await fixture.texts('+84950000017')).toHaveLength(1)
    expect(codeOf(await call({ askerKind: 'citizen', category: 'roster', callerName: 'Ông Tư' }))).toBe('report-category')
    must(await call({ askerKind: 'citizen', category: 'own-card', callerName: 'Ông Tư' }))
  })
})

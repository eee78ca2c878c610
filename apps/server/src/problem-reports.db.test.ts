import { randomUUID } from 'node:crypto'
import type { AnswerOf, listOwnProblemReportsRoute, listProblemReportsRoute, OwnProblemReport, ProblemReport } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyEmployers } from './employers/index.ts'
import { openEmployerOfficers } from './employer-officers-fixture.ts'
import { codeOf, type Colleague, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'
import type { TestClient } from './platform/test-client.ts'
import { escalateReports } from './problem-reports/index.ts'

type Queue = AnswerOf<typeof listProblemReportsRoute>
const [A, B] = [4_100_001, 4_100_002]

describe('a problem report', () => {
  let office: OfficeFixture
  let clerk: Colleague
  let colleague: Colleague
  let elsewhere: Colleague
  let officer: TestClient
  let stranger: TestClient

  beforeAll(async () => {
    office = await openOfficeFixture()
    const [, first = 0, second = 0] = office.officeIds
    // A working Thursday, 12:00: four hours of the afternoon are left.
    await office.setToday('2026-11-26')
    const place = { address: 'Số 1', wardCode: null }
    await copyEmployers(
      office.platform.sql,
      [
        { employerId: A, employerCode: 'TZ0411A', name: 'Công ty Đông Á', officeId: first, ...place },
        { employerId: B, employerCode: 'TZ0412B', name: 'Công ty Bắc Á', officeId: second, ...place },
      ],
      'test',
    )
    clerk = await office.hire({ officeId: first })
    colleague = await office.hire({ role: 'supervisor', officeId: first })
    elsewhere = await office.hire({ officeId: second })
    ;[officer, stranger] = await openEmployerOfficers(office, [A, B])
  })
  afterAll(() => office.close())

  const words = { title: 'Danh sách không khớp', words: 'Ba người đã nghỉ vẫn còn trong danh sách.' }
  const file = (client: TestClient, more: object = {}) =>
    client.post('/api/employer/problem-reports', { reportId: randomUUID(), category: 'roster', ...words, ...more })
  const told = async (client = officer, more: object = {}): Promise<OwnProblemReport> => must<OwnProblemReport>(await file(client, more))
  const read = async (reportId: string, who = clerk): Promise<ProblemReport> =>
    must<ProblemReport>(await who.client.get(`/api/problem-reports/${reportId}`))
  const move = async (reportId: string, what: object, who = clerk) => {
    const { version } = await read(reportId)
    return who.client.post(`/api/problem-reports/${reportId}/moves`, { version, words: '', ...what })
  }
  const queue = async (body: object = {}, who = clerk): Promise<Queue> =>
    must<Queue>(await who.client.post('/api/problem-reports/queue', { view: 'open', page: 1, ...body }))

  it('goes to the department of its kind, with a number and a term in working hours', async () => {
    const report = await told()
    expect(report.reportNumber).toMatch(/^PA\/2026\/\d{6}$/u)
    expect(report.department.vi).toBe('Phòng Quản lý thu')
    // 16 hours from Thursday noon: 3.5 on Thursday, 7 on Friday, 5.5 on Monday.
    expect(report.dueAt).toBe('2026-11-30T08:30:00.000Z')
    const install = await told(officer, { category: 'registering' })
    expect(install.department.vi).toContain('Truyền thông')
    const { counts } = await queue()
    expect(
      counts.map(({ department, open }) => [department, open]).toSorted(([one], [other]) => String(one).localeCompare(String(other))),
    ).toStrictEqual([
      ['collection', 1],
      ['communication', 1],
    ])
    expect((await queue({ department: 'communication' })).items.map(({ reportId }) => reportId)).toStrictEqual([install.reportId])
  })

  it('sent twice is one; of an unknown kind, or without words, is none', async () => {
    const reportId = randomUUID()
    const [one, other] = [await told(officer, { reportId }), await told(officer, { reportId })]
    expect(other).toStrictEqual(one)
    expect(codeOf(await file(officer, { category: 'rumour' }))).toBe('report-category')
    expect(codeOf(await file(officer, { words: ' ' }))).toBe('report-words')
    expect(codeOf(await file(stranger, { reportId }))).toBe('not-found')
  })

  it('is answered; the employer reads the answer and the department, never who wrote it and no inner note', async () => {
    const { reportId } = await told()
    must(await move(reportId, { move: 'assign' }))
    must(await move(reportId, { move: 'note', words: 'Gọi lại chị Hà nội bộ.' }))
    must(await move(reportId, { move: 'answer', words: 'Đã bỏ ba người ấy.' }))
    const own = await officer.get(`/api/employer/problem-reports/${reportId}`)
    expect(own.json<OwnProblemReport>()).toMatchObject({ state: 'answered', reopenable: true })
    expect(own.json<OwnProblemReport>().moves.map(({ kind }) => kind)).toStrictEqual(['filed', 'answered'])
    expect(own.body).not.toContain(clerk.fullName)
    expect(own.body).not.toContain('chị Hà')
    expect(codeOf(await move(reportId, { move: 'answer', words: 'Lần nữa' }))).toBe('report-answered')
    expect((await read(reportId)).moves.map(({ kind }) => kind)).toStrictEqual(['filed', 'assigned', 'noted', 'answered'])
  })

  it('is opened again by the employer while the answer is fresh, with a new term', async () => {
    const { reportId } = await told()
    must(await move(reportId, { move: 'answer', words: 'Xong.' }))
    const reopen = async (client = officer) => {
      const { version } = await read(reportId)
      return client.post(`/api/employer/problem-reports/${reportId}/reopening`, { version, words: 'Vẫn còn một người.' })
    }
    expect(codeOf(await reopen(stranger))).toBe('not-found')
    expect(must<OwnProblemReport>(await reopen())).toMatchObject({ state: 'open', late: false })
    expect(codeOf(await reopen())).toBe('report-not-answered')
    must(await move(reportId, { move: 'answer', words: 'Xong.' }))
    await office.platform.sql`UPDATE problem_reports SET state_since = state_since - interval '31 days' WHERE report_id = ${reportId}`
    expect(codeOf(await reopen())).toBe('report-too-late')
  })

  it('is forwarded to the other department with the reason, and begins its term anew there', async () => {
    const { reportId } = await told()
    must(await move(reportId, { move: 'assign' }))
    expect(codeOf(await move(reportId, { move: 'forward', to: 'communication' }))).toBe('report-words')
    expect(codeOf(await move(reportId, { move: 'forward', to: 'collection', words: 'x' }))).toBe('report-same-department')
    const forwarded = must<ProblemReport>(await move(reportId, { move: 'forward', to: 'communication', words: 'Việc của phòng bạn.' }))
    expect(forwarded).toMatchObject({ department: 'communication', assignee: null })
    expect(forwarded.moves.at(-1)).toMatchObject({ kind: 'forwarded', words: 'Việc của phòng bạn.', shownToAsker: true })
  })

  it('is worked on by one of two at a time', async () => {
    const { reportId } = await told()
    const { version } = await read(reportId)
    const both = await Promise.all(
      [clerk, colleague].map(({ client }) =>
        client.post(`/api/problem-reports/${reportId}/moves`, { version, move: 'answer', words: 'Xong.' }),
      ),
    )
    expect(both.map(codeOf).toSorted()).toSatisfy(
      (codes: string[]) => codes[0] === '200' && /^report-(changed|answered)$/u.test(codes[1] ?? ''),
    )
    expect((await read(reportId)).moves.filter(({ kind }) => kind === 'answered')).toHaveLength(1)
  })

  it('of another office’s employer is nobody’s here, and another employer’s is as one that never was', async () => {
    const theirs = await told(stranger)
    expect(codeOf(await clerk.client.get(`/api/problem-reports/${theirs.reportId}`))).toBe('not-found')
    expect((await queue({ view: 'open' }, elsewhere)).items.map(({ reportId }) => reportId)).toStrictEqual([theirs.reportId])
    expect(codeOf(await officer.get(`/api/employer/problem-reports/${theirs.reportId}`))).toBe('not-found')
    expect(codeOf(await officer.get(`/api/employer/problem-reports/${randomUUID()}`))).toBe('not-found')
    const own = must<AnswerOf<typeof listOwnProblemReportsRoute>>(await officer.get('/api/employer/problem-reports'))
    expect(own.reports.map(({ reportId }) => reportId)).not.toContain(theirs.reportId)
  })

  it('is written down by a clerk for somebody on the phone, for an employer of the office', async () => {
    const body = {
      reportId: randomUUID(),
      askerKind: 'employer',
      askerName: '',
      category: 'guidance',
      ...words,
      callerName: 'Chị Lan',
      callerPhone: '0950000001',
    }
    const call = (employerCode: string) => clerk.client.post('/api/problem-reports', { ...body, employerCode })
    expect(codeOf(await call('TZ0412B'))).toBe('report-employer')
    expect(codeOf(await call('TZ9999Z'))).toBe('report-employer')
    expect(must<ProblemReport>(await call('tz0411a'))).toMatchObject({ callerName: 'Chị Lan', department: 'communication' })
    const own = await officer.get(`/api/employer/problem-reports/${body.reportId}`)
    expect(own.json<OwnProblemReport>().title).toBe(words.title)
    expect(own.body).not.toContain('0950000001')
  })

  it('without an answer in time is shown as late and told above, once', async () => {
    const { reportId } = await told()
    await office.platform.sql`UPDATE problem_reports SET due_at = ansinh_now() - interval '1 minute' WHERE report_id = ${reportId}`
    await escalateReports(office.platform)
    await escalateReports(office.platform)
    const late = await queue({ view: 'late' }, colleague)
    expect(late.items).toMatchObject([{ reportId, late: true, escalated: true }])
    expect((await read(reportId)).moves.filter(({ kind }) => kind === 'escalated')).toHaveLength(1)
    const own = must<OwnProblemReport>(await officer.get(`/api/employer/problem-reports/${reportId}`))
    expect(own.moves.map(({ kind }) => kind)).toStrictEqual(['filed'])
  })
})

import { randomUUID } from 'node:crypto'
import type { AnswerOf, fileTicketRoute, ProblemReport, Ticket } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, must } from './office-fixture.ts'
import { openTicketsFixture, photo, sendPhoto, sendStrangersPhoto, type TicketsFixture } from './tickets-fixture.ts'
import { eraseTicketContacts, eraseTicketPhotos } from './tickets/index.ts'

type Filed = AnswerOf<typeof fileTicketRoute>

describe('photos of a ticket', () => {
  let fixture: TicketsFixture
  beforeAll(async () => {
    fixture = await openTicketsFixture()
  })
  afterAll(() => fixture.close())

  it('are three at most, of its asker alone, written anew, seen by who took it on, each look written down, and erased in time', async () => {
    const [citizen, neighbour] = [await fixture.citizen(), await fixture.citizen()]
    const clerk = await fixture.hire({ officeId: fixture.home })
    const { reportId } = must<Ticket>(
      await citizen.client.post('/api/me/tickets', { reportId: randomUUID(), category: 'own-card', words: 'Ảnh màn hình', context: {} }),
    )
    const bytes = await photo()
    for (const kind of ['attachment-1', 'attachment-2', 'attachment-3']) must(await sendPhoto(citizen.client, reportId, kind, bytes))
    expect(codeOf(await sendPhoto(citizen.client, reportId, 'attachment-4', bytes))).toBe('bad-request')
    expect(codeOf(await sendPhoto(neighbour.client, reportId, 'attachment-1', bytes))).toBe('not-found')
    expect(codeOf(await sendPhoto(citizen.client, reportId, 'attachment-1', Buffer.from('#!/bin/sh\necho x\n')))).toBe('photo-type')
    const stored = await citizen.client.get(`/api/me/tickets/${reportId}/photo/attachment-2`)
    expect(stored.headers['content-type']).toBe('image/jpeg')
    expect(stored.rawPayload.includes(Buffer.from('Nhà số 7'))).toBe(false)
    expect(codeOf(await neighbour.client.get(`/api/me/tickets/${reportId}/photo/attachment-2`))).toBe('not-found')

    const url = `/api/problem-reports/${reportId}`
    expect(codeOf(await clerk.client.get(`${url}/photo/attachment-1`))).toBe('report-not-yours')
    const { version } = must<ProblemReport>(await clerk.client.get(url))
    const taken = must<ProblemReport>(await clerk.client.post(`${url}/moves`, { version, move: 'assign', words: '' }))
    expect(taken.photos).toStrictEqual(['attachment-1', 'attachment-2', 'attachment-3'])
    expect((await clerk.client.get(`${url}/photo/attachment-1`)).statusCode).toBe(200)
    const looks = await fixture.platform.sql`SELECT FROM audit_lines WHERE action = 'photo-read' AND person_id = ${citizen.personId}`
    expect(looks).toHaveLength(1)

    must(await clerk.client.post(`${url}/moves`, { version: taken.version, move: 'answer', words: 'Xong.' }))
    expect(codeOf(await sendPhoto(citizen.client, reportId, 'attachment-1', bytes))).toBe('report-answered')
    expect(await eraseTicketPhotos(fixture.platform)).toBe(0)
    await fixture.platform.sql`UPDATE problem_reports SET state_since = state_since - interval '91 days' WHERE report_id = ${reportId}`
    expect(await eraseTicketPhotos(fixture.platform)).toBe(1)
    expect(await eraseTicketPhotos(fixture.platform)).toBe(0)
    expect(must<Ticket>(await citizen.client.get(`/api/me/tickets/${reportId}`)).photos).toStrictEqual([])
  })

  it('come by number and code too: as many, written anew and down, for who took the ticket on alone, and erased in time', async () => {
    const stranger = fixture.stranger()
    const body = { reportId: randomUUID(), category: 'other', words: 'Ảnh màn hình', context: {}, contact: { phone: '0950099010' } }
    const { code, ticket } = must<Filed>(await stranger.post('/api/tickets', body))
    const [row] = await fixture.platform.sql<
      { officeId: number }[]
    >`SELECT office_id AS "officeId" FROM problem_reports WHERE report_id = ${ticket.reportId}`
    const clerk = await fixture.hire({ officeId: row?.officeId ?? 0 })
    const { reportId, reportNumber } = ticket
    const known = { reportId, reportNumber, code }
    expect(ticket.may.sendPhotos).toBe(true)
    const bytes = await photo()
    for (const kind of ['attachment-1', 'attachment-2', 'attachment-3'])
      must(await sendStrangersPhoto(stranger, known, { kind, bytes: Buffer.concat([bytes, Buffer.from(kind)]) }))
    expect(codeOf(await sendStrangersPhoto(stranger, known, { kind: 'attachment-4', bytes }))).toBe('bad-request')
    expect(codeOf(await sendStrangersPhoto(stranger, known, { kind: 'attachment-1', bytes: Buffer.from('#!/bin/sh\n') }))).toBe(
      'photo-type',
    )
    const looked = must<Ticket>(await stranger.post('/api/tickets/look-ups', { reportNumber, code }))
    expect(looked.photos).toStrictEqual(['attachment-1', 'attachment-2', 'attachment-3'])
    const kept = await fixture.platform
      .sql`SELECT FROM audit_lines WHERE action = 'ticket-photo-stored' AND details ->> 'reportId' = ${reportId}`
    expect(kept).toHaveLength(3)

    const url = `/api/problem-reports/${reportId}`
    expect(codeOf(await clerk.client.get(`${url}/photo/attachment-1`))).toBe('report-not-yours')
    const { version } = must<ProblemReport>(await clerk.client.get(url))
    const taken = must<ProblemReport>(await clerk.client.post(`${url}/moves`, { version, move: 'assign', words: '' }))
    const seen = await clerk.client.get(`${url}/photo/attachment-1`)
    expect([seen.headers['content-type'], seen.rawPayload.includes(Buffer.from('Nhà số 7'))]).toStrictEqual(['image/jpeg', false])
    must(await clerk.client.post(`${url}/moves`, { version: taken.version, move: 'answer', words: 'Xong.' }))
    expect(codeOf(await sendStrangersPhoto(stranger, known, { kind: 'attachment-1', bytes }))).toBe('report-answered')
    await fixture.platform.sql`UPDATE problem_reports SET state_since = state_since - interval '91 days' WHERE report_id = ${reportId}`
    expect([await eraseTicketPhotos(fixture.platform), await eraseTicketContacts(fixture.platform)]).toStrictEqual([1, 1])
    expect(must<Ticket>(await stranger.post('/api/tickets/look-ups', { reportNumber, code })).photos).toStrictEqual([])
  })

  it('of a stranger answer alike to a wrong code, no such number and a ticket of somebody signed in; a pass opens its own photo alone', async () => {
    const [stranger, citizen, bytes] = [fixture.stranger(), await fixture.citizen(), await photo()]
    const body = { reportId: randomUUID(), category: 'other', words: 'x', context: {}, contact: { phone: '0950099011' } }
    const { code, ticket } = must<Filed>(await stranger.post('/api/tickets', body))
    const theirs = must<Ticket>(
      await citizen.client.post('/api/me/tickets', { reportId: randomUUID(), category: 'other', words: 'x', context: {} }),
    )
    const { reportId, reportNumber } = ticket
    const sent = { kind: 'attachment-1', bytes }
    const other = fixture.stranger()
    const answers = [
      await sendStrangersPhoto(other, { reportId, reportNumber, code: 'ABCD-EFGH-JKMN' }, sent),
      await sendStrangersPhoto(other, { reportId, reportNumber: 'HT/2026/999999', code }, sent),
      await sendStrangersPhoto(other, { reportId, reportNumber: theirs.reportNumber, code }, sent),
      await sendStrangersPhoto(other, { reportId, reportNumber, code }, { ...sent, pass: 'a'.repeat(43) }),
      await sendStrangersPhoto(other, { reportId, reportNumber, code }, { ...sent, pass: '' }),
      await sendStrangersPhoto(other, { reportId: theirs.reportId, reportNumber, code }, sent),
    ]
    expect(new Set(answers.map(codeOf))).toStrictEqual(new Set(['ticket-unknown']))
    expect(new Set(answers.map((answer) => JSON.stringify({ ...answer.json<object>(), requestId: '' }))).size).toBe(1)
    expect(must<Ticket>(await stranger.post('/api/tickets/look-ups', { reportNumber, code })).photos).toStrictEqual([])
  })

  it('of a stranger are not sent for ever', async () => {
    const [stranger, bytes] = [fixture.stranger(), await photo()]
    const body = { reportId: randomUUID(), category: 'other', words: 'x', context: {}, contact: { phone: '0950099012' } }
    const { code, ticket } = must<Filed>(await stranger.post('/api/tickets', body))
    const codes: string[] = []
    for (let at = 0; at < 13; at += 1)
      codes.push(codeOf(await sendStrangersPhoto(fixture.stranger(), { ...ticket, code }, { kind: 'attachment-1', bytes })))
    expect([codes[0], codes.at(-1)]).toStrictEqual(['200', 'too-many'])
  })

  it('go their way, and a stranger’s phone does too, ninety days after the answer', async () => {
    const body = { reportId: randomUUID(), category: 'other', words: 'x', context: {}, contact: { phone: '0950099009' } }
    must(await fixture.stranger().post('/api/tickets', body))
    expect(await eraseTicketContacts(fixture.platform)).toBe(0)
    await fixture.platform
      .sql`UPDATE problem_reports SET state = 'closed', state_since = ansinh_now() - interval '91 days' WHERE report_id = ${body.reportId}`
    expect(await eraseTicketContacts(fixture.platform)).toBe(1)
    const rows = await fixture.platform.sql`SELECT FROM ticket_contacts WHERE report_id = ${body.reportId} AND contact_encrypted IS NULL`
    expect(rows).toHaveLength(1)
  })
})

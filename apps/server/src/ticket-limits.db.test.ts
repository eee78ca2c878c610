import { randomUUID } from 'node:crypto'
import type { AnswerOf, fileTicketRoute, Ticket } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, must } from './office-fixture.ts'
import { makeUpDevice, postWorking, workFor } from './platform/do-work-fixture.ts'
import type { TestClient } from './platform/test-client.ts'
import { openTicketsFixture, type TicketsFixture } from './tickets-fixture.ts'

type Filed = AnswerOf<typeof fileTicketRoute>

describe('a ticket of somebody not signed in', () => {
  let fixture: TicketsFixture
  let phones = 0
  beforeAll(async () => {
    fixture = await openTicketsFixture()
  })
  afterAll(() => fixture.close())

  const bodyOf = (more: object = {}) => {
    phones += 1
    const contact = { phone: `0950088${String(phones).padStart(3, '0')}` }
    return {
      reportId: randomUUID(),
      category: 'message',
      words: 'Không nhận được mật khẩu.',
      context: {},
      contact,
      provinceCode: '01',
      ...more,
    }
  }
  const file = (more: object = {}, client = fixture.stranger()) => client.post('/api/tickets', bodyOf(more))
  const filed = async (more: object = {}): Promise<Filed> => must<Filed>(await file(more))
  const look = (reportNumber: string, code: string, client: TestClient = fixture.stranger()) =>
    client.post('/api/tickets/look-ups', { reportNumber, code })

  it('by the dozen from one browser is stopped, and nobody else is', async () => {
    const browser = fixture.stranger(9)
    await browser.get('/api/settings')
    const codes: string[] = []
    for (let at = 0; at < 8; at += 1) codes.push(codeOf(await file({}, browser)))
    expect(codes.filter((code) => code === 'too-many').length).toBeGreaterThanOrEqual(4)
    expect((await file({}, fixture.stranger(9))).statusCode).toBe(201)
    const citizen = await fixture.citizen()
    const own = { reportId: randomUUID(), category: 'other', words: 'x', context: {} }
    expect((await citizen.client.post('/api/me/tickets', own)).statusCode).toBe(201)
  })

  it('from a network that files by the dozen, with device ids made up, costs each a moment’s work and is refused to nobody', async () => {
    const codes: string[] = []
    for (let at = 0; at < 40; at += 1) codes.push(codeOf(await file({}, makeUpDevice(fixture.stranger(7)))))
    expect(codes.filter((code) => code === 'work-first')).toHaveLength(10)
    const honest = fixture.stranger(7)
    const body = bodyOf()
    const first = await honest.post('/api/tickets', body)
    expect(codeOf(first)).toBe('work-first')
    // Work for one ticket opens no other, and its own once.
    expect(codeOf(await honest.post('/api/tickets', { ...body, reportId: randomUUID() }, workFor(first)))).toBe('work-first')
    expect((await honest.post('/api/tickets', body, workFor(first))).statusCode).toBe(201)
    expect(codeOf(await honest.post('/api/tickets', body, workFor(first)))).toBe('work-first')
    expect((await file({}, fixture.stranger(8))).statusCode).toBe(201)
  })

  it('about a phone that somebody typed again and again is still filed by its owner, for a moment’s work', async () => {
    const contact = { phone: '0950099002' }
    for (let at = 0; at < 3; at += 1) await filed({ contact })
    const owner = fixture.stranger()
    const body = bodyOf({ contact })
    expect(codeOf(await owner.post('/api/tickets', body))).toBe('work-first')
    expect((await postWorking(owner, '/api/tickets', body)).statusCode).toBe(201)
  })

  it('is no place to guess: after twenty wrong codes of one number a wrong one waits, and the right one opens it all the same', async () => {
    const { code, ticket } = await filed()
    const codes: string[] = []
    for (let at = 0; at < 22; at += 1) codes.push(codeOf(await look(ticket.reportNumber, 'ABCD-EFGH-JKMN')))
    expect(codes.at(-1)).toBe('too-many')
    expect(must<Ticket>(await look(ticket.reportNumber, code))).toStrictEqual(ticket)
    // Nor does a network that guesses shut out a neighbour.
    for (let at = 0; at < 61; at += 1) await look('HT/2026/999999', code, makeUpDevice(fixture.stranger(11)))
    const known = { reportNumber: ticket.reportNumber, code }
    expect(must<Ticket>(await postWorking(fixture.stranger(11), '/api/tickets/look-ups', known))).toStrictEqual(ticket)
  })
})

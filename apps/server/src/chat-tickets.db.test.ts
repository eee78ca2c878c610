import { randomUUID } from 'node:crypto'
import type { ChatWithMessages, Ticket } from '@an-sinh/contract'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { settleChats } from './chats/index.ts'
import { ChatHouse, say, take } from './chats-fixture.ts'
import { must } from './office-fixture.ts'
import { openSql } from './platform/sql.ts'

let house: ChatHouse

beforeAll(async () => {
  house = await ChatHouse.open()
})
afterEach(() => house.clear())
afterAll(() => house.close())

type Kept = { number: string; state: string; askerKind: string; askerId: number | null; talked: string | null }

const findTicket = async (chatId: string): Promise<Kept | undefined> => {
  const [row] = await house.platform.sql<Kept[]>`
    SELECT r.report_number AS number, r.state, r.asker_kind AS "askerKind", r.asker_id AS "askerId", m.words AS talked
    FROM problem_reports r LEFT JOIN problem_report_moves m ON m.report_id = r.report_id AND m.kind = 'talked' AND m.shown_to_asker WHERE r.report_id = ${chatId}`
  return row
}

describe('what was said in a chat becomes part of a ticket', () => {
  it('that is answered by it, once, and that its asker is told the number of', async () => {
    const { client, duty } = await house.goOnDuty()
    const citizen = house.clientOf('citizen')
    const { chat, chatId, asker } = await house.begin(citizen, { words: 'Thẻ của tôi còn hạn không?' })
    await take(client, duty)
    await say(client, `${duty}/chats/${chatId}`, 'Còn đến cuối năm')
    await citizen.post(`${chat}/ending`)
    await citizen.post(`${chat}/ending`)
    const ticket = await findTicket(chatId)
    expect(ticket).toMatchObject({ state: 'answered', askerKind: 'citizen' })
    expect(ticket?.talked).toMatch(/\d\d:\d\d Người hỏi: Thẻ của tôi còn hạn không\?\n.*\n\d\d:\d\d Người hỗ trợ: Còn đến cuối năm\n/u)
    await asker.hears('state', ({ ticketNumber }) => ticketNumber === ticket?.number)
    expect((await citizen.get(chat)).json<ChatWithMessages>().chat.ticketNumber).toBe(ticket?.number)
    expect((await citizen.get(`/api/me/tickets/${chatId}`)).statusCode).toBe(200)
    expect((await house.clientOf('another citizen').get(`/api/me/tickets/${chatId}`)).statusCode).toBe(404)
  })

  it('that waits for an answer when the asker was gone before anybody came, and none for who left the queue', async () => {
    await house.goOnDuty()
    const gone = await house.begin(house.clientOf('citizen'))
    const left = await house.begin(house.clientOf('another citizen'))
    await house.clientOf('another citizen').post(`${left.chat}/ending`)
    await house.platform.sql`UPDATE chat_sides SET present_at = present_at - interval '10 minutes' WHERE chat_id = ${gone.chatId}`
    await gone.asker.hears('state', ({ state, ticketNumber }) => state === 'ended' && ticketNumber !== null)
    expect(await findTicket(gone.chatId)).toMatchObject({ state: 'open' })
    expect(await findTicket(left.chatId)).toBeUndefined()
  })

  it('each by itself: one that cannot be kept holds up no other, nor those whose agent is gone', async () => {
    const { client, duty } = await house.goOnDuty()
    const mine = await house.begin(house.clientOf('citizen'))
    await take(client, duty)
    const [one, two] = [await house.begin(house.stranger()), await house.begin(house.clientOf('another citizen'))]
    for (const { asker } of [one, two]) asker.close()
    const owner = openSql(house.platform.migratorUrl, { max: 1 })
    await owner`ALTER TABLE problem_reports ADD CONSTRAINT no_such CHECK (report_id::text <> ${owner.unsafe(`'${one.chatId}'`)}) NOT VALID`
    const { sql } = house.platform
    await sql`UPDATE chat_sides SET present_at = present_at - interval '60 minutes' WHERE chat_id = ANY(${[one.chatId, two.chatId]}::uuid[])`
    await sql`UPDATE chat_duties SET present_at = present_at - interval '60 minutes'`
    const standing = async () => {
      const rows = await sql<{ chatId: string; state: string; held: boolean }[]>`
        SELECT chat_id AS "chatId", state, agent_id IS NOT NULL AS held FROM chats`
      return [mine, one, two].map(({ chatId }) => rows.find((row) => row.chatId === chatId)).map((row) => [row?.state, row?.held])
    }
    const [waits, ended] = [
      ['waiting', false],
      ['ended', false],
    ]
    await settleChats(house.platform)
    await expect.poll(standing).toStrictEqual([waits, waits, ended])
    await owner`ALTER TABLE problem_reports DROP CONSTRAINT no_such`
    await owner.end()
    await settleChats(house.platform)
    await expect.poll(standing).toStrictEqual([waits, ended, ended])
    expect(await findTicket(one.chatId)).toMatchObject({ state: 'open' })
  })

  it('of its own, never of somebody else’s that bears the same id, whichever was there first', async () => {
    const { client, duty } = await house.goOnDuty()
    const [owner, asker] = [house.clientOf('citizen'), house.clientOf('another citizen')]
    const file = async (reportId: string) =>
      (await owner.post('/api/me/tickets', { reportId, category: 'other', words: 'riêng của tôi', context: {} })).json<Ticket>()
    const talk = async (chatId: string, between: () => Promise<unknown>) => {
      const words = { messageId: randomUUID(), language: 'vi', category: 'registering', words: 'lời của người khác' }
      expect((await asker.post('/api/chats', { chatId, ...words })).statusCode).toBe(201)
      await between()
      await take(client, duty)
      await say(client, `${duty}/chats/${chatId}`, 'trả lời người khác')
      return (await asker.post(`/api/chats/${chatId}/ending`)).json<ChatWithMessages>().chat.ticketNumber
    }
    const [before, after] = [randomUUID(), randomUUID()]
    const first = await file(before)
    const numbers = [await talk(before, async () => undefined), await talk(after, () => file(after))]
    for (const reportId of [before, after]) {
      const ticket = (await owner.get(`/api/me/tickets/${reportId}`)).json<Ticket>()
      expect([ticket.state, ticket.moves.length]).toStrictEqual([first.state, first.moves.length])
      expect(numbers).not.toContain(ticket.reportNumber)
    }
    const own = (await asker.get('/api/me/tickets')).body
    for (const number of numbers) expect(own).toContain(String(number))
  })

  it('of the employer, whose officers read it among their reports', async () => {
    const { client, duty } = await house.goOnDuty('support', ['collection'])
    const officer = house.clientOf('employer officer')
    const { chatId } = await house.begin(officer, { words: 'Danh sách lệch', category: 'roster', at: '/api/employer/chats' })
    await take(client, duty)
    await say(client, `${duty}/chats/${chatId}`, 'Đã sửa giúp')
    await client.post(`${duty}/chats/${chatId}/ending`, { reason: 'answered', words: '', abusiveSeqs: [] })
    expect(await findTicket(chatId)).toMatchObject({ state: 'answered', askerKind: 'employer' })
    const report = await house.clientOf('employer administrator').get(`/api/employer/problem-reports/${chatId}`)
    expect([report.statusCode, report.body.includes('Đã sửa giúp')]).toStrictEqual([200, true])
    expect((await house.clientOf('officer of another employer').get(`/api/employer/problem-reports/${chatId}`)).statusCode).toBe(404)
  })

  it('of somebody not signed in, by its number', async () => {
    const { client, duty } = await house.goOnDuty()
    const stranger = house.stranger()
    const { chatId, chat } = await house.begin(stranger)
    await take(client, duty)
    await client.post(`${duty}/chats/${chatId}/ending`, { reason: 'abusive', words: 'Lời lẽ xúc phạm', abusiveSeqs: [1] })
    const ticket = await findTicket(chatId)
    expect(ticket).toMatchObject({ askerKind: 'citizen', askerId: null })
    expect((await stranger.get(chat)).json<ChatWithMessages>().chat.ticketNumber).toBe(ticket?.number)
  })

  it('of somebody not signed in, who is told a code that opens it later; nobody else is, and it is not told for ever', async () => {
    const { client, duty } = await house.goOnDuty()
    const stranger = house.stranger()
    const { chatId, chat, asker } = await house.begin(stranger)
    await take(client, duty)
    await say(client, `${duty}/chats/${chatId}`, 'Thẻ còn đến cuối năm')
    const ended = (await stranger.post(`${chat}/ending`)).json<ChatWithMessages>().chat
    await asker.hears('state', ({ ticketCode }) => ticketCode === ended.ticketCode)
    const known = { reportNumber: ended.ticketNumber, code: ended.ticketCode }
    const found = must<Ticket>(await house.stranger().post('/api/tickets/look-ups', known))
    expect(found).toMatchObject({ reportId: chatId, state: 'answered', reachedBy: null })
    const talked = found.moves.at(-1)
    expect(talked).toMatchObject({ kind: 'talked', by: 'staff', words: expect.stringContaining('Thẻ còn đến cuối năm') as string })
    const rated = await house.stranger().post('/api/tickets/ratings', { ...known, moveNo: talked?.moveNo, helped: 'yes', words: '' })
    expect(must<Ticket>(rated).moves.at(-1)?.rating).toBe('yes')
    const kept = await house.platform.sql<{ row: string }[]>`
      SELECT to_jsonb(t)::text || to_jsonb(c)::text || (SELECT string_agg(words, ' ') FROM problem_report_moves m WHERE m.report_id = c.chat_id) AS row
      FROM ticket_contacts t JOIN chats c ON c.chat_id = t.report_id WHERE c.chat_id = ${chatId}`
    expect([kept.length, kept[0]?.row.includes(ended.ticketCode ?? '-')]).toStrictEqual([1, false])
    await house.platform.sql`UPDATE chats SET ended_at = ended_at - interval '16 minutes' WHERE chat_id = ${chatId}`
    expect((await stranger.get(chat)).json<ChatWithMessages>().chat).toMatchObject({ ticketNumber: ended.ticketNumber, ticketCode: null })

    const citizen = house.clientOf('citizen')
    const own = await house.begin(citizen)
    await take(client, duty)
    expect((await citizen.post(`${own.chat}/ending`)).json<ChatWithMessages>().chat.ticketCode).toBeNull()
  })
})

import type { ChatWithMessages } from '@an-sinh/contract'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ChatHouse, say, take } from './chats-fixture.ts'

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
})

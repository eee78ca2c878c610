import { randomUUID } from 'node:crypto'
import type { ChatStanding, ChatWithMessages } from '@an-sinh/contract'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ChatHouse, codeOf, say, take } from './chats-fixture.ts'
import { TestClient } from './platform/test-client.ts'

let house: ChatHouse

beforeAll(async () => {
  house = await ChatHouse.open()
})
afterEach(() => house.clear())
afterAll(() => house.close())

describe('a chat with the support desk', () => {
  it('waits with its place, is taken, goes both ways, is marked as seen and ends', async () => {
    const { client, duty, desk } = await house.goOnDuty()
    const citizen = house.clientOf('citizen')
    const { chat, chatId, asker } = await house.begin(citizen)
    await asker.hears('state', ({ state, place, waitMinutes }) => state === 'waiting' && place === 1 && waitMinutes === 0)
    await desk.hears('queue', ({ waiting }) => JSON.stringify(waiting).includes('"waiting":1'))
    const taken = await take(client, duty)
    expect([taken.chatId, taken.asker]).toStrictEqual([chatId, 'T••• T••• Mẫu · ••••••0001'])
    await asker.hears('state', ({ state, agentName }) => state === 'active' && agentName === 'Quầy')
    await desk.hears('message', ({ words }) => words === 'Tôi quên mật khẩu')
    expect((await say(client, `${duty}/chats/${chatId}`, 'Chào bạn')).statusCode).toBe(201)
    expect((await say(citizen, chat, 'Cảm ơn')).statusCode).toBe(201)
    await asker.until('both', ({ words }) => words.length === 3)
    await desk.until('both', ({ words }) => words.length === 3)
    expect(asker.words).toStrictEqual(['Tôi quên mật khẩu', 'Chào bạn', 'Cảm ơn'])
    expect(asker.messages.map(({ seq }) => seq)).toStrictEqual([1, 2, 3, 4])
    await citizen.post(`${chat}/marks`, { delivered: 4, seen: 3 })
    await desk.hears('chat', ({ askerDelivered, askerSeen }) => askerDelivered === 4 && askerSeen === 3)
    await client.post(`${duty}/marks`, { chats: [{ chatId, delivered: 4, seen: 4 }] })
    await asker.hears('state', ({ agentSeen }) => agentSeen === 4)
    expect((await client.post(`${duty}/chats/${chatId}/ending`, { reason: 'answered', words: '', abusiveSeqs: [] })).statusCode).toBe(200)
    await asker.hears('over', ({ why }) => why === 'ended')
    expect(codeOf(await say(citizen, chat, 'Còn ai không?'))).toStrictEqual([409, 'chat-ended'])
    expect(codeOf(await say(client, `${duty}/chats/${chatId}`, 'x'))).toStrictEqual([409, 'chat-not-yours'])
  })

  it('is open to somebody not signed in by the secret of their browser alone', async () => {
    await house.goOnDuty()
    const stranger = new TestClient(house.server)
    expect((await stranger.get('/api/chats')).json<ChatStanding>().open).toBe(true)
    const { chat, chatId, asker } = await house.begin(stranger)
    expect(asker.contentType).toContain('text/event-stream')
    expect((await stranger.get('/api/chats')).json<ChatStanding>().own).toBe(chatId)
    for (const other of [new TestClient(house.server), house.clientOf('citizen'), house.clientOf('support')]) {
      await other.get('/api/chats')
      expect(codeOf(await other.get(chat))).toStrictEqual([404, 'not-found'])
      expect(codeOf(await say(other, chat, 'x'))).toStrictEqual([404, 'not-found'])
      const stream = await house.follow(`${chat}/events`, other)
      expect([stream.status, stream.contentType]).toStrictEqual([404, 'application/json; charset=utf-8'])
    }
    const [kept] = await house.platform.sql<{ kept: string }[]>`SELECT to_jsonb(c)::text AS kept FROM chats c WHERE chat_id = ${chatId}`
    expect(kept?.kept).not.toContain(stranger.cookies.get('__Host-ansinh-chat'))
  })

  it('sent twice is said once, and an open chat is led back to', async () => {
    await house.goOnDuty()
    const citizen = house.clientOf('citizen')
    const { chat, chatId, asker } = await house.begin(citizen)
    const messageId = randomUUID()
    const answers = await Promise.all([1, 2, 3, 4].map(() => say(citizen, chat, 'Một lần', messageId)))
    expect(new Set(answers.map((answer) => answer.json<{ seq: number }>().seq))).toStrictEqual(new Set([2]))
    const again = await citizen.post('/api/chats', {
      chatId: randomUUID(),
      messageId: randomUUID(),
      language: 'vi',
      category: 'card',
      words: 'Nữa',
    })
    expect(again.json<ChatWithMessages>().chat.chatId).toBe(chatId)
    await asker.until('once', ({ words }) => words.length === 2)
    expect((await citizen.get(chat)).json<ChatWithMessages>().messages.map(({ words }) => words)).toStrictEqual([
      'Tôi quên mật khẩu',
      'Một lần',
    ])
  })

  it('keeps no password, code or card number, and says so to both', async () => {
    const { client, duty, desk } = await house.goOnDuty()
    const { chat, asker } = await house.begin(house.clientOf('citizen'), { words: 'mật khẩu của tôi là Abc@1234' })
    await take(client, duty)
    await say(house.clientOf('citizen'), chat, 'mã OTP 482913')
    for (const page of [asker, desk]) {
      await page.until('two', ({ words }) => words.length === 2)
      expect(page.messages.filter(({ masked }) => masked).length).toBe(2)
    }
    const rows = await house.platform.sql<{ words: string }[]>`SELECT words FROM chat_messages`
    expect(JSON.stringify(rows)).not.toMatch(/Abc@1234|482913/u)
  })

  it('goes on after a lost connection where it was: nothing lost, nothing doubled', async () => {
    const { client, duty, desk } = await house.goOnDuty()
    const citizen = house.clientOf('citizen')
    const { chat, chatId, asker } = await house.begin(citizen)
    await take(client, duty)
    await asker.until('joined', ({ messages }) => messages.length === 2)
    await desk.until('joined', ({ messages }) => messages.length === 2)
    asker.close()
    desk.close()
    for (let at = 0; at < 30; at += 1)
      await say(at % 2 === 0 ? citizen : client, at % 2 === 0 ? chat : `${duty}/chats/${chatId}`, `lời ${at}`)
    const again = await house.follow(`${chat}/events`, citizen, asker.lastId)
    const deskAgain = await house.follow(`${duty}/events`, client, desk.lastId)
    for (const page of [again, deskAgain]) {
      await page.until('all', ({ words }) => words.length >= 30)
      expect(page.words).toStrictEqual(Array.from({ length: 30 }, (_, at) => `lời ${at}`))
    }
  })

  it('waits for a reader that is behind without keeping what it has not read', async () => {
    const { client, duty } = await house.goOnDuty()
    const citizen = house.clientOf('citizen')
    const { chat, chatId, asker } = await house.begin(citizen)
    await take(client, duty)
    asker.pause()
    const long = 'dài '.repeat(490)
    await house.platform.sql`
      INSERT INTO chat_messages (chat_id, seq, message_id, by_kind, words) SELECT ${chatId}, n, gen_random_uuid(), 'agent', ${long} || n FROM generate_series(3, 3000) n`
    await house.platform.sql`UPDATE chats SET last_seq = 3000 WHERE chat_id = ${chatId}`
    await say(citizen, chat, 'cuối')
    await new Promise((resolve) => void setTimeout(resolve, 1000))
    asker.resume()
    await asker.until('all', ({ messages }) => messages.length >= 3001)
    expect(asker.messages.map(({ seq }) => seq)).toStrictEqual(Array.from({ length: 3001 }, (_, at) => at + 1))
  }, 30_000)
})

describe('the queue', () => {
  it('is closed outside its hours, with nobody on duty, and when too many wait', async () => {
    const citizen = house.clientOf('citizen')
    const knock = (words = 'Có ai không?') =>
      citizen.post('/api/chats', { chatId: randomUUID(), messageId: randomUUID(), language: 'vi', category: 'other', words })
    expect((await citizen.get('/api/chats')).json<ChatStanding>()).toMatchObject({
      open: false,
      staffed: true,
      waitMinutes: null,
      own: null,
    })
    expect(codeOf(await knock())).toStrictEqual([409, 'chat-closed'])
    await house.goOnDuty()
    expect(codeOf(await knock(' '))).toStrictEqual([400, 'chat-words'])
    await house.platform.sql`
      INSERT INTO chats (chat_id, asker_kind, secret_hash, language, category, department, rule_version)
      SELECT gen_random_uuid(), 'stranger', sha256(n::text::bytea), 'vi', 'other', 'communication', 'test' FROM generate_series(1, 20) n`
    expect(codeOf(await knock())).toStrictEqual([409, 'chat-queue-full'])
  })

  it('gives two agents who ask at once two chats, and nobody more than the rule says', async () => {
    const [one, two] = [await house.goOnDuty('support'), await house.goOnDuty('clerk')]
    const chats = [await house.begin(new TestClient(house.server)), await house.begin(new TestClient(house.server))]
    const taken = await Promise.all([take(one.client, one.duty), take(two.client, two.duty)])
    expect(new Set(taken.map(({ chatId }) => chatId))).toStrictEqual(new Set(chats.map(({ chatId }) => chatId)))
    expect(codeOf(await one.client.post(`${one.duty}/chats`))).toStrictEqual([409, 'chat-nobody-waits'])
    for (let at = 0; at < 3; at += 1) await house.begin(new TestClient(house.server))
    await take(one.client, one.duty)
    await take(one.client, one.duty)
    expect(codeOf(await one.client.post(`${one.duty}/chats`))).toStrictEqual([409, 'chat-seats-full'])
  })

  it('takes back the chats of an agent who disappears, at its front, and tells the asker', async () => {
    const one = await house.goOnDuty('support')
    const first = await house.begin(house.clientOf('citizen'))
    await take(one.client, one.duty)
    const second = await house.begin(house.clientOf('another citizen'))
    await house.platform.sql`UPDATE chat_duties SET present_at = present_at - interval '2 minutes'`
    await first.asker.hears('message', ({ kind }) => kind === 'agent-gone')
    await first.asker.hears('state', ({ state, place }) => state === 'waiting' && place === 1)
    await second.asker.hears('state', ({ place }) => place === 2)
    await one.desk.hears('over')
    const two = await house.goOnDuty('clerk')
    expect((await take(two.client, two.duty)).chatId).toBe(first.chatId)
    expect(codeOf(await say(one.client, `${one.duty}/chats/${first.chatId}`, 'Tôi đây'))).toStrictEqual([409, 'chat-off-duty'])
  })

  it('closes a chat whose asker is gone and keeps what was said', async () => {
    const { client, duty, desk } = await house.goOnDuty()
    const { chatId, chat } = await house.begin(house.clientOf('citizen'))
    await take(client, duty)
    await house.platform.sql`UPDATE chat_sides SET present_at = present_at - interval '10 minutes' WHERE side = 'asker'`
    await desk.hears('chat', ({ state, endReason }) => state === 'ended' && endReason === 'asker-gone')
    expect((await house.clientOf('citizen').get(chat)).json<ChatWithMessages>().messages.length).toBe(3)
    expect(chatId).not.toBe('')
  })

  it('hands a chat to another agent or department; an abusive asker reads why it ended', async () => {
    const [one, two] = [await house.goOnDuty('support'), await house.goOnDuty('clerk', ['benefits'])]
    const { chatId, asker } = await house.begin(house.clientOf('citizen'))
    await take(one.client, one.duty)
    const [clerk] = await house.platform.sql<{ staffId: number }[]>`SELECT staff_id AS "staffId" FROM staff_users WHERE user_name = 'clerk'`
    const pass = (body: object) => one.client.post(`${one.duty}/chats/${chatId}/hand-over`, body)
    expect(codeOf(await pass({ toStaffId: 999_999, department: null }))).toStrictEqual([409, 'chat-hand-over'])
    expect((await pass({ toStaffId: clerk?.staffId ?? 0, department: null })).statusCode).toBe(204)
    await one.desk.hears('gone', (data) => data['chatId'] === chatId)
    await two.desk.hears('message', ({ words }) => words === 'Tôi quên mật khẩu')
    expect(
      (await two.client.post(`${two.duty}/chats/${chatId}/hand-over`, { toStaffId: null, department: 'communication' })).statusCode,
    ).toBe(204)
    expect((await take(one.client, one.duty)).chatId).toBe(chatId)
    const close = (words: string) => one.client.post(`${one.duty}/chats/${chatId}/ending`, { reason: 'abusive', words, abusiveSeqs: [1] })
    expect(codeOf(await close(' '))).toStrictEqual([400, 'chat-words'])
    expect((await close('Lời lẽ xúc phạm')).statusCode).toBe(200)
    await asker.hears('message', ({ kind, words }) => kind === 'ended' && words === 'abusive Lời lẽ xúc phạm')
  })
})

describe('an agent', () => {
  it('is led by a chat they hold to the story of its asker, who reads of it, and by no other chat', async () => {
    const { client, duty } = await house.goOnDuty()
    const { chatId } = await house.begin(house.clientOf('citizen'))
    const look = (who = client) =>
      who.post('/api/support/story-lookups', { reason: 'chat', reference: chatId, who: '', bornOn: null, phoneTail: null })
    expect(codeOf(await look())).toStrictEqual([404, 'story-unknown'])
    await take(client, duty)
    expect(codeOf(await look(house.clientOf('clerk')))).toStrictEqual([404, 'story-unknown'])
    const story = await look()
    expect([story.statusCode, story.json<{ about: string }>().about]).toStrictEqual([200, 'person'])
    const [line] = await house.platform.sql<{ reason: string }[]>`
      SELECT reason_code AS reason FROM audit_lines WHERE action = 'support-story-read' ORDER BY line_id DESC LIMIT 1`
    expect(line?.reason).toBe('chat')
  })
})

describe('an employer’s officer', () => {
  it('asks at the office’s host, is shown by the employer’s code, and no colleague of another employer reads along', async () => {
    const { client, duty } = await house.goOnDuty('support', ['collection'])
    const officer = house.clientOf('employer officer')
    const at = '/api/employer/chats'
    expect((await officer.get(at)).json<ChatStanding>().categories.map(({ code }) => code)).toContain('roster')
    const { chat, chatId, asker } = await house.begin(officer, { words: 'Danh sách lệch', category: 'roster', at })
    const { asker: shown, askerKind } = await take(client, duty)
    expect(askerKind).toBe('employer')
    expect(shown).toMatch(/^\S+ · /u)
    await say(client, `${duty}/chats/${chatId}`, 'Tôi xem giúp')
    await asker.until('answered', ({ words }) => words.includes('Tôi xem giúp'))
    for (const other of ['officer of another employer', 'employer administrator'] as const)
      expect(codeOf(await house.clientOf(other).get(chat))).toStrictEqual([404, 'not-found'])
    expect((await officer.post(`${chat}/marks`, { delivered: 3, seen: 3 })).statusCode).toBe(204)
  })
})

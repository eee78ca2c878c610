import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { ChatHouse, codeOf, originOf, say, take, toWorkingMorning } from './chats-fixture.ts'
import { streamsOf } from './chats/index.ts'
import { openPlatform, type Platform } from './platform/platform.ts'
import type { TestClient } from './platform/test-client.ts'

let house: ChatHouse

const feeds = () => streamsOf(house.platform).hub.feeds

/** Asks for a stream and is gone before, while or after it is given. */
const leaveAfter = (path: string, { cookies }: TestClient, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const socket = connect(Number(new URL(house.origin).port), '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\n\r\n`)
      setTimeout(() => socket.destroy(), ms)
    })
    socket.on('error', () => undefined)
    socket.once('close', () => resolve())
  })

beforeAll(async () => {
  house = await ChatHouse.open()
})
afterEach(() => house.clear())
afterAll(() => house.close())

describe('streams', () => {
  it('reach across processes, and clients are told to come again before one ends', async () => {
    const other: Platform = await openPlatform(house.platform.settings, { name: 'test', works: false })
    const away = await createApp(other, 'both')
    await away.fastify.listen({ port: 0, host: '127.0.0.1' })
    const { client, duty } = await house.goOnDuty()
    const citizen = house.clientOf('citizen')
    const { chat, chatId } = await house.begin(citizen)
    const there = await house.follow(`${chat}/events`, citizen, undefined, originOf(away))
    await there.hears('message')
    await take(client, duty)
    await say(client, `${duty}/chats/${chatId}`, 'Từ máy kia')
    await there.until('said elsewhere', ({ words }) => words.includes('Từ máy kia'))
    await away.fastify.close()
    await other.close()
    await there.until('closed', ({ isOpen }) => !isOpen)
    expect(there.heard.at(-1)?.event).toBe('reconnect')
    await say(client, `${duty}/chats/${chatId}`, 'Sau khi khởi động lại')
    const again = await house.follow(`${chat}/events`, citizen, there.lastId)
    await again.until('the rest', ({ words }) => words.length > 0)
    expect(again.words).toStrictEqual(['Sau khi khởi động lại'])
  })

  it('leave nothing out when one comes while another is being served', async () => {
    const { client, duty } = await house.goOnDuty()
    const citizen = house.clientOf('citizen')
    const { chat, chatId } = await house.begin(citizen)
    await take(client, duty)
    const pages = [await house.follow(`${duty}/events`, client)]
    for (let at = 0; at < 60; at += 1) {
      const said = say(client, `${duty}/chats/${chatId}`, `lời ${at}`)
      if (at % 2 === 0) pages.push(await house.follow(`${chat}/events`, citizen, String(at % 7)))
      await said
    }
    for (const page of pages) {
      // Those beyond five were sent away in between; what they had got has no gap either.
      await page.until('the last', ({ isOpen, words }) => !isOpen || words.includes('lời 59'))
      const seqs = page.messages.map(({ seq }) => seq)
      expect(seqs).toStrictEqual(Array.from({ length: seqs.length }, (_, at) => (seqs[0] ?? 0) + at))
    }
  })

  it('hear again when their connection to the database was cut', async () => {
    const { client, duty } = await house.goOnDuty()
    const { chatId, asker } = await house.begin(house.clientOf('citizen'))
    await take(client, duty)
    await house.platform.moveClock(toWorkingMorning(Date.now()))
    expect((await say(client, `${duty}/chats/${chatId}`, 'Vẫn nghe chứ?')).statusCode).toBe(201)
    await asker.until('heard', ({ words }) => words.includes('Vẫn nghe chứ?'))
  })

  it('are kept no longer than whoever asked for them stays, however soon they leave', async () => {
    await house.goOnDuty()
    const stranger = house.stranger()
    const { chat } = await house.begin(stranger)
    await expect.poll(() => feeds().length).toBe(2)
    for (let at = 0; at < 60; at += 1) await leaveAfter(`${chat}/events`, stranger, at % 6)
    await expect.poll(() => feeds().length, { timeout: 10_000 }).toBe(2)
  })

  it('are five of one chat and of one agent: the eldest is sent away and comes again later', async () => {
    const { client, duty, desk } = await house.goOnDuty()
    const stranger = house.stranger()
    const { chat, asker } = await house.begin(stranger)
    const pages = [await house.follow(`${chat}/events`, stranger)]
    for (let at = 0; at < 7; at += 1) pages.push(await house.follow(`${chat}/events`, stranger))
    const desks = [desk]
    for (let at = 0; at < 5; at += 1) desks.push(await house.follow(`${duty}/events`, client))
    await Promise.all([asker.hears('reconnect'), desk.hears('reconnect')])
    await expect.poll(() => feeds().length).toBe(10)
    await expect.poll(() => [asker, ...pages].map(({ isOpen }) => isOpen)).toStrictEqual([...Array(4).fill(false), ...Array(5).fill(true)])
    await say(stranger, chat, 'Còn ai không?')
    await pages.at(-1)?.until('said', ({ words }) => words.includes('Còn ai không?'))
  })

  it('end when whoever follows signs out, and refuse before the first byte who may not', async () => {
    const { client, duty, desk } = await house.goOnDuty('support')
    expect(codeOf(await house.clientOf('clerk').get(`${duty}/events`))).toStrictEqual([409, 'chat-off-duty'])
    expect(codeOf(await house.clientOf('citizen').get(`${duty}/events`))).toStrictEqual([401, 'not-signed-in'])
    expect(codeOf(await house.clientOf('operator').get(`${duty}/events`))).toStrictEqual([403, 'not-allowed'])
    const leaving = house.clientOf('another citizen')
    const { chat, asker } = await house.begin(leaving)
    await leaving.delete('/api/sessions/current')
    await asker.hears('over', ({ why }) => why === 'session')
    expect((await leaving.get(chat)).statusCode).toBe(404)
    await client.delete(duty)
    await desk.hears('over')
  })
})

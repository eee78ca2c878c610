import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { ChatHouse, codeOf, originOf, say, take, toWorkingMorning } from './chats-fixture.ts'
import { openPlatform, type Platform } from './platform/platform.ts'

let house: ChatHouse

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
      await page.until('the last', ({ words }) => words.includes('lời 59'))
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

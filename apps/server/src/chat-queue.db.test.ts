import { randomUUID } from 'node:crypto'
import type { ChatStanding } from '@an-sinh/contract'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ChatHouse } from './chats-fixture.ts'
import { makeUpDevice, postWorking } from './platform/do-work-fixture.ts'
import { TestClient } from './platform/test-client.ts'

let house: ChatHouse

beforeAll(async () => {
  house = await ChatHouse.open()
})
afterEach(() => house.clear())
afterAll(() => house.close())

describe('the queue of the chat', () => {
  const words = () => ({ chatId: randomUUID(), messageId: randomUUID(), language: 'vi', category: 'registering', words: 'x' })
  const begin = (client: TestClient) => postWorking(client, '/api/chats', words())
  const from = (address: string) => new TestClient(house.server, { address })

  it('is half full of strangers at most: whoever is signed in still joins', async () => {
    await house.goOnDuty()
    const codes: number[] = []
    for (let at = 0; at < 12; at += 1) codes.push((await begin(makeUpDevice(from(`198.51.${at}.1`)))).statusCode)
    expect(codes).toStrictEqual([...Array(10).fill(201), 409, 409])
    const isFull = async (client: TestClient) => (await client.get('/api/chats')).json<ChatStanding>().full
    expect([await isFull(house.stranger()), await isFull(house.clientOf('citizen'))]).toStrictEqual([true, false])
    expect((await begin(house.clientOf('citizen'))).statusCode).toBe(201)
  })

  it('is joined from a busy network after a moment’s work, with device ids made up or none', async () => {
    await house.goOnDuty()
    const join = async (client: TestClient) => {
      const answer = await client.post('/api/chats', words())
      await house.platform.sql`UPDATE chats SET state = 'ended', ended_at = ansinh_now(), end_reason = 'by-asker' WHERE state = 'waiting'`
      return answer.statusCode
    }
    const codes: number[] = []
    for (let at = 0; at < 33; at += 1) codes.push(await join(makeUpDevice(from(`203.0.114.${at + 1}`))))
    expect(codes).toStrictEqual([...Array(30).fill(201), 428, 428, 428])
    expect((await begin(from('203.0.114.200'))).statusCode).toBe(201)
  })
})

import { randomUUID } from 'node:crypto'
import type { DataRequest, DataRequestCase, DataRequestItem } from '@an-sinh/contract'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { stopDocumentThreads } from './documents/index.ts'
import type { TestClient } from './platform/test-client.ts'
import { codeOf, type Holder, openRequestDesk, type RequestDesk } from './request-desk-fixture.ts'

let desk: RequestDesk
let clerk: TestClient
beforeAll(async () => {
  desk = await openRequestDesk()
  clerk = await desk.hire()
})
afterEach(() => desk.platform.moveClock('0'))
afterAll(async () => {
  await stopDocumentThreads()
  await desk.close()
})

const ask = async (holder: Holder, kind = 'restrict'): Promise<string> => {
  const requestId = randomUUID()
  const answer = await holder.client.post('/api/me/data-requests', { requestId, kind, what: 'Đừng gửi thư nữa' })
  expect(answer.statusCode).toBe(201)
  return requestId
}
const queue = async (client = clerk) => (await client.get('/api/counter/data-requests')).json<{ items: DataRequestItem[] }>().items
const open = async (requestId: string, client = clerk) => client.get(`/api/counter/data-requests/${requestId}`)
const move = (requestId: string, body: { version: number; move: string; note?: string }, client = clerk) =>
  client.post(`/api/counter/data-requests/${requestId}/moves`, { note: '', ...body })

describe('the desk that answers requests about data', () => {
  it('shows what waits with both dates, answers, and tells that it is done, in words that the person reads', async () => {
    const holder = await desk.addHolder()
    const requestId = await ask(holder)
    expect((await queue()).find((one) => one.requestId === requestId)).toMatchObject({ state: 'received', isLate: false })
    expect((await open(requestId)).json<DataRequestCase>()).toMatchObject({
      version: 1,
      request: { what: 'Đừng gửi thư nữa', isOpen: true },
    })
    expect(codeOf(await move(requestId, { version: 1, move: 'finish', note: 'Xong' }))).toBe('data-request-closed')
    expect((await move(requestId, { version: 1, move: 'answer' })).json<DataRequestCase>().request.state).toBe('answered')
    expect(codeOf(await move(requestId, { version: 2, move: 'finish' }))).toBe('data-request-note-missing')
    expect((await move(requestId, { version: 2, move: 'finish', note: 'Đã ngừng gửi thư khảo sát.' })).statusCode).toBe(200)
    expect((await queue()).some((one) => one.requestId === requestId)).toBe(false)
    const { requests } = (await holder.client.get('/api/me/data-requests')).json<{ requests: DataRequest[] }>()
    expect(requests[0]).toMatchObject({ state: 'done', isOpen: false, moves: [{}, {}, { note: 'Đã ngừng gửi thư khảo sát.' }] })
    expect((await desk.noticesOf(holder.personId)).filter(({ event }) => event === 'data-request-moved')).toHaveLength(2)
    const { accesses } = (await holder.client.get('/api/me/accesses')).json<{ accesses: { action: string }[] }>()
    const seen = accesses.map(({ action }) => action)
    expect(seen).toEqual(expect.arrayContaining(['Mở yêu cầu về dữ liệu của bạn', 'Trả lời yêu cầu về dữ liệu của bạn']))
  })
  it('refuses with an explanation only; what the person took back is nobody’s to answer', async () => {
    const holder = await desk.addHolder()
    const requestId = await ask(holder, 'delete')
    await move(requestId, { version: 1, move: 'answer', note: 'Chúng tôi đang xem.' })
    expect((await move(requestId, { version: 2, move: 'refuse', note: 'Luật buộc lưu quá trình đóng.' })).statusCode).toBe(200)
    const other = await ask(holder)
    await holder.client.post(`/api/me/data-requests/${other}/withdrawal`)
    expect((await queue()).map((one) => one.requestId)).not.toContain(other)
    expect(codeOf(await move(other, { version: 2, move: 'answer' }))).toBe('data-request-closed')
  })
  it('of two clerks at once lets one move it, and tells the other', async () => {
    const requestId = await ask(await desk.addHolder())
    const colleague = await desk.hire()
    const order = { version: 1, move: 'answer' }
    const answers = await Promise.all([move(requestId, order), move(requestId, order, colleague)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toStrictEqual([200, 409])
  })
  it('is late the day after its day, and stands first', async () => {
    const requestId = await ask(await desk.addHolder(), 'view')
    await desk.platform.moveClock('30 days')
    const items = await queue(await desk.hire())
    expect(items.find((one) => one.requestId === requestId)?.isLate).toBe(true)
    expect(items.map(({ dueOn }) => dueOn)).toStrictEqual(items.map(({ dueOn }) => dueOn).toSorted())
  })
})

import { randomUUID } from 'node:crypto'
import type { CallBackWindows, Ticket } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, must } from './office-fixture.ts'
import { openTicketsFixture, type TicketsFixture } from './tickets-fixture.ts'

let fixture: TicketsFixture
beforeAll(async () => {
  fixture = await openTicketsFixture()
})
afterAll(() => fixture.close())

const readWindows = async (): Promise<CallBackWindows> => must(await fixture.newClient().get('/api/call-back-windows?provinceCode=01'))
const file = async (): Promise<Ticket> => {
  const { client } = await fixture.citizen()
  return must(await client.post('/api/me/tickets', { reportId: randomUUID(), category: 'other', words: 'Tôi hỏi', context: {} }))
}

describe('an incident whose days the deadlines pass over', () => {
  it('takes no call-back away and moves no term of an answer', async () => {
    const operator: Colleague = await fixture.hire({ role: 'operator' })
    const [now] = await fixture.platform.sql<{ at: Date }[]>`SELECT ansinh_now() AS at`
    const words = { vi: 'Sự cố', en: 'Incident' }
    const { incidentId } = must<{ incidentId: string }>(
      await operator.client.post('/api/content/incidents', {
        incidentId: randomUUID(),
        kind: 'disturbance',
        features: ['codes'],
        beginsAt: now?.at.toISOString(),
        title: words,
        words,
        expectedEndAt: null,
        alongside: true,
      }),
    )
    const [windows, ticket] = [await readWindows(), await file()]
    const days = { orderId: randomUUID(), fromOn: '2026-12-03', toOn: '2026-12-09' }
    must(await operator.client.post(`/api/content/incidents/${incidentId}/deadlines`, days))
    expect(await fixture.platform.sql`SELECT FROM office_closures WHERE cause = 'incident' AND office_id = ${fixture.home}`).toHaveLength(1)
    expect(await readWindows()).toStrictEqual(windows)
    expect((await file()).dueAt).toBe(ticket.dueAt)
  })
})

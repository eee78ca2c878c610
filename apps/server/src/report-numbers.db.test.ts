import { randomUUID } from 'node:crypto'
import type { Ticket } from '@an-sinh/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from './office-fixture.ts'
import { openSql } from './platform/sql.ts'
import { openTicketsFixture, type TicketsFixture } from './tickets-fixture.ts'

let fixture: TicketsFixture
beforeAll(async () => {
  fixture = await openTicketsFixture()
})
afterAll(() => fixture.close())

it('tickets go on after number 999,999, each with a number of its own', async () => {
  const owner = openSql(fixture.platform.migratorUrl, { max: 1 })
  await owner`SELECT setval('problem_report_serials', 999998)`
  await owner.end()
  const { client } = await fixture.citizen()
  const numbers: string[] = []
  for (let at = 0; at < 4; at += 1) {
    const order = { reportId: randomUUID(), category: 'other', words: 'Tôi hỏi', context: {} }
    numbers.push(must<Ticket>(await client.post('/api/me/tickets', order)).reportNumber)
  }
  expect(numbers).toStrictEqual(['HT/2026/999999', 'HT/2026/1000000', 'HT/2026/1000001', 'HT/2026/1000002'])
})

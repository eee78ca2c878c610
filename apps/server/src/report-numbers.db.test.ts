import { randomUUID } from 'node:crypto'
import type { Ticket } from '@an-sinh/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertBatch } from './batches/batch-queries.ts'
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

it('batches of an office go on after number 99,999', async () => {
  const { sql } = fixture.platform
  const order = () => ({
    batchId: randomUUID(),
    codeHmac: Buffer.from(randomUUID()),
    codeEncrypted: Buffer.from('x'),
    employerName: 'Công ty Mẫu',
    employerId: null,
    officeId: fixture.home,
    officeCode: '90001',
  })
  await insertBatch(sql, order())
  await sql`UPDATE hand_in_batches SET serial = 99999, batch_number = '90001/2026/BK99999'`
  expect([await insertBatch(sql, order()), await insertBatch(sql, order())]).toStrictEqual(['90001/2026/BK100000', '90001/2026/BK100001'])
})

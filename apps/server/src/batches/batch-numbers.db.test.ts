import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { listReceivingOffices, seedReference } from '../reference/index.ts'
import { insertBatch } from './batch-queries.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedReference(platform.sql)
})
afterAll(() => platform.drop())

it('batches of an office go on after number 99,999', async () => {
  const { sql } = platform
  const [office] = await listReceivingOffices(sql)
  const order = () => ({
    batchId: randomUUID(),
    codeHmac: Buffer.from(randomUUID()),
    codeEncrypted: Buffer.from('x'),
    employerName: 'Công ty Mẫu',
    employerId: null,
    officeId: office?.officeId ?? 0,
    officeCode: '90001',
  })
  await insertBatch(sql, order())
  await sql`UPDATE hand_in_batches SET serial = 99999, batch_number = '90001/2026/BK99999'`
  expect([await insertBatch(sql, order()), await insertBatch(sql, order())].map((number) => number.split('/').at(-1))).toStrictEqual([
    'BK100000',
    'BK100001',
  ])
})
